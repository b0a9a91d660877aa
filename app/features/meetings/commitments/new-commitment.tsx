import { useState } from 'react';
import { useFetcher } from 'react-router';
import type { SchoolDay } from '~/lib/school-day';
import { Button } from '~/ui/button';
import { FormErrors } from '~/ui/field';
import type { CommitmentAnswer } from './commitment-answer';
import type { CycleChoice } from './commitment-cycle';
import { CommitmentFields, LookedQuestion } from './commitment-fields';
import { takerValue } from './taker';
import type { TakerChoices } from './taker';

/** What a form needs, as `loadCommitmentFormFacts` gives it. */
export type CommitmentFormFacts = {
  meetingId: string;
  newId: string;
  choices: TakerChoices;
  byWhen: SchoolDay;
  cycles: CycleChoice[];
  /** The writer’s one team in this meeting; null where they have none or several, or run it for many teams. */
  usualTeamId: string | null;
  today: SchoolDay;
};

type CommitmentItem = { id: string; title: string };

type Props = {
  facts: CommitmentFormFacts;
  /** The item the room is in; null outside one. */
  item: CommitmentItem | null;
  /** Where a form without script leads back to. */
  at: 'live' | 'meeting' | 'commitments';
  /** The answer to a form that was posted without script. */
  posted?: CommitmentAnswer | undefined;
};

/** The writer’s own team, all of it; empty where it has to be chosen. It never follows the room. */
function usualTaker({ usualTeamId }: CommitmentFormFacts): string {
  return usualTeamId === null ? '' : takerValue({ teamId: usualTeamId, personId: null });
}

/**
 * The item a commitment belongs to: the one the room was in when its writer began, until it is noted. A room that moves on
 * changes nothing in a form somebody has begun.
 */
function useItemBegun(item: CommitmentItem | null, formId: string) {
  const [begun, setBegun] = useState<{ formId: string; item: CommitmentItem | null } | null>(null);
  const isBegun = begun?.formId === formId;
  return {
    held: isBegun ? begun.item : item,
    begin: () => {
      if (!isBegun) setBegun({ formId, item });
    },
  };
}

/** Notes what somebody takes on: what, who, by when. What was typed stays until it has arrived. */
export function CommitmentForm({ facts, item, at, posted }: Props) {
  const { meetingId, newId, choices, byWhen, cycles, today } = facts;
  const fetcher = useFetcher<CommitmentAnswer>();
  const [firstId] = useState(newId);
  const answer = fetcher.data ?? posted;
  const id = answer?.nextId ?? firstId;
  const problem = answer && !answer.ok ? answer : null;
  const waits = fetcher.state !== 'idle';
  const { held, begin } = useItemBegun(item, id);
  const fresh = { what: '', who: usualTaker(facts), byWhen, cycleId: '' };
  return (
    <fetcher.Form
      method="post"
      action={`/meetings/${meetingId}/commitments`}
      className="space-y-4"
      onSubmit={(event) => {
        if (waits) event.preventDefault();
      }}
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="itemId" value={problem?.typed.itemId ?? held?.id ?? ''} />
      <input type="hidden" name="at" value={at} />
      <FormErrors errors={problem && problem.asked === null ? [problem.message] : undefined} fieldCount={0} />
      <div key={id} className="space-y-4" onChange={begin}>
        <CommitmentFields
          prefix={`commitment-${at}`}
          values={problem?.typed ?? fresh}
          errors={problem?.fields ?? {}}
          noCycle="The one presented, or none"
          mustChooseWho={fresh.who === ''}
          {...{ choices, cycles, today }}
        />
      </div>
      {problem && problem.asked !== null ? (
        <LookedQuestion key={problem.asked} asked={problem.asked} message={problem.message} />
      ) : null}
      {held !== null && held.id !== item?.id ? (
        <p role="status" className="text-sm text-soft">
          You began this in “{held.title}”, and it is noted there.
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button>Note it</Button>
        <span role="status" className="text-sm text-soft">
          {waits ? 'Noting…' : answer?.ok ? 'Noted.' : ''}
        </span>
      </div>
    </fetcher.Form>
  );
}
