import { clsx } from 'clsx';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useFetcher } from 'react-router';
import { clockMoves } from '#db/vocabulary';
import type { ClockMove } from '#db/vocabulary';
import { formatWeekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Unreached } from '~/lib/unreached';
import { Button } from '~/ui/button';
import { unreachedWords } from './or-unreached';
import type { RoomClock } from './room';
import type { PressAnswer } from './room-answers';

export type Pressing = {
  press: (move: ClockMove) => void;
  waits: boolean;
  message: string;
  Form: ReturnType<typeof useFetcher>['Form'];
  pressId: string;
};

type Where = { meetingId: string; clock: RoomClock; firstId: string; view: 'live' | 'projector' };

/** Presses on the clock, one at a time, each under an id of its own and with the step that stood on the screen. */
export function usePressing({ meetingId, clock, firstId, view }: Where): Pressing {
  const fetcher = useFetcher<PressAnswer | Unreached>();
  const [first] = useState(firstId);
  const answer = fetcher.data;
  const [known, setKnown] = useState(first);
  const pressId = answer && 'nextId' in answer ? answer.nextId : known;
  if (pressId !== known) setKnown(pressId);
  // What the page loads after a press does not keep the next one waiting.
  const waits = fetcher.state === 'submitting';
  const queued = useRef<Record<string, string> | null>(null);
  const { submit } = fetcher;
  const send = (fields: Record<string, string>) =>
    void submit({ ...fields, id: pressId, view }, { method: 'post', action: `/meetings/${meetingId}/clock` });
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const next = queued.current;
    if (waits || next === null) return;
    queued.current = null;
    latest.current(next);
  }, [waits]);
  return {
    press(move) {
      const fields = { move, stepId: clock.stepId ?? '' };
      if (!waits) send(fields);
      // The same press again, while it is under way, is one.
      else if (fetcher.formData?.get('move') !== move) queued.current = fields;
    },
    waits,
    message: waits || !answer ? '' : 'unreached' in answer ? unreachedWords : answer.message,
    Form: fetcher.Form,
    pressId,
  };
}

type Props = Where & {
  pressing: Pressing;
  /** The day the meeting is planned for, where that is not today. */
  otherDay: SchoolDay | null;
  isFirst: boolean;
  isLast: boolean;
  className?: string;
};

/** What those who keep the clock press. */
export function ClockControls({ pressing, otherDay, isFirst, isLast, className, ...where }: Props) {
  const { meetingId, clock, view } = where;
  const { Form, waits, message, pressId } = pressing;
  const { state, stepId } = clock;
  const inStep = state === 'running' || state === 'paused';
  return (
    <Form
      method="post"
      action={`/meetings/${meetingId}/clock`}
      aria-label="The clock"
      className={className}
      onSubmit={(event) => {
        if (!waits) return;
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        const move = clockMoves.find(
          (one) => submitter instanceof HTMLButtonElement && one === submitter.value,
        );
        if (move !== undefined) pressing.press(move);
      }}
    >
      <input type="hidden" name="id" value={pressId} />
      <input type="hidden" name="stepId" value={stepId ?? ''} />
      <input type="hidden" name="view" value={view} />
      <div className="flex flex-wrap items-center gap-1.5 sm:gap-2">
        {state === 'waiting' ? <Move move="start" tone="primary" words="Start" /> : null}
        {state === 'waiting' && otherDay !== null ? (
          <p className="text-sm">This meeting is planned for {formatWeekday(otherDay)}.</p>
        ) : null}
        {state === 'ended' ? <Move move="back" words="Open the meeting again" /> : null}
        {inStep ? (
          <>
            <Move move="back" words="Back" disabled={isFirst} />
            {state === 'running' ? (
              <Move move="pause" words="Pause" />
            ) : (
              <Move move="resume" tone={isLast ? 'secondary' : undefined} words="Go on" />
            )}
            <Move
              move="extend"
              words={
                <span>
                  +2 min<span className="max-sm:sr-only">utes</span>
                </span>
              }
            />
            {isLast ? null : <Move move="next" tone="primary" words="Next" />}
            <details className="relative" key={stepId} suppressHydrationWarning>
              <summary className="inline-flex min-h-11 items-center px-2 font-semibold text-soft before:hidden">
                End
              </summary>
              <div className="absolute right-0 bottom-full z-10 mb-2 w-56 rounded-card border border-line bg-surface p-4">
                <p className="mb-2 text-sm">The clock stops for everybody. You can open it again today.</p>
                <Move move="end" words="End the meeting" />
              </div>
            </details>
          </>
        ) : null}
      </div>
      <p role="status" className="text-sm text-soft empty:hidden">
        {message}
      </p>
    </Form>
  );
}

type MoveProps = {
  move: ClockMove;
  words: ReactNode;
  tone?: 'primary' | 'secondary' | undefined;
  disabled?: boolean;
};

function Move({ move, words, tone = 'secondary', disabled = false }: MoveProps) {
  return (
    <Button
      name="move"
      value={move}
      tone={tone}
      disabled={disabled}
      className={clsx('px-3', tone === 'primary' && 'grow')}
    >
      {words}
    </Button>
  );
}
