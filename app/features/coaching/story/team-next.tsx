import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import type { NextForTeam, Reader } from './next-for-team';

type Props = { teamId: string; next: NextForTeam; reader: Reader; cycleId: string | null };

/** What the team needs next: one thing to do, and a few quiet ones beside it. */
export function TeamNext({ teamId, next, reader, cycleId }: Props) {
  const here = `/coaching/${teamId}`;
  const quiet = {
    coach: [
      { to: `${here}/nudges/new${cycleId === null ? '' : `?cycle=${cycleId}`}`, words: 'Write a nudge' },
      { to: `${here}/contacts`, words: 'Note a contact' },
      { to: `${here}/handover`, words: 'Hand over' },
    ],
    facilitator: [{ to: `${here}/handover`, words: 'Who coaches this team' }],
    member: [],
  }[reader.as];
  return (
    <Card labelledBy="next">
      <h2 id="next" className="wrap-anywhere">
        {next.title}
      </h2>
      <p className="mt-1 max-w-[65ch] wrap-anywhere text-soft">{next.text}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-1">
        <ButtonLink to={next.path} tone="primary" className="max-sm:w-full" aria-describedby="next">
          {next.button}
        </ButtonLink>
        {quiet
          .filter(({ to }) => to !== next.path)
          .map(({ to, words }) => (
            <ButtonLink key={to} to={to} tone="quiet">
              {words}
            </ButtonLink>
          ))}
      </div>
    </Card>
  );
}
