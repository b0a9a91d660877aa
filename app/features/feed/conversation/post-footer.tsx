import { Link } from 'react-router';
import { counted } from '~/lib/number-format';
import { ButtonLink } from '~/ui/button';
import type { PostCard } from '../post';

/** What a reader may do with a post, and what others did: no counts of reactions, no ranking. */
export function PostFooter({ post }: { post: PostCard }) {
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line pt-4 print:hidden">
      <ButtonLink to={`/posts/${post.id}/try`}>Try this with my students</ButtonLink>
      <Link to={`/posts/${post.id}#comments`} className="ml-auto text-sm text-soft">
        {counted(post.comments, 'comment')}
        {post.triedBy > 0 ? ` · tried by ${counted(post.triedBy, 'team')}` : ''}
      </Link>
    </div>
  );
}
