import { clsx } from 'clsx';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import type { FirstStepsState } from './first-steps-state';

type Step = { title: string; text: string; done: boolean; button: string; path: string };

function stepsFor(state: FirstStepsState): Step[] {
  const { teamId, measureId } = state;
  return [
    {
      title: 'Say what you aim for',
      text: 'One sentence: what, for whom, how much, by when. Two minutes.',
      ...{ done: state.hasAim, button: 'Write the aim', path: `/teams/${teamId}/aim` },
    },
    {
      title: 'Choose your first measure',
      text: 'Something you can count in class each week, such as “5 of 8 wrote a complete paragraph”. Three minutes.',
      ...{ done: state.hasMeasure, button: 'Add a measure', path: `/measures/new?team=${teamId}` },
    },
    {
      title: 'Log where you start',
      text: 'Any numbers you already have are your baseline: type the newest, or import a file. Two minutes.',
      ...{
        done: state.points > 0,
        button: measureId ? 'Log or import numbers' : 'Log a number',
        path: measureId ? `/imports/new?team=${teamId}&measure=${measureId}` : '/log',
      },
    },
    {
      title: 'Plan your first cycle',
      text: 'One small change with a few students, and what you expect to see. Three minutes.',
      ...{ done: state.hasCycle, button: 'Plan a cycle', path: `/cycles/new?team=${teamId}` },
    },
  ];
}

/** The first ten minutes of a new team: four steps, one at a time. */
export function FirstSteps({ steps: state }: { steps: FirstStepsState }) {
  const steps = stepsFor(state);
  const next = steps.findIndex((step) => !step.done);
  return (
    <Card labelledBy="first-steps">
      <h2 id="first-steps">Your first ten minutes</h2>
      <ol className="mt-3 space-y-4">
        {steps.map((step, index) => (
          <li key={step.title} className="flex gap-3">
            <span
              aria-hidden="true"
              className={clsx(
                'mt-0.5 inline-grid size-7 shrink-0 place-items-center rounded-full text-sm font-bold',
                step.done
                  ? 'bg-accent-wash text-accent'
                  : index === next
                    ? 'bg-accent text-on-accent'
                    : 'border border-control text-soft',
              )}
            >
              {step.done ? '✓' : index + 1}
            </span>
            <div>
              <p className={clsx('font-semibold', step.done && 'text-soft')}>
                {step.title}
                {step.done ? <span className="sr-only"> (done)</span> : null}
              </p>
              {step.done ? null : <p className="text-sm text-soft">{step.text}</p>}
              {index === next ? (
                <ButtonLink to={step.path} tone="primary" className="mt-3">
                  {step.button}
                </ButtonLink>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
