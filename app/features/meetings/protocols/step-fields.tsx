import type { FieldMetadata, FormMetadata } from '@conform-to/react';
import { Plus } from 'lucide-react';
import { counted } from '~/lib/number-format';
import { Button } from '~/ui/button';
import { FieldErrors, SelectField, TextAreaField, TextField } from '~/ui/field';
import { mostSteps } from './protocol-bounds';
import type { TypedStep } from './protocol-form';
import { stepVoiceChoices } from './protocol-words';

type Props<Form extends { protocolSteps: TypedStep[] }> = {
  form: FormMetadata<Form>;
  field: FieldMetadata<TypedStep[], Form>;
  /** For rows still to be added. */
  newStepIds: string[];
  /** Steps that a running meeting is in or has passed: they may be changed, not taken out or moved. */
  heldIds?: readonly string[];
  /** What stands beside the sum, such as the time left in the meeting. */
  sumNote?: (minutes: number) => string;
  /** Its heading is said elsewhere, such as in the summary it unfolds from. */
  isTitled?: boolean;
};

function VoiceOptions() {
  return stepVoiceChoices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

const minutesOf = (value: unknown) => {
  const minutes = Number(value);
  return Number.isFinite(minutes) && minutes > 0 ? minutes : 0;
};

/** The steps in their order; added, moved and removed by buttons that work without script. */
export function StepFields<Form extends { protocolSteps: TypedStep[] }>({
  form,
  field,
  newStepIds,
  heldIds = [],
  sumNote,
  isTitled = false,
}: Props<Form>) {
  const { name } = field;
  const steps = field.getFieldList();
  const known = steps.map((step) => String(step.getFieldset().id.initialValue ?? ''));
  const nextId = newStepIds.find((id) => !known.includes(id)) ?? '';
  const held = (index: number) => heldIds.includes(known[index] ?? '');
  const sum = steps.reduce((total, step) => {
    const { minutes } = step.getFieldset();
    return total + minutesOf(minutes.value ?? minutes.initialValue);
  }, 0);
  return (
    <section aria-labelledby="steps-title">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="steps-title" className={isTitled ? 'sr-only' : undefined}>
          Steps
        </h2>
        <p className="text-soft tabular-nums" aria-live="polite">
          {counted(sum, 'minute')}
          {sumNote ? ` · ${sumNote(sum)}` : ''}
        </p>
      </div>
      <FieldErrors field={field} />
      <ol className="mt-3 space-y-4">
        {steps.map((step, index) => {
          const parts = step.getFieldset();
          const about = <span className="sr-only">step {index + 1}</span>;
          return (
            <li key={known[index]} className="rounded-md bg-sunken p-4">
              <input type="hidden" name={parts.id.name} value={known[index]} />
              <div className="grid grid-cols-[minmax(0,1fr)_5.5rem] gap-3">
                <TextField field={parts.title} label={`Step ${index + 1}`} dir="auto" autoComplete="off" />
                <TextField field={parts.minutes} label="Minutes" inputMode="numeric" autoComplete="off" />
                <div className="col-span-2 grid gap-3 sm:grid-cols-2">
                  <SelectField field={parts.speaks} label="Speaks">
                    <VoiceOptions />
                  </SelectField>
                  <SelectField field={parts.silent} label="Silent">
                    <VoiceOptions />
                  </SelectField>
                </div>
                <TextAreaField
                  field={parts.prompt}
                  label="What to do, in a sentence or two"
                  rows={2}
                  optional
                  className="col-span-2"
                  dir="auto"
                />
              </div>
              <div className="mt-2 flex flex-wrap gap-x-4">
                {index > 0 && !held(index) && !held(index - 1) ? (
                  <Button tone="quiet" {...form.reorder.getButtonProps({ name, from: index, to: index - 1 })}>
                    Move up {about}
                  </Button>
                ) : null}
                {index < steps.length - 1 && !held(index) ? (
                  <Button tone="quiet" {...form.reorder.getButtonProps({ name, from: index, to: index + 1 })}>
                    Move down {about}
                  </Button>
                ) : null}
                {held(index) ? (
                  <span className="py-2 text-sm text-soft">The meeting has been here: it stays.</span>
                ) : (
                  <Button tone="quiet" {...form.remove.getButtonProps({ name, index })}>
                    Remove {about}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {steps.length < mostSteps ? (
        <Button
          className="mt-4"
          {...form.insert.getButtonProps({
            name,
            defaultValue: { id: nextId, speaks: 'everyone', silent: 'nobody' },
          })}
        >
          <Plus size={18} aria-hidden="true" /> {steps.length === 0 ? 'Add a step' : 'Add another step'}
        </Button>
      ) : null}
    </section>
  );
}
