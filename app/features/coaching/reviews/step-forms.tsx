import { Form } from 'react-router';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { TextAreaField } from '~/ui/field';
import type { ReviewMove } from './review-stages';

type At = { reviewId: string; stepId: string; version: number };

function Hidden({ stepId, version }: At) {
  return (
    <>
      <input type="hidden" name="id" value={stepId} />
      <input type="hidden" name="version" value={version} />
    </>
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
    <Form method="post" action={`/reviews/${at.reviewId}/steps`}>
      <Hidden {...at} />
      <Button name="move" value={move} tone={isFirst ? 'primary' : 'secondary'}>
        {children}
      </Button>
    </Form>
  );
}

type Typed = { note: string; message: string };
type Props = { at: At; moves: ReviewMove[]; unread: number; typed?: Typed };

/** The coach's way on: with questions, or finished. */
export function HandOverForm({ at, moves, unread, typed }: Props) {
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
      <Form method="post" action={`/reviews/${at.reviewId}/steps`} className="mt-3 space-y-3">
        <Hidden {...at} />
        <Note label="A few words with it" hint="What is strong, and what to look at first." typed={typed} />
        <div className="flex flex-wrap gap-2">
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
        </div>
      </Form>
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
      <Form method="post" action={`/reviews/${at.reviewId}/steps`} className="mt-3 space-y-3">
        <Hidden {...at} />
        <Note label="A few words with it" typed={typed} />
        <Button name="move" value="send_back" tone="primary">
          We are done, please look again
        </Button>
      </Form>
    </Card>
  );
}

function Note({ label, hint, typed }: { label: string; hint?: string; typed: Typed | undefined }) {
  return (
    <TextAreaField
      field={{
        ...{ id: 'step-note', name: 'note', initialValue: typed?.note },
        errors: typed === undefined ? undefined : [typed.message],
      }}
      {...{ label, hint }}
      rows={2}
      optional
      dir="auto"
    />
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
  typed?: { asks: string; message: string };
}) {
  return (
    <Form method="post" action={`/cycles/${cycleId}/reviews`} className="mt-3 space-y-3">
      <input type="hidden" name="id" value={newId} />
      <TextAreaField
        field={{
          ...{ id: 'review-asks', name: 'asks', initialValue: typed?.asks },
          errors: typed === undefined ? undefined : [typed.message],
        }}
        label="What would you like to know?"
        rows={2}
        optional
        dir="auto"
      />
      <Button name="how" value="request">
        Ask {coaches.length === 1 ? coaches[0] : 'your coaches'}
      </Button>
    </Form>
  );
}

/** A coach begins to read what nobody asked about. */
export function BeginForm({ cycleId, newId }: { cycleId: string; newId: string }) {
  return (
    <Form method="post" action={`/cycles/${cycleId}/reviews`}>
      <input type="hidden" name="id" value={newId} />
      <Button name="how" value="begin" tone="primary">
        Begin a review
      </Button>
    </Form>
  );
}
