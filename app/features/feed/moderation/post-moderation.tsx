import { Form } from 'react-router';
import { Button } from '~/ui/button';
import { HideForm } from './hide-form';

type Props = {
  post: { id: string; isPinned: boolean; isOwn: boolean; standing: 'shared' | 'withdrawn' | 'hidden' };
};

/** What a facilitator may do with a post. */
export function PostModeration({ post }: Props) {
  const back = `/posts/${post.id}`;
  if (post.standing === 'hidden') return post.isOwn ? null : <ShowAgain postId={post.id} />;
  return (
    <>
      <Form
        method="post"
        action={`/posts/${post.id}/pin?${new URLSearchParams({ back }).toString()}`}
        preventScrollReset
      >
        <Button
          name="wanted"
          value={post.isPinned ? 'unpinned' : 'pinned'}
          tone="quiet"
          className="font-normal!"
        >
          {post.isPinned ? 'Unpin from the top of the feed' : 'Pin to the top of the feed'}
        </Button>
      </Form>
      {post.isOwn ? null : (
        <details suppressHydrationWarning className="open:w-full">
          <summary className="inline-flex min-h-11 items-center text-soft underline underline-offset-3">
            Hide this post
          </summary>
          <div className="mt-1 max-w-[60ch]">
            <HideForm postId={post.id} back={back} />
          </div>
        </details>
      )}
    </>
  );
}

function ShowAgain({ postId }: { postId: string }) {
  return (
    <Form method="post" action={`/posts/${postId}/hiding?back=/posts/${postId}`}>
      <Button name="wanted" value="shown">
        Show again
      </Button>
    </Form>
  );
}
