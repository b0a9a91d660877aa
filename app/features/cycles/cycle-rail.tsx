import { clsx } from 'clsx';
import { Link } from 'react-router';
import { workingStages } from '#db/vocabulary';
import { teamRoleWords } from '~/features/people/people-words';
import { formatDay, formatSpan } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Cycle, CycleTeam, RampStep } from './cycle';
import { stagePlace } from './cycle-stages';
import { stageWords } from './cycle-words';

/** The ramp as a line of steps, each a cycle, with the decision between. */
export function RampLine({ steps, currentId }: { steps: RampStep[]; currentId: string | null }) {
  return (
    <ol className="flex flex-wrap items-center gap-y-2">
      {steps.map((step, index) => {
        const current = step.id === currentId;
        const between =
          index < steps.length - 1 ? (step.decision ?? (step.stage === 'stopped' ? 'stopped' : '')) : null;
        return (
          <li key={step.id} className="flex items-center">
            <Link
              to={`/cycles/${step.id}`}
              aria-current={current ? 'page' : undefined}
              aria-label={`Cycle ${step.number}${step.decision ? `, ${step.decision}` : step.stage === 'stopped' ? ', stopped' : ''}`}
              className={clsx(
                'inline-grid size-9 place-items-center rounded-full font-bold no-underline',
                current ? 'bg-accent text-on-accent' : 'bg-accent-wash text-accent',
              )}
            >
              {step.number}
            </Link>
            {between === null ? (
              step.decision || step.stage === 'stopped' ? (
                <span className="px-1.5 text-sm text-soft">{step.decision ?? 'stopped'}</span>
              ) : null
            ) : (
              <span className="px-1.5 text-sm text-soft">{between || '–'}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

type Props = {
  cycle: Cycle;
  team: CycleTeam;
  steps: RampStep[];
  shown: string;
  today: SchoolDay;
  enteredOn: Partial<Record<string, SchoolDay>>;
};

/** Where am I: the ramp, the four stages, and who is in it. */
export function CycleRail({ cycle, team, steps, shown, today, enteredOn }: Props) {
  const place = cycle.stage === 'stopped' ? stagePlace(lastWorkingStage(cycle)) : stagePlace(cycle.stage);
  return (
    <aside aria-label="Where am I" className="text-sm lg:w-[264px] lg:shrink-0 print:hidden">
      <p className="mb-2 text-soft">Ramp: {cycle.changeIdea}</p>
      <RampLine steps={steps} currentId={cycle.id} />
      <nav aria-label="Stages" className="mt-4 lg:mt-7">
        <ol className="flex gap-1 lg:block lg:space-y-1.5">
          {workingStages.map((stage, index) => {
            const done = index < place;
            const now = index === place && cycle.stage !== 'stopped';
            const dates =
              stage === 'do'
                ? formatSpan(cycle.plannedStart, cycle.plannedEnd)
                : done && enteredOn[workingStages[index + 1] ?? 'complete']
                  ? formatDay(enteredOn[workingStages[index + 1] ?? 'complete'] ?? '', today)
                  : '';
            const sign = done ? '✓' : String(index + 1);
            const body = (
              <>
                <span
                  aria-hidden="true"
                  className={clsx(
                    'inline-grid size-[26px] shrink-0 place-items-center rounded-full text-[13px] font-bold',
                    now
                      ? 'bg-accent text-on-accent'
                      : done
                        ? 'bg-accent-wash text-accent'
                        : 'border border-control text-soft',
                  )}
                >
                  {sign}
                </span>
                <span className={clsx('font-semibold', !done && !now && 'text-soft')}>
                  {stageWords[stage].name}
                  <span className="sr-only">{done ? ', done' : now ? ', now' : ', later'}</span>
                </span>
                <span className="ml-auto hidden text-soft lg:inline">
                  {now ? <span className="font-semibold text-accent">now</span> : done ? dates : ''}
                </span>
              </>
            );
            const look = clsx(
              'flex min-h-11 flex-col items-center gap-1 rounded-md px-1 py-1.5 no-underline sm:flex-row sm:gap-2 sm:px-1.5 lg:gap-3',
              shown === stage && 'bg-sunken',
            );
            return (
              <li key={stage} className="min-w-0 flex-1">
                {done || now ? (
                  <Link
                    to={`/cycles/${cycle.id}/${stage}`}
                    className={look}
                    aria-current={shown === stage ? 'step' : undefined}
                  >
                    {body}
                  </Link>
                ) : (
                  <span className={look}>{body}</span>
                )}
              </li>
            );
          })}
        </ol>
      </nav>
      <div className="mt-5 hidden space-y-0.5 border-t border-strong pt-4 text-soft lg:block">
        {team.members.map((member) => (
          <p key={member.id}>
            {member.name}, {teamRoleWords[member.role].toLowerCase()}
          </p>
        ))}
        {team.coaches.length > 0 ? <p>Coach: {team.coaches.join(', ')}</p> : null}
        <p className="pt-3">
          <Link to={`/cycles/${cycle.id}/print`} className="inline-block min-h-6">
            One-page storyboard
          </Link>
        </p>
        {team.members.length > 0 ? (
          <p>
            <Link to={`/teams/${team.teamId}`} className="inline-block min-h-6">
              {team.schoolName} · {team.teamName}
            </Link>
          </p>
        ) : null}
      </div>
    </aside>
  );
}

/** The working stage a stopped cycle had reached. */
export function lastWorkingStage(cycle: Cycle): Cycle['stage'] {
  return cycle.changes.findLast((change) => change.toStage === 'stopped')?.fromStage ?? 'plan';
}
