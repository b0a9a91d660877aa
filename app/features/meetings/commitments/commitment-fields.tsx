import type { SchoolDay } from '~/lib/school-day';
import { SelectField, TextAreaField, TextField } from '~/ui/field';
import type { CycleChoice } from './commitment-cycle';
import { longestCommitment } from './commitment-bounds';
import { takerValue } from './taker';
import type { TakerChoices } from './taker';

type Values = { what: string; who: string; byWhen: string; cycleId: string };

type Props = {
  /** Begins the ids of its fields, where several forms are on one page. */
  prefix: string;
  values: Values;
  errors: Record<string, string[]>;
  choices: TakerChoices;
  /** Open cycles it may be about, of teams the writer reads. */
  cycles: CycleChoice[];
  /** What stands for no choice among the cycles. */
  noCycle: string;
  /** Nobody is chosen yet, and somebody has to be. */
  mustChooseWho?: boolean;
  /** On its way: what is typed now would be lost. */
  isSent?: boolean;
  today: SchoolDay;
};

function TakerOptions({ choices }: { choices: TakerChoices }) {
  const { runners, runnersName, teams } = choices;
  return (
    <>
      {teams.map(({ teamId, name, schoolName, people }) => (
        <optgroup key={teamId} label={`${schoolName} · ${name}`}>
          <option value={takerValue({ teamId, personId: null })}>{name}, the whole team</option>
          {people.map((one) => (
            <option key={one.personId} value={takerValue({ teamId, personId: one.personId })}>
              {one.name}
            </option>
          ))}
        </optgroup>
      ))}
      {runners.length > 0 ? (
        <optgroup label="Who runs the meeting">
          <option value={takerValue({ teamId: null, personId: null })}>{runnersName}</option>
          {runners.map((one) => (
            <option key={one.personId} value={takerValue({ teamId: null, personId: one.personId })}>
              {one.name}
            </option>
          ))}
        </optgroup>
      ) : null}
    </>
  );
}

/** What, who, by when; and which cycle, where the writer reads one. */
export function CommitmentFields({
  prefix,
  values,
  errors,
  choices,
  cycles,
  noCycle,
  mustChooseWho = false,
  isSent = false,
  today,
}: Props) {
  const field = (name: keyof Values) => ({
    ...{ id: `${prefix}-${name}`, name, initialValue: values[name], errors: errors[name] },
  });
  return (
    <>
      <TextAreaField
        field={field('what')}
        label="What will be done?"
        rows={2}
        maxLength={longestCommitment}
        dir="auto"
        readOnly={isSent}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField field={field('who')} label="Who takes it on?" required>
          {mustChooseWho ? <option value="">Choose who</option> : null}
          <TakerOptions choices={choices} />
        </SelectField>
        <TextField field={field('byWhen')} label="By when?" type="date" min={today} />
      </div>
      {cycles.length > 0 ? (
        <SelectField field={field('cycleId')} label="About which cycle?">
          <option value="">{noCycle}</option>
          {cycles.map(({ id, number, changeIdea }) => (
            <option key={id} value={id}>
              {changeIdea}, cycle {number}
            </option>
          ))}
        </SelectField>
      ) : null}
    </>
  );
}

/** The question about words that may tell of a student, with the tick that answers it. */
export function LookedQuestion({ asked, message }: { asked: string; message: string }) {
  return (
    <div role="alert" className="rounded-card border border-puzzle bg-puzzle-wash px-4 py-3">
      <p className="wrap-anywhere">{message}</p>
      <label className="mt-2 flex min-h-6 items-start gap-2.5">
        <input type="checkbox" name="looked" value={asked} className="mt-1 size-4.5 shrink-0 accent-accent" />
        I have looked: no student can be recognised by these words.
      </label>
    </div>
  );
}
