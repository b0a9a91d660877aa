import type { Actor } from '~/features/people/actor';
import { schoolYearOf } from '~/features/run-charts/view/looks/chart-window';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { timeSpanOf } from '../time-span';
import type { SponsorView } from './participation';
import { listParticipation } from './participation-queries.server';
import type { SponsorAsked } from './participation-words';
import { listSchoolPosts } from './school-posts-queries.server';
import { sponsors } from './sponsored-school.server';

/** What a sponsor of schools or LEAs sees of them on This week; null for who sponsors none. */
export async function loadSponsorView(
  db: Connection,
  actor: Actor,
  { search, page, postPage }: SponsorAsked,
  { timeZone, today }: { timeZone: string; today: SchoolDay },
): Promise<SponsorView | null> {
  if (!sponsors(actor)) return null;
  const { name, from, to } = schoolYearOf(today);
  const year = timeSpanOf({ from, through: to }, timeZone);
  return {
    schoolYear: name,
    participation: await listParticipation(db, actor, { search, page }, { year, timeZone, today }),
    posts: await listSchoolPosts(db, actor, postPage, { timeZone, today }),
  };
}
