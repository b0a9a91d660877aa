import { Form } from 'react-router';
import { Button, ButtonLink } from '~/ui/button';
import { MarkdownText } from '~/ui/markdown-text';
import { CommentForm } from './comment-form';
import type { CommentThread, Conversation, PostComment } from './conversation';

type Props = {
  postId: string;
  conversation: Conversation;
  newId: string;
  isSignedAsOrigin: boolean;
  /** Nobody writes under a post that is not shared. */
  mayWrite: boolean;
};

/** What was said about a post, with the forms to say more. */
export function ConversationView({ postId, conversation, newId, isSignedAsOrigin, mayWrite }: Props) {
  const { threads, page, pages } = conversation;
  return (
    <section aria-labelledby="comments">
      <h2 id="comments" tabIndex={-1} className="scroll-mt-4">
        Comments
      </h2>
      {threads.length === 0 ? (
        <p className="mt-2 text-soft">
          {mayWrite
            ? 'Nobody has written yet. Ask what you would need to know to try it, or tell how it went with you.'
            : 'Nobody wrote about it.'}
        </p>
      ) : (
        <ol className="mt-2 divide-y divide-line">
          {threads.map((thread) => (
            <Thread key={thread.id} {...{ postId, thread, isSignedAsOrigin, mayWrite }} />
          ))}
        </ol>
      )}
      {pages > 1 ? <Pages postId={postId} page={page} pages={pages} /> : null}
      {mayWrite ? (
        <div className="mt-5 border-t border-line pt-5 print:hidden">
          <CommentForm {...{ postId, parentId: null, newId, isSignedAsOrigin }} />
        </div>
      ) : null}
    </section>
  );
}

function Thread({
  postId,
  thread,
  isSignedAsOrigin,
  mayWrite,
}: Omit<Props, 'conversation' | 'newId'> & { thread: CommentThread }) {
  const answers = mayWrite && !thread.isWithdrawn;
  return (
    <li className="py-4">
      <CommentView comment={thread} mayWrite={mayWrite} />
      {thread.replies.length > 0 ? (
        <ol className="mt-3 space-y-4 border-s-2 border-line ps-4 sm:ms-4">
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <CommentView comment={reply} mayWrite={mayWrite} />
            </li>
          ))}
        </ol>
      ) : null}
      {answers ? (
        <details suppressHydrationWarning className="mt-1 print:hidden">
          <summary
            className="inline-flex min-h-6 items-center text-sm text-soft underline underline-offset-3"
            aria-label={`Answer ${thread.signedBy}`}
          >
            Answer
          </summary>
          <div className="mt-2">
            <CommentForm {...{ postId, parentId: thread.id, newId: thread.newReplyId, isSignedAsOrigin }} />
          </div>
        </details>
      ) : null}
    </li>
  );
}

function CommentView({ comment, mayWrite }: { comment: PostComment; mayWrite: boolean }) {
  const { id, signedBy, place, on, blocks, isMine, isWithdrawn } = comment;
  if (isWithdrawn)
    return (
      <p id={`comment-${id}`} className="text-soft">
        This comment was withdrawn.
      </p>
    );
  return (
    <article id={`comment-${id}`} className="scroll-mt-4" aria-labelledby={`comment-${id}-by`}>
      <p className="text-sm text-soft" id={`comment-${id}-by`}>
        <bdi className="font-semibold text-ink">{signedBy}</bdi>
        {place === '' ? '' : ` · ${place}`} · {on}
      </p>
      <div className="mt-1 space-y-2 wrap-anywhere">
        <MarkdownText blocks={blocks} />
      </div>
      {isMine && mayWrite ? (
        <details suppressHydrationWarning className="mt-1 print:hidden">
          <summary className="inline-flex min-h-6 items-center text-sm text-soft underline underline-offset-3">
            Withdraw
          </summary>
          <Form
            method="post"
            action={`/comments/${id}/withdrawal`}
            preventScrollReset
            className="mt-1 flex flex-wrap items-center gap-3"
          >
            <span className="text-sm">Its text goes for everybody.</span>
            <Button>Withdraw my comment</Button>
          </Form>
        </details>
      ) : null}
    </article>
  );
}

function Pages({ postId, page, pages }: { postId: string; page: number; pages: number }) {
  const to = (number: number) => `/posts/${postId}${number > 1 ? `?page=${number}` : ''}#comments`;
  return (
    <nav aria-label="Pages of comments" className="mt-2 flex items-center justify-between">
      {page > 1 ? <ButtonLink to={to(page - 1)}>Earlier</ButtonLink> : <span />}
      <span className="text-sm text-soft">
        Page {page} of {pages}
      </span>
      {page < pages ? <ButtonLink to={to(page + 1)}>Later</ButtonLink> : <span />}
    </nav>
  );
}
