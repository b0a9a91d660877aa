import { Link } from 'react-router';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import type { CaseloadGlance } from './caseload';
import { headingOf, nextMove, teamsWords } from './caseload-words';
import { Sentence } from './sentence';

/** The caseload in short: the first thing coaches and facilitators see this week. */
export function CaseloadCard({ glance }: { glance: CaseloadGlance }) {
  const { scope, total, needing, first } = glance;
  const where = scope === 'mine' ? 'in your caseload' : 'that you read';
  return (
    <Card labelledBy="caseload" className="pb-3!">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="caseload">{headingOf(scope, needing)}</h2>
        <span className="text-sm text-soft">
          {needing === 0 ? `${teamsWords(total)} ${where}` : `of ${total} ${where}`}
        </span>
      </div>
      {first.length > 0 ? (
        <ul className="mt-2 divide-y divide-line">
          {first.map((team) => {
            const reason = team.reasons[0];
            const move = nextMove(team, reason);
            const place = `${team.schoolName} · ${team.name}`;
            return (
              <li key={team.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
                <div className="min-w-0 flex-1 basis-72">
                  <Link
                    to={`/coaching/${team.id}`}
                    className="inline-block min-h-6 font-semibold no-underline hover:underline"
                  >
                    {place}
                  </Link>
                  {team.about === '' ? null : <p className="text-sm text-soft">{team.about}</p>}
                  {reason ? (
                    <p className="mt-1 text-sm">
                      <Sentence words={reason.words} />
                    </p>
                  ) : null}
                </div>
                <ButtonLink to={move.path} aria-label={`${move.label}: ${place}`}>
                  {move.label}
                </ButtonLink>
              </li>
            );
          })}
        </ul>
      ) : (
        <p className="mt-1 text-soft">No review waits for a coach, and nothing else calls for one.</p>
      )}
      <p className="border-t border-line pt-1">
        <Link to="/coaching" className="inline-flex min-h-11 items-center font-semibold">
          {needing > first.length
            ? `All ${needing}, and how the others stand`
            : scope === 'mine'
              ? 'Your whole caseload'
              : 'All teams that you read'}
        </Link>
      </p>
    </Card>
  );
}
