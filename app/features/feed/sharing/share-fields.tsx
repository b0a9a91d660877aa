import type { FormMetadata } from '@conform-to/react';
import { clsx } from 'clsx';
import { classSettings, cycleScales } from '#db/vocabulary';
import type { Audience, Signature } from '#db/vocabulary';
import { scaleWords, verdictWords } from '~/features/cycles/cycle-words';
import { capitalised } from '~/lib/number-format';
import { ChoiceField, FieldErrors, SelectField, TextAreaField, TextField } from '~/ui/field';
import { SeriesFields } from '../charts/series-fields';
import { postKindWords, settingWords, signatureWords } from '../post-words';
import { storyFields, storyLabels } from '../posts/story-sections';
import type { StoryField } from '../posts/story-sections';
import { sharedKinds } from './shared-kinds';
import type { SharedKind } from './shared-kinds';
import type { ShareForm } from './share-form';
import type { ShareSubject } from './share-subject';

type Fields = ReturnType<FormMetadata<ShareForm>['getFieldset']>;

/** Shown for some kinds only; what was typed stays when another kind is chosen, with or without script. */
const hiddenFor: Record<SharedKind, string> = {
  win: '[form:has(input[name=kind][value=win]:checked)_&]:hidden',
  loss: '[form:has(input[name=kind][value=loss]:checked)_&]:hidden',
  puzzle: '[form:has(input[name=kind][value=puzzle]:checked)_&]:hidden',
};
const onlyWhere = (field: StoryField) =>
  clsx(sharedKinds.filter((kind) => !storyFields[kind].includes(field)).map((kind) => hiddenFor[kind]));

const hints: Partial<Record<StoryField, string>> = {
  tried: 'One or two sentences that a colleague elsewhere understands.',
  expected: 'And why.',
  explanation: 'Why you think it went that way.',
  advice: 'What you wish you had known.',
  wanted: 'The question that others may be able to answer.',
};
const storyOrder: StoryField[] = ['tried', 'expected', 'happened', 'explanation', 'advice', 'wanted'];

/** The story: what kind it is, its title and its parts. */
export function StoryFields({ fields }: { fields: Fields }) {
  return (
    <>
      <ChoiceField
        field={fields.kind}
        label="What is it?"
        choices={sharedKinds.map((kind) => ({
          value: kind,
          label: postKindWords[kind].name,
          hint: postKindWords[kind].meaning,
        }))}
      />
      <TextField field={fields.title} label="Title" maxLength={160} />
      {storyOrder.map((name) => (
        <TextAreaField
          key={name}
          field={fields[name]}
          label={storyLabels[name]}
          hint={hints[name]}
          className={onlyWhere(name)}
          rows={3}
        />
      ))}
    </>
  );
}

/** The questions of the cycle with their verdicts; each can be left out. */
export function QuestionFields({
  fields,
  subject,
  chosen,
}: {
  fields: Fields;
  subject: ShareSubject;
  chosen: string[];
}) {
  if (subject.questions.length === 0) return null;
  return (
    <fieldset>
      <legend className="font-semibold">Predictions that others see</legend>
      <ul className="mt-1.5 space-y-1.5">
        {subject.questions.map(({ id, question, verdict }) => (
          <li key={id}>
            <label className="flex min-h-6 items-start gap-2.5">
              <input
                type="checkbox"
                name={fields.questionIds.name}
                value={id}
                defaultChecked={chosen.includes(id)}
                className="mt-1 size-4.5 accent-accent"
              />
              <span>
                {question}{' '}
                <span className="text-soft">
                  {verdict === null ? 'No verdict yet.' : `${verdictWords[verdict]}.`}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** Which chart goes with it, about how many students, and which classes are pooled. */
export function ChartFields({
  fields,
  subject,
  chosen,
}: {
  fields: Fields;
  subject: ShareSubject;
  chosen: string[];
}) {
  const poolable = subject.measures.filter(({ kind }) => kind === 'proportion');
  if (subject.measures.every(({ groups }) => groups.length === 0)) return null;
  return (
    <>
      <SeriesFields
        fields={fields}
        measures={subject.measures}
        label="The chart that goes with it"
        hint="Children, not tries. Others never see how many; of a group under ten they see words, no numbers."
      />
      {poolable.length > 1 ? (
        <details suppressHydrationWarning open={chosen.length > 0 || fields.pool.errors !== undefined}>
          <summary className="min-h-6 font-semibold">Pool it with other classes</summary>
          <p className="mt-1 text-sm text-soft">
            Where another class counts the same thing of other students, the two can be added up, so that the
            group is large enough to show.
          </p>
          <ul className="mt-2 space-y-1.5">
            {poolable.map((measure) => (
              <li key={measure.id}>
                <label className="flex min-h-6 items-start gap-2.5">
                  <input
                    type="checkbox"
                    name={fields.pool.name}
                    value={measure.id}
                    defaultChecked={chosen.includes(measure.id)}
                    className="mt-1 size-4.5 accent-accent"
                  />
                  {measure.name}
                </label>
              </li>
            ))}
          </ul>
          <label className="mt-3 flex min-h-6 items-start gap-2.5">
            <input
              type="checkbox"
              name={fields.poolApart.name}
              value="yes"
              defaultChecked={fields.poolApart.initialValue === 'yes'}
              className="mt-1 size-4.5 accent-accent"
            />
            No student is in two of these classes.
          </label>
          <FieldErrors field={fields.pool} />
        </details>
      ) : null}
    </>
  );
}

/** What helps others to find it and to try it; folded, since all of it is filled in. */
export function TryItFields({ fields, ideaNames }: { fields: Fields; ideaNames: string[] }) {
  const hasErrors = [fields.steps, fields.ideaName].some(({ errors }) => errors !== undefined);
  return (
    <details suppressHydrationWarning open={hasErrors}>
      <summary className="min-h-6 font-semibold">For those who want to try it</summary>
      <div className="mt-3 space-y-5">
        <TextField
          field={fields.ideaName}
          label="Change idea"
          hint="As the network’s catalogue names it; a new one is added."
          list="idea-names"
          optional
          maxLength={120}
        />
        <datalist id="idea-names">
          {ideaNames.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextAreaField
          field={fields.steps}
          label={storyLabels.steps}
          hint="One step a line. It is carried into the plan of those who try it."
          optional
          rows={4}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField field={fields.setting} label="Where" optional>
            <option value="">Not said</option>
            {classSettings.map((setting) => (
              <option key={setting} value={setting}>
                {settingWords[setting]}
              </option>
            ))}
          </SelectField>
          <SelectField field={fields.scale} label="How wide" optional>
            <option value="">Not said</option>
            {cycleScales.map((scale) => (
              <option key={scale} value={scale}>
                {capitalised(scaleWords[scale])}
              </option>
            ))}
          </SelectField>
        </div>
      </div>
    </details>
  );
}

export type AudienceChoice = { value: Audience; label: string };

/** Who sees it, and how it is signed. */
export function DoorFields({ fields, audiences }: { fields: Fields; audiences: AudienceChoice[] }) {
  const signatures: Signature[] = ['by_name', 'team_hidden', 'school_hidden'];
  return (
    <>
      <ChoiceField field={fields.audience} label="Who sees it?" choices={audiences} />
      <ChoiceField
        field={fields.signature}
        label="How is it signed?"
        choices={signatures.map((value) => ({
          value,
          label: signatureWords[value].name,
          hint: signatureWords[value].meaning,
        }))}
      />
    </>
  );
}
