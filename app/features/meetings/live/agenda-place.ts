import type { AgendaItem, Step } from '../agenda/agenda';

/** A step with the item it belongs to. */
export type Placed = { item: AgendaItem; step: Step };

/** All steps of an agenda in order. */
export function placedSteps(agenda: readonly AgendaItem[]): Placed[] {
  return agenda.flatMap((item) => item.steps.map((step) => ({ item, step })));
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
