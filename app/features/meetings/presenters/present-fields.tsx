import type { FormMetadata } from '@conform-to/react';
import { verdictWords } from '~/features/cycles/cycle-words';
import { SeriesFields } from '~/features/feed/charts/series-fields';
import type { ShareSubject } from '~/features/feed/sharing/share-subject';
import { TextAreaField, TextField } from '~/ui/field';
import { longestIdea } from './present-bounds';
import type { PresentForm } from './present-form';

type Fields = ReturnType<FormMetadata<PresentForm>['getFieldset']>;

/** What of a cycle its team words for the room; the rest follows from the cycle. */
export type PresentSubject = Pick<ShareSubject, 'questions' | 'measures' | 'decision'>;

type Props = { fields: Fields; subject: PresentSubject };

function QuestionRows({ fields, subject }: Props) {
  return fields.questions.getFieldList().map((row, index) => {
    const question = row.getFieldset();
    const id = String(question.id.initialValue ?? '');
    const asked = subject.questions.find((one) => one.id === id);
    return (
      <fieldset key={row.key ?? index} className="space-y-4 border-t border-line pt-4">
        <legend className="float-left mb-3 w-full font-semibold">Question {index + 1}</legend>
        <input type="hidden" name={question.id.name} value={id} />
        <label className="clear-both flex min-h-6 items-start gap-2.5">
          <input
            type="checkbox"
            name={question.shown.name}
            value="yes"
            defaultChecked={question.shown.initialValue === 'yes'}
            className="mt-1 size-4.5 accent-accent"
          />
          <span>
            The room sees this question{' '}
            <span className="text-soft">
              {asked?.verdict
                ? `and its verdict: ${verdictWords[asked.verdict].toLowerCase()}`
                : '(no verdict yet)'}
            </span>
          </span>
        </label>
        <TextAreaField field={question.question} label="What we wanted to know" rows={2} />
        <TextAreaField field={question.because} label="Why we expected what we predicted" rows={2} optional />
        <TextAreaField field={question.result} label="What happened" rows={2} optional />
      </fieldset>
    );
  });
}

/** The cycle in the words its team chooses for the room: filled in, to be shortened or changed. */
export function PresentFields({ fields, subject }: Props) {
  return (
    <>
      <TextField field={fields.changeIdea} label="What you tried" maxLength={longestIdea} />
      <TextAreaField field={fields.objective} label="Objective" rows={2} optional />
      <SeriesFields
        fields={fields}
        measures={subject.measures}
        label="The chart the room sees"
        hint="Children, not tries. The room never sees how many; of a group under ten it sees words, no numbers."
      />
      <QuestionRows {...{ fields, subject }} />
      <div className="space-y-5 border-t border-line pt-4">
        <TextAreaField
          field={fields.carriedOut}
          label="What you did"
          hint="Was it carried out as planned? What did you see?"
          rows={3}
          optional
        />
        <TextAreaField field={fields.learned} label="What you learned" rows={3} optional />
        {subject.decision === null ? null : (
          <TextAreaField field={fields.why} label="Why you decided so" rows={2} optional />
        )}
      </div>
    </>
  );
}
