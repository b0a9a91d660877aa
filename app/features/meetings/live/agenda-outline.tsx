import { clsx } from 'clsx';
import { minutesOfItem } from '../agenda/agenda';
import type { AgendaItem, Step } from '../agenda/agenda';
import { isOneStep } from './agenda-place';

type Props = { agenda: readonly AgendaItem[]; stepId: string | null };

/** The whole agenda, with the step the room is in. */
export function AgendaOutline({ agenda, stepId }: Props) {
  if (agenda.length === 0) return <p className="text-soft">The agenda is still empty.</p>;
  return (
    <ol className="space-y-3">
      {agenda.map((item) => (
        <OutlinedItem key={item.id} item={item} stepId={stepId} />
      ))}
    </ol>
  );
}

function OutlinedItem({ item, stepId }: { item: AgendaItem; stepId: string | null }) {
  const isWhole = isOneStep(item);
  const isHere = isWhole && item.steps[0]?.id === stepId;
  return (
    <li aria-current={isHere ? 'step' : undefined}>
      <p
        className={clsx(
          'flex justify-between gap-3 font-semibold',
          isHere && 'rounded-md bg-accent-wash px-2 py-0.5 text-accent',
        )}
      >
        <span>{item.title}</span>
        <span className={clsx('shrink-0 tabular-nums', !isHere && 'font-normal text-soft')}>
          {minutesOfItem(item)} min
        </span>
      </p>
      {isWhole ? null : (
        <ol>
          {item.steps.map((step) => (
            <OutlinedStep key={step.id} step={step} isHere={step.id === stepId} />
          ))}
        </ol>
      )}
    </li>
  );
}

function OutlinedStep({ step, isHere }: { step: Step; isHere: boolean }) {
  return (
    <li
      aria-current={isHere ? 'step' : undefined}
      className={clsx(
        'flex justify-between gap-3 rounded-md px-2 py-0.5',
        isHere ? 'bg-accent-wash font-semibold text-accent' : 'text-soft',
      )}
    >
      <span>{step.title}</span>
      <span className="shrink-0 tabular-nums">{step.minutes}</span>
    </li>
  );
}
