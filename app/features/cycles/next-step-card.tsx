import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import type { NextStep } from './next-step';

type Props = {
  cycle: { id: string; number: number; changeIdea: string };
  place: string;
  step: NextStep;
  primary: boolean;
};

export function NextStepCard({ cycle, place, step, primary }: Props) {
  return (
    <Card labelledBy={`step-${cycle.id} idea-${cycle.id}`}>
      <p id={`idea-${cycle.id}`} className="text-sm text-soft">
        {cycle.changeIdea} · Cycle {cycle.number}
        {place ? <span className="sr-only"> · {place}</span> : null}
      </p>
      <h2 id={`step-${cycle.id}`} className="mt-1">
        {step.title}
      </h2>
      <p className="mt-1 text-soft">{step.text}</p>
      <ButtonLink
        to={step.path}
        tone={primary ? 'primary' : 'secondary'}
        className="mt-4 max-sm:w-full"
        aria-describedby={`step-${cycle.id}`}
      >
        {step.button}
      </ButtonLink>
    </Card>
  );
}
