import { Link } from 'react-router';
import { decisionWords } from '~/features/cycles/cycle-words';
import { PostKindBadge, contextWords } from '../post-parts';
import { MarkedText } from './marked-text';
import type { FoundIdea, SearchHit } from './search-hit';

/** A found post in short: the words looked for, and where it was tried. */
export function SearchHitView({ hit }: { hit: SearchHit }) {
  const titleId = `hit-${hit.id}`;
  const facts = [contextWords(hit.context), hit.decision === null ? '' : decisionWords[hit.decision].past];
  const context = facts.filter((fact) => fact !== '').join(' · ');
  return (
    <article
      aria-labelledby={titleId}
      className="rounded-card border border-line bg-surface p-5 print:break-inside-avoid"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <PostKindBadge kind={hit.kind} />
        <p className="text-sm text-soft" dir="auto">
          {hit.signedAs} · {hit.sharedOn}
        </p>
      </div>
      <h2 id={titleId} className="mt-2.5 text-[18px] wrap-anywhere" dir="auto">
        <Link to={`/posts/${hit.id}`} className="no-underline hover:underline">
          <MarkedText pieces={hit.title} />
        </Link>
      </h2>
      {hit.excerpt.length === 0 ? null : (
        <p className="mt-1.5 wrap-anywhere" dir="auto">
          <MarkedText pieces={hit.excerpt} />
        </p>
      )}
      {context === '' ? null : <p className="mt-1.5 text-sm text-soft">{context}</p>}
    </article>
  );
}

/** The change ideas that were found, above the posts. */
export function FoundIdeas({ ideas }: { ideas: FoundIdea[] }) {
  if (ideas.length === 0) return null;
  return (
    <section aria-labelledby="found-ideas" className="rounded-card border border-line bg-surface p-5">
      <h2 id="found-ideas" className="text-base">
        Change ideas
      </h2>
      <ul className="mt-1 divide-y divide-line">
        {ideas.map(({ id, name, excerpt }) => (
          <li key={id} className="py-2.5 last:pb-0">
            <Link to={`/ideas/${id}`} className="font-semibold wrap-anywhere no-underline hover:underline">
              <MarkedText pieces={name} />
            </Link>
            {excerpt.length === 0 ? null : (
              <p className="mt-0.5 text-sm wrap-anywhere text-soft" dir="auto">
                <MarkedText pieces={excerpt} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
