import { Form } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Button } from '~/ui/button';
import type { CaseloadTeam, RestingReason } from './caseload';
import { CaseloadRow } from './caseload-row';
import { reasonNames } from './caseload-words';

type Props = { id: string; title: string; beside: string; teams: CaseloadTeam[]; back: string };

/** One group of teams of the caseload. */
export function CaseloadPart({ id, title, beside, teams, back }: Props) {
  return (
    <section
      aria-labelledby={id}
      className="rounded-card border border-line bg-surface shadow-[0_1px_2px_rgb(0_0_0/0.05)]"
    >
      <div className="flex items-baseline justify-between gap-4 border-b border-line px-5 py-4 sm:px-6">
        <h2 id={id} className="text-base!">
          {title}
        </h2>
        <span className="text-sm text-soft">{beside}</span>
      </div>
      <ul className="divide-y divide-line">
        {teams.map((team) => (
          <CaseloadRow key={team.id} team={team} back={back} />
        ))}
      </ul>
    </section>
  );
}

/** What is not for now, each with a way to have it shown again. */
export function RestingList({
  resting,
  back,
  today,
}: {
  resting: RestingReason[];
  back: string;
  today: SchoolDay;
}) {
  if (resting.length === 0) return null;
  return (
    <section aria-labelledby="resting">
      <h2 id="resting" className="text-base!">
        Not now
      </h2>
      <p className="text-sm text-soft">
        Laid aside by you, and seen by nobody else. It shows again on its day.
      </p>
      <ul className="mt-2 divide-y divide-line">
        {resting.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span>
              {one.schoolName} · {one.teamName}: {reasonNames[one.reason].toLowerCase()}, until{' '}
              {formatDay(one.until, today)}
            </span>
            <Form method="post" action={`/coaching/rests?${new URLSearchParams({ back }).toString()}`}>
              <input type="hidden" name="again" value={one.id} />
              <Button
                tone="quiet"
                aria-label={`Show it again: ${one.schoolName} · ${one.teamName}, ${reasonNames[one.reason]}`}
              >
                Show it again
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
