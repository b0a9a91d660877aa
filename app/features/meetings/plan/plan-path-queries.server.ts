import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { AgendaItem } from '../agenda/agenda';
import { loadAgenda } from '../agenda/agenda-queries.server';
import { listGuests } from '../invitations/guest-queries.server';
import type { Meeting } from '../meeting';
import { planSteps } from './plan-path-rules';
import type { PlanStep } from './plan-path-rules';

/** The steps of planning while a meeting is a draft; none afterwards. `items` where its agenda is read already. */
export async function listPlanSteps(
  db: Connection,
  meeting: Meeting,
  { today, items }: { today: SchoolDay; items?: AgendaItem[] },
): Promise<PlanStep[]> {
  if (!meeting.runs || meeting.announcedAt !== null || meeting.cancelledAt !== null) return [];
  const groups = await listGuests(db, meeting, today);
  return planSteps(meeting, {
    items: items ?? (await loadAgenda(db, meeting)),
    guests: groups.reduce((sum, { guests }) => sum + guests.length, 0),
  });
}
