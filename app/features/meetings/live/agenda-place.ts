import type { AgendaItem, Step } from '../agenda/agenda';
import type { RoomState } from './room';

/** A step with the item it belongs to. */
export type Placed = { item: AgendaItem; step: Step };

/** All steps of an agenda in order. */
export function placedSteps(agenda: readonly AgendaItem[]): Placed[] {
  return agenda.flatMap((item) => item.steps.map((step) => ({ item, step })));
}

/** What comes after a step: `Next: The story, 5 min (Tuning)`, with its item where that is another one, named otherwise. */
export function nextWords(here: Placed, { item, step }: Placed): string {
  const words = `Next: ${step.title}, ${step.minutes} min`;
  return item.id === here.item.id || item.title === step.title ? words : `${words} (${item.title})`;
}

/** An item whose only step is named like it is said once. */
export function isOneStep({ title, steps }: AgendaItem): boolean {
  return steps.length === 1 && steps[0]?.title === title;
}

/** The step that screens show: none once the meeting is cancelled, wherever its clock was. */
export function stepOnScreen({
  clock,
  isCancelled,
}: Pick<RoomState, 'clock' | 'isCancelled'>): string | null {
  return isCancelled ? null : clock.stepId;
}

/** Where a room stands in its agenda, what comes before and after; all null outside a step. */
export function whereInAgenda(agenda: readonly AgendaItem[], stepId: string | null) {
  const steps = placedSteps(agenda);
  const at = steps.findIndex(({ step }) => step.id === stepId);
  return {
    here: steps[at] ?? null,
    before: at > 0 ? (steps[at - 1] ?? null) : null,
    next: at < 0 ? null : (steps[at + 1] ?? null),
  };
}
