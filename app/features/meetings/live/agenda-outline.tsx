import { clsx } from 'clsx';
import { minutesOfItem } from '../agenda/agenda';
import type { AgendaItem } from '../agenda/agenda';

/** The whole agenda, with the step the room is in. */
export function AgendaOutline({ agenda, stepId }: { agenda: readonly AgendaItem[]; stepId: string | null }) {
  if (agenda.length === 0) return <p className="text-soft">The agenda is still empty.</p>;
  return (
    <ol className="space-y-3">
      {agenda.map((item) => (
        <li key={item.id}>
          <p className="flex justify-between gap-3 font-semibold">
            <span>{item.title}</span>
            <span className="shrink-0 font-normal text-soft tabular-nums">{minutesOfItem(item)} min</span>
          </p>
          <ol>
            {item.steps.map((step) => (
              <li
                key={step.id}
                aria-current={step.id === stepId ? 'step' : undefined}
                className={clsx(
                  'flex justify-between gap-3 rounded-md px-2 py-0.5',
                  step.id === stepId ? 'bg-accent-wash font-semibold text-accent' : 'text-soft',
                )}
              >
                <span>{step.title}</span>
                <span className="shrink-0 tabular-nums">{step.minutes}</span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
