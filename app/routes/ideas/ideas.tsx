import { clsx } from 'clsx';
import { Form, Link } from 'react-router';
import { ideaStatuses } from '#db/vocabulary';
import type { IdeaStatus } from '#db/vocabulary';
import { countSharedTests } from '~/features/feed/evidence/evidence-queries.server';
import { ideaStatusWords } from '~/features/feed/post-words';
import { signedIn } from '~/features/people/request-actor.server';
import { listIdeas } from '~/features/theory/change-idea-queries.server';
import { keepsIdeas } from '~/features/theory/change-idea-rules';
import { counted } from '~/lib/number-format';
import { plainText } from '~/lib/plain-markdown';
import { Button, ButtonLink } from '~/ui/button';
import { Badge, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { PageLinks } from '~/ui/page-links';
import type { Route } from './+types/ideas';

const shownOfDescription = 240;

function filterOf(search: URLSearchParams) {
  return {
    words: (search.get('q') ?? '').trim().slice(0, 80),
    status: ideaStatuses.find((one) => one === search.get('status')) ?? null,
    page: Math.max(1, Math.min(10_000, Number.parseInt(search.get('page') ?? '1', 10) || 1)),
  };
}

function shortened(text: string): string {
  const plain = plainText(text).replaceAll(/\s+/g, ' ').trim();
  if (plain.length <= shownOfDescription) return plain;
  return `${plain.slice(0, shownOfDescription).replace(/\s+\S*$/, '')}…`;
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  const db = database.reader;
  const filter = filterOf(new URL(request.url).searchParams);
  const { ideas, total, pages } = await listIdeas(db, filter);
  const tests = await countSharedTests(
    db,
    actor,
    ideas.map(({ id }) => id),
  );
  return {
    filter,
    ideas: ideas.map((idea) => ({
      ...{ ...idea, description: shortened(idea.description) },
      tests: tests.get(idea.id) ?? 0,
    })),
    ...{ total, pages, mayWrite: keepsIdeas(actor) },
  };
}

type Filter = ReturnType<typeof filterOf>;

function pathOf({ words, status, page }: Filter): string {
  const params = new URLSearchParams({
    ...(words ? { q: words } : {}),
    ...(status ? { status } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString();
  return `/ideas${params === '' ? '' : `?${params}`}`;
}

export default function Ideas({ loaderData }: Route.ComponentProps) {
  const { filter, ideas, total, pages, mayWrite } = loaderData;
  const { words, status, page } = filter;
  return (
    <div className="mx-auto max-w-[820px]">
      <title>Ideas · Boldline</title>
      <PageHeader
        title="Change ideas"
        lead="What teams of the network try with their students, and what came of it: wins and losses alike."
        action={
          mayWrite ? (
            <ButtonLink to="/ideas/new" tone="primary">
              Add an idea
            </ButtonLink>
          ) : null
        }
      />
      <Form method="get" role="search" className="flex gap-2 print:hidden">
        {status === null ? null : <input type="hidden" name="status" value={status} />}
        <input
          name="q"
          type="search"
          defaultValue={words}
          aria-label="Search ideas"
          placeholder="Idea, description or driver"
          className="control min-w-0"
        />
        <Button>Search</Button>
      </Form>
      <StatusFilter filter={filter} />
      {ideas.length > 0 ? (
        <>
          <p className="mb-3 text-sm text-soft" role="status">
            {counted(total, 'idea')}
            {words === '' ? '' : ` with “${words}”`}, what changed last first
          </p>
          <ul className="space-y-4">
            {ideas.map((idea) => (
              <IdeaItem key={idea.id} idea={idea} />
            ))}
          </ul>
        </>
      ) : (
        <NothingFound isFiltered={words !== '' || status !== null} mayWrite={mayWrite} />
      )}
      <PageLinks
        {...{ page, pages }}
        pathOf={(to) => pathOf({ ...filter, page: to })}
        words={['Newer', 'Older']}
      />
    </div>
  );
}

function StatusFilter({ filter }: { filter: Filter }) {
  const choices: (IdeaStatus | null)[] = [null, ...ideaStatuses];
  return (
    <nav aria-label="How far they are" className="mt-4 mb-5 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {choices.map((status) => {
          const isHere = status === filter.status;
          return (
            <li key={status ?? 'all'}>
              <Link
                to={pathOf({ ...filter, status, page: 1 })}
                aria-current={isHere ? 'page' : undefined}
                className={clsx(
                  'inline-flex min-h-9 items-center rounded-full border px-3.5 text-sm font-semibold no-underline',
                  isHere ? 'border-accent bg-accent-wash text-accent' : 'border-control bg-surface text-ink',
                )}
              >
                {status === null ? 'All' : ideaStatusWords[status].name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function IdeaItem({ idea }: { idea: Route.ComponentProps['loaderData']['ideas'][number] }) {
  const { id, name, description, driver, status, tests } = idea;
  return (
    <li className="rounded-card border border-line bg-surface p-5 shadow-[0_1px_2px_rgb(0_0_0/0.05)] sm:p-6">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 className="min-w-0 text-[19px] wrap-anywhere" dir="auto">
          <Link to={`/ideas/${id}`} className="inline-block min-h-6 no-underline hover:underline">
            {name}
          </Link>
        </h2>
        <Badge>{ideaStatusWords[status].name}</Badge>
      </div>
      {description === '' ? null : (
        <p className="mt-1.5 wrap-anywhere" dir="auto">
          {description}
        </p>
      )}
      <p className="mt-2 text-sm text-soft">
        {driver === '' ? null : (
          <>
            Driver: <span dir="auto">{driver}</span> ·{' '}
          </>
        )}
        {tests === 0 ? 'No test shared yet' : `Tried in ${counted(tests, 'shared cycle')}`}
      </p>
    </li>
  );
}

function NothingFound({ isFiltered, mayWrite }: { isFiltered: boolean; mayWrite: boolean }) {
  if (isFiltered)
    return (
      <EmptyState title="No idea found." action={<ButtonLink to="/ideas">All ideas</ButtonLink>}>
        Try a part of the word, or all of them whatever their status.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No idea yet."
      action={
        mayWrite ? (
          <ButtonLink to="/ideas/new">Add the first one</ButtonLink>
        ) : (
          <ButtonLink to="/feed">Open the feed</ButtonLink>
        )
      }
    >
      A change idea is something others can try on Monday, such as “Sentence frames before writing”. When a
      team shares a win or a loss, what it tried becomes one, and every later test is laid beside it.
    </EmptyState>
  );
}
