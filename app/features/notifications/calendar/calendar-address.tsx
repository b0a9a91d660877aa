import { useState } from 'react';
import { Form } from 'react-router';
import { Button } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { useScriptReady } from '~/ui/script-ready';

const ways = [
  { name: 'Google Calendar', how: 'On a computer: beside “Other calendars” press +, then “From URL”.' },
  { name: 'Outlook', how: 'In Calendar choose “Add calendar”, then “Subscribe from web”.' },
  { name: 'Apple Calendar', how: 'Choose File, then “New Calendar Subscription”.' },
] as const;

function RenewalForm({ edition, children }: { edition: number; children: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="seen" value={edition} />
      <Button tone={edition === 0 ? 'primary' : 'secondary'}>{children}</Button>
    </Form>
  );
}

/** Only where a script runs and the browser lets it copy; the address is marked by a click without. */
function CopyButton({ text }: { text: string }) {
  const isReady = useScriptReady();
  const [said, setSaid] = useState('');
  if (!isReady || typeof navigator.clipboard === 'undefined') return null;
  return (
    <p className="mt-3 flex flex-wrap items-center gap-3">
      <Button
        type="button"
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setSaid('Copied.'),
            () => setSaid('The browser did not allow it: mark the address and copy it by hand.'),
          );
        }}
      >
        Copy the address
      </Button>
      <span role="status" className="text-soft">
        {said}
      </span>
    </p>
  );
}

/** The secret address, how to use it, and how to close it. */
export function CalendarAddress({ url, edition }: { url: string; edition: number }) {
  return (
    <div className="space-y-5">
      <Card labelledBy="address">
        <h2 id="address">Your address</h2>
        <p className="mt-1 text-soft">
          Copy it into your calendar program; it looks for news every few hours. One click marks all of it.
        </p>
        <code className="control mt-3 block font-mono text-sm break-all select-all">{url}</code>
        <CopyButton text={url} />
        <p className="mt-3">
          <a
            href={url.replace(/^https?:/, 'webcal:')}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Open it in the calendar of this device
          </a>
        </p>
        <dl className="mt-3 space-y-2 border-t border-line pt-4">
          {ways.map(({ name, how }) => (
            <div key={name}>
              <dt className="inline font-semibold">{name}: </dt>
              <dd className="inline">{how}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card labelledBy="renewal">
        <h2 id="renewal">If somebody else got it</h2>
        <p className="mt-1 mb-4 max-w-[65ch] text-soft">
          Whoever has the address can read these dates. A new one closes the old one at once; your calendar
          program then needs the new one.
        </p>
        <RenewalForm edition={edition}>Renew the address</RenewalForm>
      </Card>
    </div>
  );
}

export function NoCalendarYet({ hasTeams, edition }: { hasTeams: boolean; edition: number }) {
  if (!hasTeams)
    return (
      <EmptyState title="There are no dates for you yet.">
        They come with a team: one you work in, coach or facilitate.
      </EmptyState>
    );
  return (
    <EmptyState
      title="You have no address yet."
      action={<RenewalForm edition={edition}>Make my address</RenewalForm>}
    >
      It is yours alone and secret. “Log “Complete paragraphs” (Grade 6)” would stand on Friday, for example.
    </EmptyState>
  );
}
