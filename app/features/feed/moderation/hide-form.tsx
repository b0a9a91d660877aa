import type { ReactNode } from 'react';
import { useFetcher } from 'react-router';
import { TypedOnDevice } from '~/features/drafts/typed-on-device';
import { Button } from '~/ui/button';
import { TextAreaField } from '~/ui/field';
import type { HidingAnswer } from './moderation';

type Props = {
  postId: string;
  /** Where to come back to. */
  back: string;
  /** The answer to a form that was posted without script. */
  posted?: HidingAnswer | undefined;
  /** What stands beside the button. */
  children?: ReactNode;
};

/** Hides a post, with the reason that its team reads. */
export function HideForm({ postId, back, posted, children }: Props) {
  const fetcher = useFetcher<HidingAnswer>();
  const answer = fetcher.data ?? posted;
  const field = {
    id: `hide-${postId}`,
    name: 'reason',
    initialValue: answer?.typed,
    errors: answer ? [answer.message] : undefined,
  };
  return (
    <fetcher.Form
      method="post"
      action={`/posts/${postId}/hiding?${new URLSearchParams({ back }).toString()}`}
      className="space-y-3"
    >
      <input type="hidden" name="wanted" value="hidden" />
      <TextAreaField
        field={field}
        label="Why it is hidden"
        hint="Its team reads this. Say what would have to change for it to be shown again."
        rows={2}
        dir="auto"
      />
      <TypedOnDevice
        name={`posts/${postId}/hiding`}
        isArriving={fetcher.state === 'loading' && fetcher.data === undefined}
        isBack={posted !== undefined}
      />
      <div className="flex flex-wrap gap-3">
        <Button>Hide this post</Button>
        {children}
      </div>
    </fetcher.Form>
  );
}
