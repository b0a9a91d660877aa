import { Form } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Button, ButtonLink } from '~/ui/button';
import { ConflictChoice } from '~/ui/conflict-choice';
import { FormErrors, TextField } from '~/ui/field';
import type { Commitment } from './commitment';
import { longestLetGoReason } from './commitment-bounds';
import type { CycleChoice } from './commitment-cycle';
import { CommitmentFields, LookedQuestion } from './commitment-fields';
import { takerOf, takerValue } from './taker';
import type { TakerChoices } from './taker';

/** What became of a form that did not go through. */
export type ChangeAnswer = {
  step: 'change' | 'let_go';
  conflict: boolean;
  message: string;
  fields: Record<string, string[]>;
  asked: string | null;
  typed: { version: number; who: string; cycleId: string; what: string; byWhen: string; why: string };
};

type Props = {
  commitment: Commitment;
  /** Who changed it last. */
  changedByName: string;
  choices: TakerChoices;
  cycles: CycleChoice[];
  today: SchoolDay;
  answer: ChangeAnswer | null;
};

function nameOf(choices: TakerChoices, value: string): string {
  const taker = takerOf(value);
  const group =
    taker?.teamId == null ? undefined : choices.teams.find(({ teamId }) => teamId === taker.teamId);
  const people = group?.people ?? choices.runners;
  const one = people.find(({ personId }) => personId === taker?.personId);
  return one?.name ?? group?.name ?? choices.runnersName;
}

/** What, who, which cycle and by when, at the version it was read. */
export function CommitmentEditor({
  commitment,
  changedByName,
  choices,
  cycles,
  today,
  answer: given,
}: Props) {
  const answer = given?.step === 'change' ? given : null;
  const { id, version, team, personId } = commitment;
  const now = {
    what: commitment.what,
    who: takerValue({ teamId: team?.id ?? null, personId }),
    byWhen: commitment.byWhen,
    cycleId: commitment.cycleId ?? '',
  };
  const typed = answer?.typed ?? now;
  const runsInto = answer?.conflict === true && answer.typed.version !== version;
  return (
    <Form method="post" key={`${version} ${answer?.asked ?? ''}`} className="space-y-4">
      {runsInto ? (
        <ConflictChoice
          by={changedByName}
          version={version}
          differences={[
            { label: 'What', theirs: now.what, mine: typed.what },
            { label: 'Who', theirs: nameOf(choices, now.who), mine: nameOf(choices, typed.who) },
            {
              label: 'By when',
              theirs: formatDay(now.byWhen, today),
              mine: formatDay(typed.byWhen, today),
            },
          ].filter(({ theirs, mine }) => theirs !== mine)}
          takeTheirs={
            <ButtonLink to={`/commitments/${id}`} reloadDocument>
              Take theirs
            </ButtonLink>
          }
        />
      ) : null}
      <FormErrors
        errors={answer && !answer.conflict && answer.asked === null ? [answer.message] : undefined}
      />
      <input type="hidden" name="step" value="change" />
      <input type="hidden" name="version" value={answer?.typed.version ?? version} />
      <CommitmentFields
        prefix="change"
        values={typed}
        errors={answer?.fields ?? {}}
        noCycle="None"
        {...{ choices, cycles, today }}
      />
      {answer && answer.asked !== null ? (
        <LookedQuestion asked={answer.asked} message={answer.message} />
      ) : null}
      {runsInto ? null : <Button tone="primary">Save the commitment</Button>}
    </Form>
  );
}

/** No longer wanted: it stays, with the reason. */
export function LetGoForm({
  commitment,
  answer: given,
}: {
  commitment: Commitment;
  answer: ChangeAnswer | null;
}) {
  const answer = given?.step === 'let_go' ? given : null;
  return (
    <details suppressHydrationWarning open={answer !== null} className="border-t border-line pt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold">Let it go</summary>
      <Form method="post" className="mt-2 space-y-3">
        {answer?.conflict ? (
          <FormErrors errors={['Somebody changed this meanwhile. Please look at it above once more.']} />
        ) : null}
        <input type="hidden" name="step" value="let_go" />
        <input type="hidden" name="version" value={commitment.version} />
        <TextField
          field={{
            ...{ id: 'let-go-why', name: 'why', initialValue: answer?.typed.why ?? '' },
            errors: answer?.fields.why,
          }}
          label="Why is it no longer wanted?"
          hint="One sentence. It stays on the cycle’s page with it."
          maxLength={longestLetGoReason}
          dir="auto"
        />
        <Button>Let it go</Button>
      </Form>
    </details>
  );
}
