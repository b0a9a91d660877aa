import { counted } from '~/lib/number-format';
import { minutesOfAgenda, wantsPresenter } from '../agenda/agenda';
import type { AgendaItem } from '../agenda/agenda';
import type { Meeting } from '../meeting';

export type PlanPlace = 'agenda' | 'presenters' | 'people' | 'announcement';

/** One step of planning: where it is done, and how it stands, in a few words. */
export type PlanStep = { place: PlanPlace; path: string; name: string; says: string; isDone: boolean };

type Of = Pick<Meeting, 'id' | 'cohortId' | 'minutes'>;
type Facts = { items: readonly Pick<AgendaItem, 'subject' | 'steps'>[]; guests: number };

function agendaSays(planned: number, length: number): string {
  if (planned === 0) return 'empty';
  if (planned > length) return `${planned - length} min over`;
  return planned === length ? `${planned} min, it fits` : `${length - planned} min left`;
}

function presentersSay(presenting: number, open: number): string {
  if (presenting === 0) return open === 0 ? 'nobody' : `${open} open`;
  return open === 0 ? `${presenting} chosen` : `${presenting} chosen, ${open} open`;
}

/** What is left to do until a draft is announced, in the order in which it is done; a team's meeting asks no presenters. */
export function planSteps({ id, cohortId, minutes }: Of, { items, guests }: Facts): PlanStep[] {
  const planned = minutesOfAgenda(items);
  const presenting = items.filter(({ subject }) => subject.kind !== 'none').length;
  const open = items.filter(wantsPresenter).length;
  const at = (place: PlanPlace) => ({ place, path: `/meetings/${id}/${place}` });
  const agenda: PlanStep = {
    ...{ ...at('agenda'), name: 'Agenda', says: agendaSays(planned, minutes) },
    isDone: planned > 0 && planned <= minutes,
  };
  const presenters: PlanStep = {
    ...{ ...at('presenters'), name: 'Who presents', says: presentersSay(presenting, open) },
    isDone: presenting > 0 && open === 0,
  };
  const people: PlanStep = {
    ...{ ...at('people'), name: 'People', isDone: guests > 0 },
    says: guests === 0 ? 'nobody yet' : counted(guests, 'person', 'people'),
  };
  const announcement: PlanStep = {
    ...at('announcement'),
    ...{ name: 'Announce', says: 'by mail', isDone: false },
  };
  return cohortId === null ? [agenda, people, announcement] : [agenda, presenters, people, announcement];
}

/** The step after one of them; null after the last. */
export function stepAfter(steps: readonly PlanStep[], place: PlanPlace): PlanStep | null {
  const at = steps.findIndex((step) => step.place === place);
  return at < 0 ? null : (steps[at + 1] ?? null);
}
