import { Link } from 'react-router';
import { formatWeekday } from '~/lib/school-day';
import type { LiveReader } from './live-view';
import type { RoomCommitment } from './room';

type Props = { commitments: readonly RoomCommitment[]; reader: LiveReader };

/** The same people as `mayChangeCommitment`, for what was made in the reader's own room. */
function mayChange({ teamId, personId }: RoomCommitment, reader: LiveReader): boolean {
  return reader.runs || personId === reader.personId || (teamId !== null && reader.teamIds.includes(teamId));
}

/** What was promised in this meeting so far. */
export function CommitmentsMade({ commitments, reader }: Props) {
  return (
    <section aria-labelledby="promised-title">
      <h2 id="promised-title">Commitments</h2>
      {commitments.length === 0 ? (
        <p className="mt-1 text-soft">None yet. Who does what, and by when?</p>
      ) : (
        <ul className="mt-2 space-y-2">
          {commitments.map((one) => (
            <li key={one.id}>
              <p className="wrap-anywhere" dir="auto">
                {one.what}
              </p>
              <p className="text-sm text-soft">
                {one.who} · {one.isKept ? 'kept' : `by ${formatWeekday(one.byWhen)}`}
                {mayChange(one, reader) ? (
                  <>
                    {' · '}
                    <Link
                      to={`/commitments/${one.id}`}
                      className="inline-flex min-h-6 items-center"
                      aria-label={`Change or let go: ${one.what}`}
                    >
                      Change or let go
                    </Link>
                  </>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
