import { formatWeekday } from '~/lib/school-day';
import type { RoomCommitment } from './room';

/** What was promised in this meeting so far. */
export function CommitmentsMade({ commitments }: { commitments: readonly RoomCommitment[] }) {
  return (
    <section aria-labelledby="promised-title">
      <h2 id="promised-title">Commitments</h2>
      {commitments.length === 0 ? (
        <p className="mt-1 text-soft">None yet. Who does what, and by when?</p>
      ) : (
        <ul className="mt-2 space-y-2">
          {commitments.map(({ id, what, who, byWhen }) => (
            <li key={id}>
              <p className="wrap-anywhere" dir="auto">
                {what}
              </p>
              <p className="text-sm text-soft">
                {who} · by {formatWeekday(byWhen)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
