import { Link } from 'react-router';
import { PostKindBadge } from '~/features/feed/post-parts';
import { Card } from '~/ui/card';
import { PageLinks } from '~/ui/page-links';
import type { ParticipationPage, SchoolPost, SchoolPostsPage } from './participation';
import { sponsorPath } from './participation-words';

function PostLine({ post }: { post: SchoolPost }) {
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <PostKindBadge kind={post.kind} />
        <span className="text-sm wrap-anywhere text-soft" dir="auto">
          {post.signedAs} · {post.sharedOn}
        </span>
      </p>
      <Link
        to={`/posts/${post.id}`}
        className="mt-1 inline-block min-h-6 font-semibold wrap-anywhere no-underline hover:underline"
        dir="auto"
      >
        {post.title}
      </Link>
      {post.shown === '' ? null : <p className="text-sm text-soft">{post.shown}</p>}
    </li>
  );
}

type Props = { posts: SchoolPostsPage; participation: Pick<ParticipationPage, 'search' | 'page'> };

/** What the sponsor's schools chose to tell, newest first. */
export function SchoolPosts({ posts: { posts, total, pages, page }, participation }: Props) {
  return (
    <Card labelledBy="school-posts">
      <h2 id="school-posts" className="scroll-mt-4">
        What your schools shared
      </h2>
      {total === 0 ? (
        <p className="mt-1 text-soft">
          Nothing under their names yet. What everybody may read stands in the <Link to="/feed">feed</Link>.
        </p>
      ) : (
        <>
          <p className="mt-1 text-sm text-soft">
            Wins, losses and puzzles that name the school. All others stand in the{' '}
            <Link to="/feed">feed</Link>.
          </p>
          <ul className="mt-1 divide-y divide-line">
            {posts.map((post) => (
              <PostLine key={post.id} post={post} />
            ))}
          </ul>
        </>
      )}
      <PageLinks
        {...{ page, pages, words: ['Newer', 'Older'] as const }}
        pathOf={(to) => sponsorPath({ ...participation, postPage: to }, 'school-posts')}
      />
    </Card>
  );
}
