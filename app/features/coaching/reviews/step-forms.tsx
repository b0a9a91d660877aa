import { Button } from '~/ui/button';
import { TextAreaField } from '~/ui/field';
import { InPlaceForm } from './in-place-form';
import type { Refusal } from './in-place-form';
import { lengthHint } from './review-lengths';
import type { ReviewMove } from './review-stages';

/** The review before a step, and the id of the step to come. */
export type At = { reviewId: string; stepId: string; version: number };

export function StepFields({ stepId, version }: Pick<At, 'stepId' | 'version'>) {
  return (
    <>
      <input type="hidden" name="id" value={stepId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

function Refused({ refusal }: { refusal: Refusal | null }) {
  if (refusal === null) return null;
  return (
    <p role="alert" className="mt-1 text-sm font-semibold text-away">
      {refusal.message}
    </p>
  );
}

/** One move without words. */
export function MoveButton({
  at,
  move,
  children,
  isFirst = false,
}: {
  at: At;
  move: ReviewMove;
  children: string;
  isFirst?: boolean;
}) {
  return (
    <InPlaceForm action={`/reviews/${at.reviewId}/steps`}>
      {(refusal) => (
        <>
          <StepFields {...at} />
          <Button name="move" value={move} tone={isFirst ? 'primary' : 'secondary'}>
            {children}
          </Button>
          <Refused refusal={refusal} />
        </>
      )}
    </InPlaceForm>
  );
}

/** Asks the coaches of a team to look at a cycle. */
export function AskForm({
  cycleId,
  newId,
  coaches,
  typed,
}: {
  cycleId: string;
  newId: string;
  coaches: string[];
  /** What was typed before it was refused, on a page of its own. */
  typed?: { asks: string; refused: Refusal };
}) {
  return (
    <InPlaceForm
      action={`/cycles/${cycleId}/reviews`}
      refused={typed?.refused}
      about="your request"
      keptAs={`cycles/${cycleId}/reviews`}
      className="mt-3 space-y-3"
    >
      {(refusal) => (
        <>
          <input type="hidden" name="id" value={refusal?.id ?? newId} />
          <TextAreaField
            field={{
              ...{ id: 'review-asks', name: 'asks', initialValue: typed?.asks },
              errors: refusal === null ? undefined : [refusal.message],
            }}
            label="What would you like to know?"
            hint={lengthHint}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- refused forms have a page to themselves
            autoFocus={typed !== undefined}
            rows={2}
            optional
            dir="auto"
          />
          <Button name="how" value="request">
            Ask {coaches.length === 1 ? coaches[0] : 'your coaches'}
          </Button>
        </>
      )}
    </InPlaceForm>
  );
}

/** A coach begins to read what nobody asked about. */
export function BeginForm({ cycleId, newId }: { cycleId: string; newId: string }) {
  return (
    <InPlaceForm action={`/cycles/${cycleId}/reviews`}>
      {(refusal) => (
        <>
          <input type="hidden" name="id" value={newId} />
          <Button name="how" value="begin" tone="primary">
            Begin a review
          </Button>
          <Refused refusal={refusal} />
        </>
      )}
    </InPlaceForm>
  );
}
