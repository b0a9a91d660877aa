import { useState } from 'react';
import { Link, useFetcher } from 'react-router';
import { TypedOnDevice } from '~/features/drafts/typed-on-device';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/card';
import type { CommentAnswer } from './conversation';
import { MentionField } from './mention-field';

type Props = {
  postId: string;
  /** The comment it answers; null for a comment of its own. */
  parentId: string | null;
  /** The id of what is written here. */
  newId: string;
  /** What is written here is signed as the team that shared the post. */
  isSignedAsOrigin: boolean;
  /** The answer to a form that was posted without script. */
  posted?: CommentAnswer | undefined;
};

const hint = 'Type @ and a name to mention somebody.';
const hiddenHint = 'You write as “The team that shared this”: your name is not shown to anybody.';

/** A comment or an answer: its text stays in the form until it has arrived. */
export function CommentForm({ postId, parentId, newId, isSignedAsOrigin, posted }: Props) {
  const fetcher = useFetcher<CommentAnswer>();
  const [firstId] = useState(newId);
  const answer = fetcher.data ?? posted;
  const id = answer?.nextId ?? firstId;
  const problem = answer && !answer.ok ? answer : null;
  const waits = fetcher.state !== 'idle';
  const field = {
    id: `write-${parentId ?? 'new'}`,
    name: 'body',
    initialValue: problem?.typed,
    errors: problem && !problem.isGone && problem.asked === null ? [problem.message] : undefined,
  };
  return (
    <fetcher.Form
      method="post"
      action={`/posts/${postId}/comments`}
      className="space-y-3"
      onSubmit={(event) => {
        if (waits) event.preventDefault();
      }}
    >
      <input type="hidden" name="id" value={id} />
      {parentId === null ? null : <input type="hidden" name="parentId" value={parentId} />}
      <MentionField
        key={id}
        postId={postId}
        field={field}
        label={parentId === null ? 'Your comment' : 'Your answer'}
        hint={isSignedAsOrigin ? `${hiddenHint} ${hint}` : hint}
        rows={parentId === null ? 3 : 2}
      />
      {problem && problem.asked !== null ? (
        <div role="alert" className="rounded-card border border-puzzle bg-puzzle-wash px-4 py-3">
          <p>{problem.message}</p>
          <label className="mt-2 flex min-h-6 items-start gap-2.5">
            <input
              type="checkbox"
              name="looked"
              value={problem.asked}
              className="mt-1 size-4.5 accent-accent"
            />
            I have looked: nobody can be recognised by these words.
          </label>
        </div>
      ) : null}
      {problem?.isGone ? (
        <Notice tone="attention" role="alert">
          {problem.message}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button>{parentId === null ? 'Send' : 'Answer'}</Button>
        <TypedOnDevice
          name={`posts/${postId}/comments/${parentId ?? 'new'}`}
          isArriving={fetcher.state === 'loading' && fetcher.data?.ok === true}
          isBack={posted !== undefined}
        />
        <span role="status" className="text-sm text-soft">
          {waits ? 'Sending…' : answer?.ok ? <Arrived at={answer.at} /> : ''}
        </span>
      </div>
    </fetcher.Form>
  );
}

function Arrived({ at }: { at: string }) {
  return (
    <>
      It is there.{' '}
      <Link to={at} className="inline-block min-h-6">
        Show it
      </Link>
    </>
  );
}
