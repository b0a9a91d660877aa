import { Button } from '~/ui/button';
import { TextAreaField } from '~/ui/field';
import { InPlaceForm } from './in-place-form';
import type { Refusal } from './in-place-form';
import { lengthHint } from './review-lengths';
import type { BackTo } from './review-form';
import type { CommentView } from './review-page';

type Props = {
  comment: Pick<CommentView, 'id' | 'reviewId' | 'about'>;
  newId: string;
  back: BackTo;
  /** What was typed before it was refused, on a page of its own. */
  typed?: { body: string; refused: Refusal };
};

/** Words beneath a comment. */
export function AnswerForm({ comment: { id, reviewId, about }, newId, back, typed }: Props) {
  return (
    <InPlaceForm
      action={`/reviews/${reviewId}/comments/${id}/answers`}
      refused={typed?.refused}
      about={`your answer about ${about}`}
      keptAs={`reviews/${reviewId}/answers/${id}`}
      className="mt-2 space-y-3"
    >
      {(refusal) => (
        <>
          <input type="hidden" name="id" value={refusal?.id ?? newId} />
          <input type="hidden" name="back" value={back} />
          <TextAreaField
            field={{
              ...{ id: `answer-${id}`, name: 'body', initialValue: typed?.body },
              errors: refusal === null ? undefined : [refusal.message],
            }}
            label="Your answer"
            hint={lengthHint}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- refused forms have a page to themselves
            autoFocus={typed !== undefined}
            rows={2}
            dir="auto"
          />
          <Button>Answer</Button>
        </>
      )}
    </InPlaceForm>
  );
}
