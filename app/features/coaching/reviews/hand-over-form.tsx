import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { TextAreaField } from '~/ui/field';
import { InPlaceForm } from './in-place-form';
import type { Refusal } from './in-place-form';
import { lengthHint } from './review-lengths';
import type { ReviewMove } from './review-stages';
import { StepFields } from './step-forms';
import type { At } from './step-forms';
import { showField, unkeptBeside } from './unkept-words';
import type { Unkept } from './unkept-words';

/** A step that did not go through, on a page of its own. */
type Typed = { note: string; refused: Refusal };

/** The coach's way on: with questions, or finished. */
export function HandOverForm({
  at,
  moves,
  unread,
  typed,
}: {
  at: At;
  moves: ReviewMove[];
  unread: number;
  typed?: Typed;
}) {
  const canReturn = moves.includes('return');
  if (!canReturn && !moves.includes('finish')) return null;
  return (
    <Card labelledBy="hand-over" className="print:hidden">
      <h2 id="hand-over">{canReturn ? 'Give it back to the team' : 'Is it all said?'}</h2>
      <p className="mt-1 text-sm text-soft">
        {canReturn
          ? unread === 0
            ? 'You have kept no new comment so far.'
            : `The team reads your ${unread === 1 ? 'new comment' : `${unread} new comments`} and your marks from then on.`
          : 'The team has your questions. Where everything is answered you can finish the review.'}
      </p>
      <StepForm at={at} hint="What is strong, and what to look at first." typed={typed}>
        {canReturn ? (
          <Button name="move" value="return" tone="primary">
            Send it back with questions
          </Button>
        ) : null}
        {moves.includes('finish') ? (
          <Button name="move" value="finish">
            Finish the review
          </Button>
        ) : null}
      </StepForm>
    </Card>
  );
}

/** The team's way on: it is done with what came back. */
export function SendBackForm({ at, typed }: { at: At; typed?: Typed }) {
  return (
    <Card labelledBy="send-back" className="print:hidden">
      <h2 id="send-back">Are you done with it?</h2>
      <p className="mt-1 text-sm text-soft">
        Your coach sees what you answered and what you changed, beside what it said before.
      </p>
      <StepForm at={at} typed={typed}>
        <Button name="move" value="send_back" tone="primary">
          We are done, please look again
        </Button>
      </StepForm>
    </Card>
  );
}

type Held = { stepId: string; move: string; unkept: Unkept[] };

/** A step with a few words. With script it is held while words in other forms are not kept. */
function StepForm({
  at,
  hint,
  typed,
  children,
}: {
  at: At;
  hint?: string;
  typed: Typed | undefined;
  children: ReactNode;
}) {
  const [held, setHeld] = useState<Held | null>(null);
  return (
    <InPlaceForm
      action={`/reviews/${at.reviewId}/steps`}
      refused={typed?.refused}
      keptAs={`reviews/${at.reviewId}/steps`}
      className="mt-3 space-y-3"
      onSubmit={(event) => {
        const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
        if (!(button instanceof HTMLButtonElement) || button.dataset.anyway !== undefined) return;
        const unkept = unkeptBeside(event.currentTarget);
        setHeld(unkept.length === 0 ? null : { stepId: at.stepId, move: button.value, unkept });
        if (unkept.length > 0) event.preventDefault();
      }}
    >
      {(refusal) => (
        <>
          <StepFields {...at} />
          <TextAreaField
            field={{
              ...{ id: 'step-note', name: 'note', initialValue: typed?.note },
              errors: refusal === null ? undefined : [refusal.message],
            }}
            label="A few words with it"
            hint={hint === undefined ? lengthHint : `${hint} ${lengthHint}`}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- refused forms have a page to themselves
            autoFocus={typed !== undefined}
            rows={2}
            optional
            dir="auto"
          />
          <div className="flex flex-wrap gap-2">{children}</div>
          {held === null || held.stepId !== at.stepId ? null : <NotKept {...held} />}
        </>
      )}
    </InPlaceForm>
  );
}

/** Held until the words are kept, which reads the page anew, or are given up. */
function NotKept({ move, unkept }: Held) {
  return (
    <Notice role="alert">
      <p>
        You have words that are not kept yet, about{' '}
        {unkept.map(({ about, field }, index) => (
          <span key={field.id}>
            {index === 0 ? '' : ', '}
            <button
              type="button"
              className="min-h-6 text-accent underline underline-offset-3"
              onClick={() => showField(field)}
            >
              {about}
            </button>
          </span>
        ))}
        . Nothing has been sent.
      </p>
      <Button name="move" value={move} data-anyway="" className="mt-3">
        Go on without them
      </Button>
    </Notice>
  );
}
