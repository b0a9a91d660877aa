import type { Piece } from './highlight';

/** A text with its hits marked. */
export function MarkedText({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, isHit }, index) =>
    isHit ? (
      <mark key={index} className="rounded-sm bg-puzzle-wash px-0.5 text-inherit">
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}
