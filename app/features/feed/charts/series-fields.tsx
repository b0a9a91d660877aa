import type { Measure } from '~/features/measures/measure';
import { SelectField, TextField } from '~/ui/field';
import type { FormField } from '~/ui/field';

type Props = {
  fields: { series: FormField; students: FormField };
  measures: Measure[];
  /** Which chart is asked for, in words. */
  label: string;
  /** Who never sees how many students are in it. */
  hint: string;
};

/** Which series of a team's measures goes out as a chart, and about how many students it is. */
export function SeriesFields({ fields, measures, label, hint }: Props) {
  const choices = measures.flatMap((measure) =>
    measure.groups.map((group) => ({
      value: `${measure.id}/${group.id}`,
      label: `${measure.name}, ${group.name.toLowerCase()}`,
    })),
  );
  return (
    <div>
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <SelectField field={fields.series} label={label}>
          <option value="">No chart</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </SelectField>
        <TextField
          field={fields.students}
          label="Students in it"
          inputMode="numeric"
          autoComplete="off"
          optional
        />
      </div>
      <p className="mt-2 text-sm text-soft">{hint}</p>
    </div>
  );
}
