import { contributionKinds } from '#db/vocabulary';
import { inOrderWanted } from './contribution-rules';
import { saidWords, wantedWords } from './contribution-words';
import type { RoomContribution } from './room';

const mostOfKind = 6;

/** What the room has said about one item, for everybody to read: words without names. */
export function SaidWall({ said }: { said: readonly RoomContribution[] }) {
  const kinds = contributionKinds.filter((kind) => said.some((one) => one.kind === kind));
  if (kinds.length === 0)
    return <p className="text-[clamp(1.25rem,2vw,2rem)] text-soft">Nothing has been said here yet.</p>;
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      {kinds.map((kind) => {
        const all = inOrderWanted(said.filter((one) => one.kind === kind));
        const more = all.length - mostOfKind;
        return (
          <section key={kind} aria-label={saidWords[kind]}>
            <h2 className="text-[clamp(1.25rem,2vw,2rem)]">{saidWords[kind]}</h2>
            <ul className="mt-3 space-y-3 text-[clamp(1.125rem,1.7vw,1.75rem)] leading-snug">
              {all.slice(0, mostOfKind).map(({ id, body, votes, takenUp }) => (
                <li key={id} className="rounded-card border border-line bg-surface px-5 py-3">
                  <p className="wrap-anywhere" dir="auto">
                    {body}
                  </p>
                  {takenUp || votes > 0 ? (
                    <p className="text-soft">{takenUp ? 'Taken up' : wantedWords(votes)}</p>
                  ) : null}
                </li>
              ))}
            </ul>
            {more > 0 ? <p className="mt-2 text-lg text-soft">and {more} more, on your phones</p> : null}
          </section>
        );
      })}
    </div>
  );
}
