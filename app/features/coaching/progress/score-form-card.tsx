import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { Form } from 'react-router';
import type { Scorer } from '#db/vocabulary';
import { isConflict } from '~/features/drafts/draft-hooks';
import { TypedOnDevice } from '~/features/drafts/typed-on-device';
import { formatMonth } from '~/lib/school-month';
import type { SchoolDay } from '~/lib/school-day';
import { Button, ButtonLink } from '~/ui/button';
import { ConflictChoice } from '~/ui/conflict-choice';
import { FormErrors, SelectField, TextAreaField } from '~/ui/field';
import { formatScore, progressScale, stepOf } from './progress-scale';
import type { ScoreForm } from './score-form';
import type { GivenScore } from './team-progress';

export type ScoreAnswer = { conflict: boolean; result: SubmissionResult };

type Props = {
  teamId: string;
  month: SchoolDay;
  scorer: Scorer;
  given: GivenScore | null;
  /** What the page answers to a form that was handed in; null when it is about another form of the page. */
  answer: ScoreAnswer | null;
};

/** The answer, when it belongs to the form of this month and scorer. */
export function answerFor(
  answer: ScoreAnswer | undefined,
  { month, scorer }: { month: SchoolDay; scorer: Scorer },
): ScoreAnswer | null {
  const typed = answer?.result.initialValue;
  return answer && typed?.month === month && typed.scorer === scorer ? answer : null;
}

const stepText = (score: number | string) => {
  const step = stepOf(Number(score));
  return step ? `${formatScore(step.score)}, ${step.name.toLowerCase()}` : '';
};

function differencesOf(given: GivenScore | null, typed: Record<string, unknown>) {
  const text = (name: string) => {
    const said = typed[name];
    return typeof said === 'string' ? said : '';
  };
  const pairs = [
    { label: 'Score', theirs: given ? stepText(given.score) : '', mine: stepText(text('score')) },
    { label: 'Because', theirs: given?.because ?? '', mine: text('because') },
  ];
  return pairs.filter(({ theirs, mine }) => theirs !== mine);
}

/** The month's own score, by the team or as its coach. */
export function ScoreFormFields({ teamId, month, scorer, given, answer }: Props) {
  const [form, fields] = useForm<ScoreForm>({
    id: `score-${month}-${scorer}`,
    lastResult: answer?.result,
    defaultValue: given
      ? { score: given.score, because: given.because, version: given.version }
      : { version: 0 },
  });
  const version = given?.version ?? 0;
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-4" preventScrollReset>
      {answer && isConflict(answer, version) ? (
        <ConflictChoice
          by={given?.scoredByName ?? 'Somebody'}
          differences={differencesOf(given, answer.result.initialValue ?? {})}
          version={version}
          takeTheirs={
            <ButtonLink to={`/teams/${teamId}/progress`} reloadDocument>
              Take theirs
            </ButtonLink>
          }
        />
      ) : null}
      <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="scorer" value={scorer} />
      <input type="hidden" name="version" value={fields.version.initialValue ?? 0} />
      <SelectField
        field={fields.score}
        label={`Where ${scorer === 'team' ? 'are you' : 'is the team'} in ${formatMonth(month)}?`}
        className="max-w-md"
      >
        <option value="">Choose a step</option>
        {progressScale.map((step) => (
          <option key={step.score} value={step.score}>
            {`${formatScore(step.score)} · ${step.name}`}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        field={fields.because}
        label="Because"
        optional
        rows={2}
        hint="“Six of eight start on their own now, and it has lasted three weeks.”"
      />
      {/* Words of an older score are never put over a newer one. */}
      <TypedOnDevice name={`teams/${teamId}/progress/${month}/${scorer}/${version}`} />
      <Button tone="primary">{given === null ? 'Save the score' : 'Change the score'}</Button>
    </Form>
  );
}
