import { Link } from 'react-router';
import { counted } from '~/lib/number-format';
import type { MovingIdea } from './feed-view';

const postsWords = ({ posts, isMore }: MovingIdea) =>
  posts === 0 ? 'being tried' : isMore ? `more than ${posts} posts` : counted(posts, 'post');

/** Ideas that were shared or tried lately, the latest first. */
export function MovingIdeas({ ideas }: { ideas: MovingIdea[] }) {
  if (ideas.length === 0) return null;
  return (
    <aside
      aria-labelledby="moving-ideas"
      className="rounded-card border border-line bg-surface p-5 print:hidden"
    >
      <h2 id="moving-ideas" className="text-base">
        Ideas on the move
      </h2>
      <ul className="mt-3 divide-y divide-line border-t border-line">
        {ideas.map((idea) => (
          <li key={idea.id} className="py-3 last:pb-0">
            <Link
              to={`/ideas/${idea.id}`}
              className="font-semibold wrap-anywhere no-underline hover:underline"
              dir="auto"
            >
              {idea.name}
            </Link>
            <p className="text-sm text-soft">{postsWords(idea)}</p>
          </li>
        ))}
      </ul>
    </aside>
  );
}
