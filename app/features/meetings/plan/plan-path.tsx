import { clsx } from 'clsx';
import { Link } from 'react-router';
import { ButtonLink } from '~/ui/button';
import { stepAfter } from './plan-path-rules';
import type { PlanPlace, PlanStep } from './plan-path-rules';

/** Where the planning of a draft is: its steps with how each stands, every one a link. No steps: nothing. */
export function PlanPath({ steps, at }: { steps: readonly PlanStep[]; at: PlanPlace | null }) {
  if (steps.length === 0) return null;
  return (
    <nav aria-label="Planning" className="mb-6 print:hidden">
      <ol className="flex gap-1 rounded-card border border-line bg-surface p-1.5">
        {steps.map(({ place, path, name, says, isDone }, index) => {
          const isHere = place === at;
          return (
            <li key={place} className="min-w-0 flex-1">
              <Link
                to={path}
                aria-current={isHere ? 'step' : undefined}
                className={clsx(
                  'flex h-full min-h-11 flex-col items-center gap-x-2.5 gap-y-1 rounded-md px-1 py-1.5 text-center no-underline hover:bg-sunken sm:flex-row sm:px-2 sm:text-left',
                  isHere && 'bg-sunken',
                )}
              >
                <span
                  aria-hidden="true"
                  className={clsx(
                    'inline-grid size-[26px] shrink-0 place-items-center rounded-full text-[13px] font-bold',
                    isHere
                      ? 'bg-accent text-on-accent'
                      : isDone
                        ? 'bg-accent-wash text-accent'
                        : 'border border-control text-soft',
                  )}
                >
                  {isDone ? '✓' : index + 1}
                </span>
                <span className="min-w-0 max-sm:text-sm">
                  <span className="block leading-5 font-semibold text-ink">
                    {name}
                    {isDone ? <span className="sr-only">, done</span> : null}
                  </span>
                  <span className="block text-[13px] leading-4 text-soft tabular-nums">{says}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The way on from one step of planning; nothing where the meeting is no draft or the step is the last. */
export function NextPlanStep({ steps, at }: { steps: readonly PlanStep[]; at: PlanPlace }) {
  const next = stepAfter(steps, at);
  if (next === null) return null;
  return (
    <ButtonLink to={next.path} tone="primary">
      Next: {next.name.toLowerCase()}
    </ButtonLink>
  );
}
