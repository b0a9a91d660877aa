import { Link } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { counted } from '~/lib/number-format';
import { Card } from '~/ui/card';
import type { Commitment } from './commitment';
import { CommitmentList } from './commitment-list';
import { byTeam } from './commitment-rules';
import { KeepButton } from './keep-button';
import type { OpenCommitment } from './open-commitment';

type Clock = { timeZone: string; today: SchoolDay };

/** What was taken on before, at the top of a meeting: by team in alphabetical order; nothing where there is none. */
export function CommitmentsLastTime({ commitments, clock }: { commitments: Commitment[]; clock: Clock }) {
  if (commitments.length === 0) return null;
  const groups = byTeam(commitments);
  return (
    <Card labelledBy="commitments-before">
      <h2 id="commitments-before">From last time</h2>
      <p className="mt-1 text-soft">What was taken on in earlier meetings. Begin with these.</p>
      <div className="mt-3 space-y-4">
        {groups.map(({ key, name, commitments: some }) => (
          <section key={key} aria-labelledby={`before-${key}`} className="break-inside-avoid">
            {groups.length > 1 ? (
              <h3 id={`before-${key}`} className="text-base">
                <bdi>{name}</bdi>
              </h3>
            ) : (
              <h3 id={`before-${key}`} className="sr-only">
                {name}
              </h3>
            )}
            <CommitmentList commitments={some} clock={clock} at="commitment" />
          </section>
        ))}
      </div>
    </Card>
  );
}

type OfTeamProps = { commitments: Commitment[]; clock: Clock; at: 'team' | 'cycle'; title: string };

/** What was taken on in meetings, on a page of its team or cycle; nothing where there is none. */
export function CommitmentsCard({ commitments, clock, at, title }: OfTeamProps) {
  if (commitments.length === 0) return null;
  return (
    <Card labelledBy="commitments" className="pb-3!">
      <h2 id="commitments" className="scroll-mt-4">
        {title}
      </h2>
      <div className="mt-1">
        <CommitmentList commitments={commitments} clock={clock} at={at} />
      </div>
    </Card>
  );
}

const shownAtFirst = 6;

function OpenLines({ commitments, today }: { commitments: OpenCommitment[]; today: SchoolDay }) {
  return (
    <ul className="divide-y divide-line">
      {commitments.map((one) => (
        <li key={one.id} className="flex items-center justify-between gap-4 py-3">
          <div className="min-w-0">
            <p className="wrap-anywhere">
              <Link
                to={`/commitments/${one.id}`}
                className="inline-block min-h-6 font-semibold no-underline hover:underline"
              >
                <bdi>{one.what}</bdi>
              </Link>
            </p>
            <p className="text-sm text-soft">
              {one.isMine ? 'You' : <bdi>{one.who}</bdi>},{' '}
              {one.isKept ? 'kept' : `by ${formatDay(one.byWhen, today)}`} ·{' '}
              <bdi>{one.meetingTitle ?? 'in a meeting'}</bdi>
            </p>
          </div>
          <KeepButton id={one.id} what={one.what} isOpen={!one.isKept} at="week" />
        </li>
      ))}
    </ul>
  );
}

/** What is open for somebody, on This week; nothing where there is none. */
export function OpenCommitmentsCard({
  commitments,
  today,
}: {
  commitments: OpenCommitment[];
  today: SchoolDay;
}) {
  if (commitments.length === 0) return null;
  const open = commitments.filter(({ isKept }) => !isKept).length;
  const rest = commitments.slice(shownAtFirst);
  return (
    <Card labelledBy="open-commitments" className="pb-2!">
      <h2 id="open-commitments">
        {open > 0 ? `${counted(open, 'commitment')} to keep` : 'Every commitment is kept'}
      </h2>
      <div className="mt-1">
        <OpenLines commitments={commitments.slice(0, shownAtFirst)} today={today} />
        {rest.length > 0 ? (
          <details suppressHydrationWarning className="border-t border-line">
            <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">{rest.length} more</summary>
            <OpenLines commitments={rest} today={today} />
          </details>
        ) : null}
      </div>
    </Card>
  );
}
