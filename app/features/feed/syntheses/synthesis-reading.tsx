import type { MarkdownBlock } from '~/lib/plain-markdown';
import { MarkdownText } from '~/ui/markdown-text';
import { EvidenceCard } from './evidence-card';
import type { Piece } from './synthesis';

export type ClaimToRead = {
  id: string;
  claim: string;
  blocks: MarkdownBlock[];
  pieces: Piece[];
  /** What stands for evidence that the reader may not see. */
  unseen: string[];
};

const keyOf = (piece: Piece) => (piece.kind === 'post' ? piece.card.id : piece.line.id);

function ClaimSection({ claim, number }: { claim: ClaimToRead; number: number }) {
  const [first, ...others] = claim.pieces;
  const headingId = `claim-${claim.id}`;
  return (
    <section aria-labelledby={headingId} className="border-t border-strong pt-5 print:pt-3">
      <div className="break-inside-avoid space-y-4">
        <div className="flex items-baseline gap-3">
          <span
            aria-hidden="true"
            className="inline-grid size-8 shrink-0 place-items-center self-start rounded-full bg-synthesis-wash font-bold text-synthesis"
          >
            {number}
          </span>
          <h2 id={headingId} className="min-w-0 pt-0.5 wrap-anywhere" dir="auto">
            <span className="sr-only">Claim {number}: </span>
            {claim.claim}
          </h2>
        </div>
        {claim.blocks.length > 0 ? (
          <div className="max-w-[70ch] space-y-3 wrap-anywhere">
            <MarkdownText blocks={claim.blocks} />
          </div>
        ) : null}
        {first ? <EvidenceCard piece={first} /> : null}
      </div>
      {others.length > 0 || claim.unseen.length > 0 ? (
        <div className="mt-4 space-y-4">
          {others.map((piece) => (
            <EvidenceCard key={keyOf(piece)} piece={piece} />
          ))}
          {claim.unseen.map((words) => (
            <p
              key={words}
              className="rounded-card border border-dashed border-strong px-4 py-3 text-sm text-soft sm:px-5"
            >
              {words}
            </p>
          ))}
        </div>
      ) : null}
      {claim.pieces.length + claim.unseen.length === 0 ? (
        <p className="mt-3 text-sm text-soft">No evidence is placed beneath this claim yet.</p>
      ) : null}
    </section>
  );
}

type Props = { introduction: MarkdownBlock[]; claims: ClaimToRead[] };

/** A learning page as it is read and printed: claims numbered, each with its evidence beneath. */
export function SynthesisReading({ introduction, claims }: Props) {
  return (
    <div className="space-y-8 print:space-y-5 print:[&_a]:no-underline">
      {introduction.length > 0 ? (
        <div className="max-w-[70ch] space-y-3 wrap-anywhere">
          <MarkdownText blocks={introduction} />
        </div>
      ) : null}
      {claims.map((claim, index) => (
        <ClaimSection key={claim.id} claim={claim} number={index + 1} />
      ))}
    </div>
  );
}
