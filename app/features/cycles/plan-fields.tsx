import type { FormMetadata } from '@conform-to/react';
import { Plus } from 'lucide-react';
import { cycleScales } from '#db/vocabulary';
import { counted } from '~/lib/number-format';
import { Button } from '~/ui/button';
import { ChoiceField, SelectField, TextAreaField, TextField } from '~/ui/field';
import type { PlanForm } from './cycle-forms';
import { scaleWords } from './cycle-words';
import { QuestionFields } from './question-fields';
import type { MeasureChoice } from './question-fields';

type Form = FormMetadata<PlanForm>;
type Fields = ReturnType<Form['getFieldset']>;
type Props = {
  form: Form;
  fields: Fields;
  measures: MeasureChoice[];
  members: string[];
  /** The ramp's change idea is the first cycle's to choose; later ones may sharpen it. */
  isNew: boolean;
  /** Tasks that came along with a plan stay folded away until they are asked for. */
  isFolded?: boolean;
};

/**
 * The quick path stands open: change idea, question, measure, what is expected (two controls), because, confidence, end.
 * Everything else is behind "more".
 */
export function PlanFields({ form, fields, measures, members, isNew, isFolded = false }: Props) {
  const questions = fields.questions.getFieldList();
  const tasks = fields.tasks.getFieldList();
  const dataPlan = fields.dataPlan.getFieldList();
  const hiddenErrors = Object.keys(form.allErrors).some(
    (name) => !/^(changeIdea|plannedEnd|questions)/.test(name),
  );
  return (
    <>
      <TextField
        field={fields.changeIdea}
        label="What will you try?"
        hint="The change idea in a few words: “Sentence frames before writing”."
      />
      {questions.map((question, index) => (
        <div key={question.key} className={index > 0 ? 'border-t border-line pt-6' : ''}>
          <QuestionFields
            field={question}
            measures={measures}
            heading={`Learning question ${index + 1}`}
            removal={
              questions.length > 1 ? (
                <Button tone="quiet" {...form.remove.getButtonProps({ name: fields.questions.name, index })}>
                  Remove this question
                </Button>
              ) : null
            }
          />
        </div>
      ))}
      {questions.length < 8 ? (
        <Button {...form.insert.getButtonProps({ name: fields.questions.name, defaultValue: {} })}>
          <Plus size={18} aria-hidden="true" /> Another learning question
        </Button>
      ) : null}
      <TextField
        field={fields.plannedEnd}
        label="When will you look at what happened?"
        hint="One to four weeks is usual for a classroom."
        type="date"
        inputClassName="max-w-52"
      />
      <details
        suppressHydrationWarning
        open={!isNew || hiddenErrors || (tasks.length + dataPlan.length > 0 && !isFolded)}
        className="rounded-md border border-line p-4"
      >
        <summary className="inline-block min-h-6 font-semibold">
          More: scale, start, objective,{' '}
          {isFolded && tasks.length > 0 ? `the ${counted(tasks.length, 'task')} that came along` : 'tasks'},
          who collects
        </summary>
        <div className="mt-5 space-y-6">
          <ChoiceField
            field={fields.scale}
            label="Scale"
            hint="Small tests fail cheaply. Widen when it works."
            choices={cycleScales.map((value) => ({ value, label: scaleWords[value] }))}
          />
          <TextField field={fields.plannedStart} label="Start" type="date" inputClassName="max-w-52" />
          <TextAreaField
            field={fields.objective}
            label="Objective"
            hint="What this cycle is to find out. Left empty: the change idea."
            rows={2}
            optional
          />
          <TextAreaField
            field={fields.warrant}
            label="Why do you think it works?"
            hint="Where was it tried before?"
            rows={2}
            optional
          />
          <section aria-labelledby="plan-tasks">
            <h2 id="plan-tasks" className="text-base">
              Tasks
            </h2>
            <ul className="mt-2 space-y-4">
              {tasks.map((task, index) => {
                const parts = task.getFieldset();
                return (
                  <li key={task.key} className="rounded-md bg-sunken p-3">
                    {parts.id.initialValue ? (
                      <input type="hidden" name={parts.id.name} value={parts.id.initialValue} />
                    ) : null}
                    <div className="grid gap-3 sm:grid-cols-2">
                      <TextField field={parts.what} label="What" className="sm:col-span-2" />
                      <TextField field={parts.who} label="Who" list="plan-members" optional />
                      <TextField field={parts.dueOn} label="When" type="date" optional />
                      <TextField field={parts.place} label="Where" optional />
                      <div className="self-end">
                        <Button
                          tone="quiet"
                          {...form.remove.getButtonProps({ name: fields.tasks.name, index })}
                        >
                          Remove task
                        </Button>
                      </div>
                    </div>
                  </li>
                );
              })}
            </ul>
            <Button
              className="mt-3"
              {...form.insert.getButtonProps({ name: fields.tasks.name, defaultValue: {} })}
            >
              <Plus size={18} aria-hidden="true" /> Add a task
            </Button>
            <datalist id="plan-members">
              {members.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </section>
          <section aria-labelledby="plan-data">
            <h2 id="plan-data" className="text-base">
              Data collection
            </h2>
            <p className="text-sm text-soft">
              The measures your questions rest on are listed by themselves. Add others, and who collects how
              often.
            </p>
            <ul className="mt-2 space-y-4">
              {dataPlan.map((row, index) => {
                const parts = row.getFieldset();
                return (
                  <li key={row.key} className="grid gap-3 rounded-md bg-sunken p-3 sm:grid-cols-3">
                    <SelectField field={parts.measureId} label="Measure">
                      <option value="">Choose</option>
                      {measures.map((measure) => (
                        <option key={measure.id} value={measure.id}>
                          {measure.name}
                        </option>
                      ))}
                    </SelectField>
                    <TextField field={parts.who} label="Who" list="plan-members" optional />
                    <TextField field={parts.howOften} label="How often" optional />
                    <div className="sm:col-span-3">
                      <Button
                        tone="quiet"
                        {...form.remove.getButtonProps({ name: fields.dataPlan.name, index })}
                      >
                        Remove
                      </Button>
                    </div>
                  </li>
                );
              })}
            </ul>
            {measures.length > 0 ? (
              <Button
                className="mt-3"
                {...form.insert.getButtonProps({ name: fields.dataPlan.name, defaultValue: {} })}
              >
                <Plus size={18} aria-hidden="true" /> Add a measure
              </Button>
            ) : null}
          </section>
        </div>
      </details>
    </>
  );
}
