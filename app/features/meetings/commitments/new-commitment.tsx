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
  /** The writer’s own team in this meeting; null for whoever comes without one. */
  ownTeamId: string | null;
  today: SchoolDay;
};

type Props = {
  facts: CommitmentFormFacts;
  /** The item the room is in, with the team that presents in it; null outside one. */
  item: { id: string; teamId: string | null } | null;
  /** Where a form without script leads back to. */
  at: 'live' | 'meeting' | 'commitments';
  /** The answer to a form that was posted without script. */
  posted?: CommitmentAnswer | undefined;
};

/** The presenting team, else the writer’s own, else those who run the meeting; all of them together. */
function usualTaker({ choices, ownTeamId }: CommitmentFormFacts, presentingId: string | null): string {
  const has = (teamId: string | null) => choices.teams.some((team) => team.teamId === teamId);
  const teamId = [presentingId, ownTeamId].find((one) => one !== null && has(one)) ?? null;
  return takerValue({ teamId, personId: null });
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
  const fresh = { what: '', who: usualTaker(facts, item?.teamId ?? null), byWhen, cycleId: '' };
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
      <input type="hidden" name="itemId" value={problem?.typed.itemId ?? item?.id ?? ''} />
      <input type="hidden" name="at" value={at} />
      <FormErrors errors={problem && problem.asked === null ? [problem.message] : undefined} fieldCount={0} />
      <div key={`${id} ${item?.id ?? ''}`} className="space-y-4">
        <CommitmentFields
          prefix={`commitment-${at}`}
          values={problem?.typed ?? fresh}
          errors={problem?.fields ?? {}}
          noCycle="The one presented, or none"
          {...{ choices, cycles, today }}
        />
      </div>
      {problem && problem.asked !== null ? (
        <LookedQuestion key={problem.asked} asked={problem.asked} message={problem.message} />
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
