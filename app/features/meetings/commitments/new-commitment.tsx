import { useEffect, useRef, useState } from 'react';
import { useFetcher } from 'react-router';
import { deviceKey, forgetWords } from '~/features/drafts/device-words';
import { useDeviceWords } from '~/features/drafts/device-words-hook';
import type { SchoolDay } from '~/lib/school-day';
import type { Unreached } from '~/lib/unreached';
import { Button } from '~/ui/button';
import { FormErrors } from '~/ui/field';
import { useItemBegun } from '../live/item-begun';
import type { FormItem } from '../live/item-begun';
import { unreachedWords } from '../live/or-unreached';
import type { CommitmentAnswer } from './commitment-answer';
import type { CycleChoice } from './commitment-cycle';
import { CommitmentFields, LookedQuestion } from './commitment-fields';
import { takerValue } from './taker';
import type { TakerChoices } from './taker';

/** What a form needs, as `loadCommitmentFormFacts` gives it. */
export type CommitmentFormFacts = {
  meetingId: string;
  /** The writer. */
  personId: string;
  newId: string;
  choices: TakerChoices;
  byWhen: SchoolDay;
  cycles: CycleChoice[];
  /** The writer’s one team in this meeting; null where they have none or several, or run it for many teams. */
  usualTeamId: string | null;
  today: SchoolDay;
};

type Props = {
  facts: CommitmentFormFacts;
  /** The item the room is in; null outside one. */
  item: FormItem | null;
  /** The items of the agenda, of which what was typed before may belong to one. */
  items?: readonly FormItem[];
  /** Where a form without script leads back to. */
  at: 'live' | 'meeting' | 'commitments';
  /** The answer to a form that was posted without script. */
  posted?: CommitmentAnswer | undefined;
};

/** The writer’s own team, all of it; empty where it has to be chosen. It never follows the room. */
function usualTaker({ usualTeamId }: CommitmentFormFacts): string {
  return usualTeamId === null ? '' : takerValue({ teamId: usualTeamId, personId: null });
}

/** Notes what somebody takes on: what, who, by when. What was typed stays until it has arrived. */
export function CommitmentForm({ facts, item, items = [], at, posted }: Props) {
  const { meetingId, personId, newId, choices, byWhen, cycles, today } = facts;
  const fetcher = useFetcher<CommitmentAnswer | Unreached>();
  const [firstId] = useState(newId);
  const unreached = fetcher.data !== undefined && 'unreached' in fetcher.data;
  const [answer, setAnswer] = useState<CommitmentAnswer | undefined>(posted);
  if (fetcher.data && !('unreached' in fetcher.data) && fetcher.data !== answer) setAnswer(fetcher.data);
  const id = answer?.nextId ?? firstId;
  const problem = answer && !answer.ok ? answer : null;
  const waits = fetcher.state !== 'idle';
  const { held, begin, hold } = useItemBegun(item, id);
  const form = useRef<HTMLFormElement>(null);
  const key = deviceKey(personId, `meetings/${meetingId}/commitments`);
  useDeviceWords(form, {
    ...{ key, words: 'what' },
    onFound: ({ itemId }) => hold(items.find((one) => one.id === itemId) ?? item),
  });
  useEffect(() => {
    if (answer?.ok) forgetWords(localStorage, key);
  }, [answer, key]);
  const fresh = { what: '', who: usualTaker(facts), byWhen, cycleId: '' };
  return (
    <fetcher.Form
      ref={form}
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
          isSent={waits}
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
          {waits ? 'Noting…' : unreached ? unreachedWords : answer?.ok ? 'Noted.' : ''}
        </span>
      </div>
    </fetcher.Form>
  );
}
