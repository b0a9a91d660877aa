import type { ReactionKind } from '#db/vocabulary';
import { reactionWords } from '../post-words';

/** Who reacted in one way; more than fit a line are `others`, never a number. */
export type ReactionLine = { kind: ReactionKind; names: string[]; andOthers: boolean };

export function ReactionLines({ lines }: { lines: ReactionLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="space-y-1 text-sm text-soft" aria-label="Reactions">
      {lines.map(({ kind, names, andOthers }) => (
        <li key={kind} className="wrap-anywhere">
          <span className="font-semibold text-ink">{reactionWords[kind]}:</span>{' '}
          {names.map((name, index) => (
            <span key={`${index} ${name}`}>
              {index > 0 ? ', ' : ''}
              <bdi>{name}</bdi>
            </span>
          ))}
          {andOthers ? ', and others' : ''}
        </li>
      ))}
    </ul>
  );
}
