import { Form } from 'react-router';
import { Button } from '~/ui/button';
import { TextAreaField } from '~/ui/field';
import type { BackTo } from './review-form';

type Props = {
  reviewId: string;
  commentId: string;
  newId: string;
  back: BackTo;
  typed?: { body: string; message: string };
};

/** Words beneath a comment. */
export function AnswerForm({ reviewId, commentId, newId, back, typed }: Props) {
  return (
    <Form
      method="post"
      action={`/reviews/${reviewId}/comments/${commentId}/answers`}
      preventScrollReset
      className="mt-2 space-y-3"
    >
      <input type="hidden" name="id" value={newId} />
      <input type="hidden" name="back" value={back} />
      <TextAreaField
        field={{
          ...{ id: `answer-${commentId}`, name: 'body', initialValue: typed?.body },
          errors: typed === undefined ? undefined : [typed.message],
        }}
        label="Your answer"
        rows={2}
        dir="auto"
      />
      <Button>Answer</Button>
    </Form>
  );
}
