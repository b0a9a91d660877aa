import { Link } from 'react-router';
import { decisionWords, scaleWords, stageWords } from '~/features/cycles/cycle-words';
import { capitalised } from '~/lib/number-format';
import { MarkdownText } from '~/ui/markdown-text';
import { contextWords, PostEvidence, PostKindBadge, PostPredictions } from '../post-parts';
import type { PostCard } from '../post';
import { storyLabels } from '../posts/story-sections';
import type { CycleLine, Piece } from './synthesis';

/** What of a story backs a claim; the rest is one click away. */
const told = [storyLabels.happened, storyLabels.explanation, storyLabels.advice];

function PostEvidenceCard({ card }: { card: PostCard }) {
  const context = contextWords(card.context);
  const titleId = `evidence-${card.id}`;
  return (
    <article
      aria-labelledby={titleId}
      className="break-inside-avoid rounded-card border border-line bg-surface p-4 sm:p-5 print:p-3"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <PostKindBadge kind={card.kind} />
        <p className="text-sm text-soft" dir="auto">
          {card.signedAs} · {card.sharedOn}
        </p>
      </div>
      <h3 id={titleId} className="mt-2 text-[17px] wrap-anywhere" dir="auto">
        <Link
          to={card.synthesisId === null ? `/posts/${card.id}` : `/syntheses/${card.synthesisId}`}
          className="inline-block min-h-6 no-underline hover:underline"
        >
          {card.title}
        </Link>
      </h3>
      {context === '' && card.decision === null ? null : (
        <p className="text-sm text-soft">
          {context}
          {card.decision === null ? null : (
            <>
              {context === '' ? '' : ' · '}
              <span className="font-semibold">{decisionWords[card.decision].past}</span>
            </>
          )}
        </p>
      )}
      <div className="mt-3 space-y-3">
        <StoryInShort card={card} />
        <PostPredictions predictions={card.predictions} />
        <PostEvidence post={card} />
      </div>
    </article>
  );
}

function StoryInShort({ card }: { card: PostCard }) {
  const sections = card.sections.filter(({ label }) => told.includes(label));
  const shown = sections.length > 0 ? sections : card.sections.slice(0, 1);
  return (
    <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2 print:grid-cols-2">
      {shown.map(({ label, blocks }) => (
        <div key={label} className="min-w-0">
          <dt className="text-sm text-soft">{label}</dt>
          <dd className="space-y-2 wrap-anywhere">
            <MarkdownText blocks={blocks} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function CycleEvidence({ line }: { line: CycleLine }) {
  const became = line.decision === null ? stageWords[line.stage].name : decisionWords[line.decision].past;
  return (
    <p className="break-inside-avoid rounded-card border border-line bg-surface px-4 py-3 wrap-anywhere sm:px-5 print:px-3">
      <Link
        to={`/cycles/${line.id}`}
        className="inline-block min-h-6 font-semibold no-underline hover:underline"
        dir="auto"
      >
        {line.changeIdea}
      </Link>
      <span className="block text-sm text-soft">
        Cycle {line.number} · {capitalised(scaleWords[line.scale])} ·{' '}
        <span className="font-semibold">{became}</span> · <bdi>{line.place}</bdi>
      </span>
    </p>
  );
}

/** One piece of evidence beneath a claim: a post with its chart or words, or a cycle as a line. */
export function EvidenceCard({ piece }: { piece: Piece }) {
  return piece.kind === 'post' ? <PostEvidenceCard card={piece.card} /> : <CycleEvidence line={piece.line} />;
}
