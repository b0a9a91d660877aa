import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { counted } from '~/lib/number-format';
import type { LearningQuestion } from './cycle';
import type { QuestionEvidence } from './question-evidence';

type Props = {
  question: LearningQuestion;
  predicted: string | null;
  predictedOn: SchoolDay | null;
  evidence: QuestionEvidence | null;
};

/** What we predicted on the left, what happened on the right. */
export function PredictionBesideResult({ question, predicted, predictedOn, evidence }: Props) {
  return (
    <dl className="grid rounded-md border border-line sm:grid-cols-2">
      <div className="p-4">
        <dt className="text-sm text-soft">
          We predicted{predictedOn === null ? '' : `, ${formatDay(predictedOn)}`}
        </dt>
        <dd>
          <p className="text-[22px] leading-snug font-bold">{predicted ?? 'No prediction'}</p>
          <p className="mt-1 text-sm text-soft">
            because {question.because || '…'}
            {question.confidence === null ? '' : `. Confidence ${question.confidence} of 5`}
          </p>
        </dd>
      </div>
      <div className="border-t border-line p-4 sm:border-t-0 sm:border-l">
        <dt className="text-sm text-soft">
          What happened{evidence ? `, ${counted(evidence.points.length, 'point')}` : ''}
        </dt>
        <dd>
          {evidence === null ? (
            <p className="mt-1">No measure is tied to this question: what you noticed in Do tells.</p>
          ) : evidence.medianWithin === null ? (
            <p className="mt-1">No number was logged within the cycle’s dates.</p>
          ) : (
            <>
              <p className="leading-snug">
                <span className="text-[22px] font-bold">{evidence.medianWithin}</span>{' '}
                <span className="font-semibold text-soft">
                  median{evidence.medianBefore === null ? '' : `, from ${evidence.medianBefore} before`}
                </span>
              </p>
              <p className="mt-1 text-sm text-soft">{evidence.points.join(', ')}</p>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
