import type { FieldMetadata } from '@conform-to/react';
import type { ReactNode } from 'react';
import { confidences } from '#db/vocabulary';
import type { MeasureDirection, MeasureKind } from '#db/vocabulary';
import { ChoiceField, FieldErrors, SelectField, TextAreaField } from '~/ui/field';
import type { PlanForm, QuestionForm } from './cycle-forms';
import { confidenceWords } from './cycle-words';

export type MeasureChoice = {
  id: string;
  name: string;
  kind: MeasureKind;
  unit: string;
  direction: MeasureDirection;
  groups: { id: string; name: string }[];
};

type QuestionField = FieldMetadata<QuestionForm, PlanForm>;

const expectWords = {
  at_least: 'at least',
  at_most: 'at most',
  increase: 'it goes up',
  decrease: 'it goes down',
  no_change: 'it stays the same',
};

/** One learning question with its prediction: what, why, how sure. */
export function QuestionFields({
  field,
  measures,
  heading,
  removal,
}: {
  field: QuestionField;
  measures: MeasureChoice[];
  heading: string;
  removal: ReactNode;
}) {
  const fields = field.getFieldset();
  return (
    <fieldset className="space-y-5">
      <legend className="sr-only">{heading}</legend>
      {fields.id.initialValue ? (
        <input type="hidden" name={fields.id.name} value={fields.id.initialValue} />
      ) : null}
      <TextAreaField
        field={fields.question}
        label="What do you want to learn?"
        hint="A question the data can answer: “Will more students write a complete paragraph when they get sentence frames first?”"
        rows={2}
      />
      <SelectField
        field={fields.series}
        label="Which measure will tell?"
        hint="With one, Study lays the numbers beside your prediction by itself."
      >
        <option value="">None: we will see it in what we notice</option>
        {measures.map((measure) => (
          <optgroup key={measure.id} label={measure.name}>
            {measure.groups.map((group) => (
              <option key={group.id} value={`${measure.id}/${group.id}`}>
                {measure.name}: {group.name}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <div>
        <p className="font-semibold" id={`${fields.expects.id}-title`}>
          We predict
        </p>
        <p className="text-sm text-soft">
          What you expect to see, and why, before the data come. A wrong prediction teaches as much as a right
          one.
        </p>
        <div className="mt-1.5 flex flex-wrap items-center gap-2">
          <label className="sr-only" htmlFor={fields.expects.id}>
            What we expect
          </label>
          <select
            id={fields.expects.id}
            name={fields.expects.name}
            defaultValue={String(fields.expects.initialValue ?? '')}
            className="control w-auto! min-w-44"
            aria-invalid={fields.expects.errors ? true : undefined}
            aria-describedby={fields.expects.errors ? `${fields.expects.id}-error` : undefined}
          >
            <option value="">choose…</option>
            {Object.entries(expectWords).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
          <label className="sr-only" htmlFor={fields.expectedValue.id}>
            Expected number, for “at least” and “at most”
          </label>
          <input
            id={fields.expectedValue.id}
            name={fields.expectedValue.name}
            defaultValue={String(fields.expectedValue.initialValue ?? '')}
            inputMode="decimal"
            placeholder="number"
            autoComplete="off"
            className="control w-28!"
            aria-invalid={fields.expectedValue.errors ? true : undefined}
            aria-describedby={fields.expectedValue.errors ? `${fields.expectedValue.id}-error` : undefined}
          />
          <span className="text-sm text-soft">in the measure’s unit; percent for “x of n”</span>
        </div>
        <FieldErrors field={fields.expects} />
        <FieldErrors field={fields.expectedValue} />
      </div>
      <TextAreaField
        field={fields.because}
        label="Because…"
        hint="The reason you would give a colleague."
        rows={2}
      />
      <ChoiceField
        field={fields.confidence}
        label="How sure are you?"
        scale
        choices={confidences.map((value) => ({
          value: String(value),
          label: `${value}`,
          hint: confidenceWords[value],
        }))}
      />
      {removal}
    </fieldset>
  );
}
