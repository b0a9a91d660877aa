import { Link } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Commitment } from './commitment';
import { standingWords } from './commitment-words';
import { KeepButton } from './keep-button';
import type { KeepingFrom } from './keep-button';

type Clock = { timeZone: string; today: SchoolDay };

type Props = {
  commitments: Commitment[];
  clock: Clock;
  at: KeepingFrom;
  /** Says of which meeting each is, where the list does not. */
  names?: 'meeting' | 'nothing';
};

/** Commitments with who, by when and how they stand, each with one press to mark it as kept. */
export function CommitmentList({ commitments, clock, at, names = 'meeting' }: Props) {
  return (
    <ul className="divide-y divide-line">
      {commitments.map((one) => (
        <li
          key={one.id}
          id={`commitment-${one.id}`}
          className="flex items-start justify-between gap-4 py-2.5"
        >
          <div className="min-w-0">
            <p className="wrap-anywhere">
              {one.mayOpen ? (
                <Link
                  to={`/commitments/${one.id}`}
                  className="inline-block min-h-6 font-semibold no-underline hover:underline"
                >
                  <bdi>{one.what}</bdi>
                </Link>
              ) : (
                <bdi className="font-semibold">{one.what}</bdi>
              )}
            </p>
            <p className="text-sm text-soft">
              <bdi>{one.who}</bdi>, {standingWords(one, clock)}
              {one.state === 'let_go' && one.letGoWhy !== '' ? (
                <>
                  : <bdi>{one.letGoWhy}</bdi>
                </>
              ) : null}
              {names === 'meeting' ? (
                <>
                  {' '}
                  ·{' '}
                  {one.meeting === null ? (
                    'in a meeting'
                  ) : (
                    <>
                      <bdi>{one.meeting.title}</bdi>, {formatDay(one.meeting.day, clock.today)}
                    </>
                  )}
                </>
              ) : null}
            </p>
          </div>
          {one.mayChange ? (
            <KeepButton id={one.id} what={one.what} isOpen={one.state === 'open'} at={at} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
