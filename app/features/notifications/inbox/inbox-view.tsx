import { clsx } from 'clsx';
import { Form, Link } from 'react-router';
import { Button, ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { inboxPath } from './inbox';
import type { InboxItem, InboxPage } from './inbox';

/** One page of an inbox: its filter, its days, the way to older ones. */
export function InboxView({ inbox }: { inbox: InboxPage }) {
  const { days, older, unreadOnly, before } = inbox;
  return (
    <div className="space-y-5">
      <InboxFilter inbox={inbox} />
      {days.length === 0 ? <NothingHere inbox={inbox} /> : null}
      {days.map(({ on, items }) => (
        <section key={items[0]?.id ?? on} aria-label={on}>
          <h2 className="text-base">{on}</h2>
          <Card className="mt-2 overflow-hidden p-0!">
            <ul className="divide-y divide-line">
              {items.map((item) => (
                <InboxEntry key={item.id} item={item} />
              ))}
            </ul>
          </Card>
        </section>
      ))}
      {older === null && before === null ? null : (
        <nav aria-label="Pages" className="flex flex-wrap gap-3">
          {before === null ? null : (
            <ButtonLink to={inboxPath({ unreadOnly, before: null })}>Newest</ButtonLink>
          )}
          {older === null ? null : (
            <ButtonLink to={inboxPath({ unreadOnly, before: older })}>Older</ButtonLink>
          )}
        </nav>
      )}
    </div>
  );
}

function InboxFilter({ inbox: { unreadOnly, newest, unread } }: { inbox: InboxPage }) {
  const views = [
    { name: 'All', only: false },
    { name: 'Unread', only: true },
  ];
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2">
      <nav aria-label="Which notices" className="flex gap-x-5">
        {views.map(({ name, only }) => (
          <Link
            key={name}
            to={inboxPath({ unreadOnly: only, before: null })}
            aria-current={only === unreadOnly ? 'page' : undefined}
            className="inline-flex min-h-11 items-center border-b-2 border-transparent font-semibold text-soft no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
          >
            {name}
          </Link>
        ))}
      </nav>
      {newest === null || unread === 0 ? null : (
        <Form method="post" action="/inbox/readings">
          <input type="hidden" name="through" value={newest} />
          <Button>Mark all as read</Button>
        </Form>
      )}
    </div>
  );
}

/** The whole entry is the button that opens what it tells of, and marks it read. */
function InboxEntry({ item: { id, sentence, excerpt, place, at, read } }: { item: InboxItem }) {
  return (
    <li>
      <Form method="post" action={`/inbox/${id}/reading`}>
        <button
          type="submit"
          className="flex w-full cursor-pointer items-start gap-3 px-5 py-3.5 text-left hover:bg-sunken focus-visible:-outline-offset-3 sm:px-6"
        >
          <svg
            aria-hidden="true"
            viewBox="0 0 10 10"
            className={clsx('mt-2 size-2.5 shrink-0', read ? 'text-strong' : 'text-accent')}
          >
            {read ? (
              <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1" />
            ) : (
              <circle cx="5" cy="5" r="5" fill="currentColor" />
            )}
          </svg>
          <span className="min-w-0 flex-1">
            <span className={clsx('block wrap-anywhere', read ? '' : 'font-semibold')} dir="auto">
              {read ? null : <span className="mr-1.5 text-sm text-accent">New</span>}
              {sentence}
            </span>
            {excerpt === '' ? null : (
              <span className="mt-0.5 block text-sm wrap-anywhere text-soft" dir="auto">
                {excerpt}
              </span>
            )}
            <span className="mt-0.5 block text-sm text-soft">{place === '' ? at : `${place} · ${at}`}</span>
          </span>
        </button>
      </Form>
    </li>
  );
}

function NothingHere({ inbox: { unreadOnly, before } }: { inbox: InboxPage }) {
  if (before !== null) return <EmptyState title="That was all." />;
  if (unreadOnly)
    return (
      <EmptyState
        title="You have read everything."
        action={<ButtonLink to="/inbox">Look through all of it</ButtonLink>}
      />
    );
  return (
    <EmptyState
      title="Nothing has come yet."
      action={<ButtonLink to="/account/mail">Choose when it comes by mail</ButtonLink>}
    >
      What concerns you stands here: a coach’s questions about a cycle, an answer to what you wrote, a team
      that tries what yours told. “Lena Brandt sent questions about cycle 2 of “Sentence frames””, for
      example; a press on it opens the very questions.
    </EmptyState>
  );
}
