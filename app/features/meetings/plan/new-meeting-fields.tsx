import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { ChoiceField, SelectField, TextField } from '~/ui/field';
import type { FormField } from '~/ui/field';
import { usualMinutes } from './meeting-bounds';
import { kindWords } from './meeting-words';

type Choices = {
  cohorts: { id: string; name: string }[];
  teams: { id: string; name: string; schoolName: string }[];
};

/** What kind it is and whose. Where only one cohort or team is there to choose, it is chosen. */
export function KindAndOwnerFields({
  fields,
  choices: { cohorts, teams },
}: {
  fields: { kind: FormField; of: FormField };
  choices: Choices;
}) {
  const kinds = [
    ...(cohorts.length > 0
      ? [
          {
            value: 'network_day',
            label: kindWords.network_day,
            hint: `the whole cohort; ${usualMinutes.network_day} minutes`,
          },
          {
            value: 'cohort_huddle',
            label: kindWords.cohort_huddle,
            hint: `a short one; ${usualMinutes.cohort_huddle} minutes`,
          },
        ]
      : []),
    ...(teams.length > 0
      ? [
          {
            value: 'team_meeting',
            label: kindWords.team_meeting,
            hint: `one team; ${usualMinutes.team_meeting} minutes`,
          },
        ]
      : []),
  ];
  const [onlyKind] = kinds;
  const choiceCount = cohorts.length + teams.length;
  return (
    <>
      {kinds.length === 1 && onlyKind ? (
        <input type="hidden" name={fields.kind.name} value={onlyKind.value} />
      ) : (
        <ChoiceField field={fields.kind} label="What kind of meeting?" choices={kinds} />
      )}
      <SelectField field={fields.of} label="Whose meeting?" className="sm:max-w-md">
        {choiceCount > 1 ? <option value="">Choose</option> : null}
        {cohorts.length > 0 ? (
          <optgroup label="Cohorts">
            {cohorts.map(({ id, name }) => (
              <option key={id} value={`cohort:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        ) : null}
        {teams.length > 0 ? (
          <optgroup label="Teams">
            {teams.map(({ id, name, schoolName }) => (
              <option key={id} value={`team:${id}`}>
                {schoolName} · {name}
              </option>
            ))}
          </optgroup>
        ) : null}
      </SelectField>
    </>
  );
}

export function TitleField({ field }: { field: FormField }) {
  return (
    <TextField
      field={field}
      label="Title"
      hint="Left empty, it is called after its kind: “Network day”."
      optional
      dir="auto"
      autoComplete="off"
    />
  );
}

/** What the agenda begins with. */
export function StartField({
  field,
  earlier,
  today,
}: {
  field: FormField;
  earlier: { id: string; title: string; day: SchoolDay }[];
  today: SchoolDay;
}) {
  return (
    <SelectField
      field={field}
      label="Begin the agenda from"
      hint="Everything in it can be changed. From an earlier meeting come its parts, without who presented."
      className="sm:max-w-lg"
    >
      <option value="ready">a ready-made plan for this kind of meeting</option>
      <option value="empty">nothing: an empty agenda</option>
      {earlier.length > 0 ? (
        <optgroup label="An earlier meeting">
          {earlier.map(({ id, title, day }) => (
            <option key={id} value={id}>
              {title} · {formatDay(day, today)}
            </option>
          ))}
        </optgroup>
      ) : null}
    </SelectField>
  );
}
