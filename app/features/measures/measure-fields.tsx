import { measureDirections, measureFrequencies, measureKinds, measureLevels } from '#db/vocabulary';
import { ChoiceField, FieldErrors, SelectField, TextAreaField, TextField } from '~/ui/field';
import type { FormField } from '~/ui/field';
import type { StudentGroup } from './measure';
import { directionWords, frequencyWords, kindWords, levelWords } from './measure-words';

type Named<K extends string> = Record<K, FormField>;
type DefinitionFieldNames =
  'name' | 'kind' | 'definition' | 'newVersionFrom' | 'direction' | 'groupIds' | 'frequency';
type TeamFieldNames = 'goal' | 'goalOn' | 'collectorId';

type Member = { id: string; name: string };

function chosenGroups(initialValue: unknown): string[] {
  if (Array.isArray(initialValue)) return initialValue.filter((one) => typeof one === 'string');
  return typeof initialValue === 'string' ? [initialValue] : [];
}

const chosenText = (initialValue: unknown) => (typeof initialValue === 'string' ? initialValue : '');

function FixedKind({ field }: { field: FormField }) {
  const kind = measureKinds.find((one) => one === field.initialValue);
  return (
    <div>
      <input type="hidden" name={field.name} value={chosenText(field.initialValue)} />
      <p className="font-semibold">Counted as</p>
      <p>{kind ? kindWords[kind].name : ''}</p>
      <p className="text-sm text-soft">There are numbers already, so this stays.</p>
      <FieldErrors field={field} />
    </div>
  );
}

function GroupChoice({ field, groups }: { field: FormField; groups: StudentGroup[] }) {
  const chosen = chosenGroups(field.initialValue);
  const first = groups.slice(0, 7);
  const rest = groups.slice(7);
  const box = (group: StudentGroup) => (
    <label key={group.id} className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        name={field.name}
        value={group.id}
        defaultChecked={chosen.includes(group.id)}
        className="control-radio size-4"
      />
      {group.name}
    </label>
  );
  return (
    <fieldset aria-describedby={`${field.id}-hint`}>
      <legend className="font-semibold">Which students?</legend>
      <p id={`${field.id}-hint`} className="text-sm text-soft">
        One number each time for every group you choose. A group is only ever a count.
      </p>
      <div className="mt-1 grid sm:grid-cols-2">{first.map(box)}</div>
      {rest.length > 0 ? (
        <details suppressHydrationWarning open={rest.some((group) => chosen.includes(group.id))}>
          <summary className="inline-block min-h-6 py-1 text-sm text-soft underline">More groups</summary>
          <div className="grid sm:grid-cols-2">{rest.map(box)}</div>
        </details>
      ) : null}
      <FieldErrors field={field} />
    </fieldset>
  );
}

type DefinitionProps = {
  fields: Named<DefinitionFieldNames>;
  groups: StudentGroup[];
  /** There are numbers already, so how they are counted stays. */
  kindIsFixed: boolean;
  isNew: boolean;
};

/** What is counted, how, for whom and how often. */
export function DefinitionFields({ fields, groups, kindIsFixed, isNew }: DefinitionProps) {
  return (
    <>
      <TextField
        field={fields.name}
        label="What do you count?"
        hint="A short name, such as “Complete paragraph, exit ticket”."
      />
      {kindIsFixed ? (
        <FixedKind field={fields.kind} />
      ) : (
        <ChoiceField
          field={fields.kind}
          label="How is it counted?"
          choices={measureKinds.map((kind) => ({
            value: kind,
            label: kindWords[kind].name,
            hint: kindWords[kind].meaning,
          }))}
        />
      )}
      <TextAreaField
        field={fields.definition}
        label="Operational definition"
        hint="What counts and what does not, who counts, when: so exact that two of you would get the same number."
        rows={4}
      />
      {isNew ? null : (
        <TextField
          field={fields.newVersionFrom}
          label="If the definition changes: from which day?"
          hint="A changed definition is a new version and starts a new phase on the chart. Left empty: from today."
          type="date"
          inputClassName="max-w-52"
          optional
        />
      )}
      <ChoiceField
        field={fields.direction}
        label="Which way is wanted?"
        choices={measureDirections.map((value) => ({ value, label: directionWords[value] }))}
      />
      <GroupChoice field={fields.groupIds} groups={groups} />
      <SelectField field={fields.frequency} label="How often?" className="max-w-72">
        {measureFrequencies.map((value) => (
          <option key={value} value={value}>
            {frequencyWords[value]}
          </option>
        ))}
      </SelectField>
    </>
  );
}

/** What the measure is for, and in what it is counted. */
export function LevelFields({ fields }: { fields: Named<'level' | 'unit'> }) {
  return (
    <>
      <SelectField field={fields.level} label="Level" hint="What the measure is for.">
        {measureLevels.map((value) => (
          <option key={value} value={value}>
            {levelWords[value].name}: {levelWords[value].meaning}
          </option>
        ))}
      </SelectField>
      <TextField
        field={fields.unit}
        label="Unit"
        hint="For scores, counts and rates: “words”, “minutes”. Percents need none."
        optional
        inputClassName="max-w-52"
      />
    </>
  );
}

/** The team's own share of any measure. */
export function TeamFields({
  fields,
  members,
  goalHint,
}: {
  fields: Named<TeamFieldNames>;
  members: Member[];
  goalHint: string;
}) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField field={fields.goal} label="Goal" hint={goalHint} inputMode="decimal" optional />
        <TextField
          field={fields.goalOn}
          label="Goal to be reached by"
          type="date"
          className="flex flex-col justify-end"
          optional
        />
      </div>
      <SelectField
        field={fields.collectorId}
        label="Who collects it?"
        hint="It is due on this person’s page; left open, on everybody’s in the team."
      >
        <option value="">Anybody in the team</option>
        {members.map((member) => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
      </SelectField>
    </>
  );
}

type Props = DefinitionProps & {
  fields: Named<DefinitionFieldNames | 'level' | 'unit' | TeamFieldNames>;
  members: Member[];
};

/** Everything a team says of a measure of its own: what is needed first, the rest behind "more". */
export function MeasureFields({ fields, groups, members, kindIsFixed, isNew }: Props) {
  const hiddenErrors = [fields.level, fields.unit, fields.goal, fields.goalOn, fields.collectorId].some(
    (one) => one.errors,
  );
  return (
    <>
      <DefinitionFields {...{ fields, groups, kindIsFixed, isNew }} />
      <details
        suppressHydrationWarning
        open={!isNew || hiddenErrors}
        className="rounded-md border border-line p-4"
      >
        <summary className="inline-block min-h-6 font-semibold">
          More: level, unit, goal, who collects
        </summary>
        <div className="mt-4 space-y-5">
          <LevelFields fields={fields} />
          <TeamFields {...{ fields, members, goalHint: 'In percent, or in the unit above.' }} />
        </div>
      </details>
    </>
  );
}
