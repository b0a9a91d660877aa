import { and, asc, count, eq, max, or, sql } from 'drizzle-orm';
import {
  activityEvent,
  attendance,
  cycle,
  cycleDecision,
  meeting,
  meetingInvitation,
  post,
  postOrigin,
  school,
  team,
} from '#db/schema';
import { coachingActivityKinds } from '#db/vocabulary';
import { audienceIdsOf, visiblePost } from '~/features/feed/post-scope.server';
import type { Actor } from '~/features/people/actor';
import { daysBetween, mondayOf, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { TimeSpan } from '../time-span';
import type { ParticipationPage } from './participation';
import { sponsoredSchool } from './sponsored-school.server';

const pageSize = 50;

/**
 * What a team noted: what passes between it and those who follow it is none of it. Of its posts only those count that its sponsor
 * reads under its name, since any other would tell whose a post with a hidden signature is.
 */
const lastNoted = sql<
  number | null
>`(select max(a.happened_at) from ${activityEvent} a where a.team_id = ${team.id} and a.post_id is null and a.kind not in ${[...coachingActivityKinds]})`;

const openCycles = sql<number>`(select count(*) from ${cycle} c where c.team_id = ${team.id} and c.stage in ('plan', 'do', 'study', 'act'))`;

const begunIn = ({ begins, ends }: TimeSpan) =>
  sql<number>`(select count(*) from ${cycle} c where c.team_id = ${team.id} and c.created_at >= ${begins} and c.created_at < ${ends})`;

const completedIn = ({ begins, ends }: TimeSpan) =>
  sql<number>`(select count(*) from ${cycle} c join ${cycleDecision} d on d.cycle_id = c.id where c.team_id = ${team.id} and c.stage = 'complete' and d.decided_at >= ${begins} and d.decided_at < ${ends})`;

const meetingsIn = ({ begins, ends }: TimeSpan) =>
  sql<number>`(select count(distinct m.id) from ${meeting} m join ${meetingInvitation} i on i.meeting_id = m.id join ${attendance} t on t.meeting_id = m.id and t.person_id = i.person_id where i.team_id = ${team.id} and m.cohort_id is not null and m.cancelled_at is null and m.starts_at >= ${begins} and m.starts_at < ${ends})`;

const lastShared = (db: Connection, audienceIds: string[]) =>
  sql<number | null>`${db
    .select({ at: max(post.sharedAt) })
    .from(post)
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .where(and(eq(postOrigin.teamId, team.id), eq(post.signature, 'by_name'), visiblePost(audienceIds)))}`;

type Asked = { search: string; page: number };
type Clock = { year: TimeSpan; timeZone: string; today: SchoolDay };

const weeksBetween = (day: SchoolDay, today: SchoolDay) => daysBetween(mondayOf(day), mondayOf(today)) / 7;

/**
 * The teams of the schools an actor sponsors, fifty to a page, by school and name; `search` looks in both. Only counts,
 * and weeks instead of days, leave the server.
 */
export async function listParticipation(
  db: Connection,
  actor: Actor,
  { search, page }: Asked,
  { year, timeZone, today }: Clock,
): Promise<ParticipationPage> {
  const like = `%${search.replaceAll(/[%_\\]/g, '')}%`;
  const wanted = and(
    sponsoredSchool(actor),
    search === '' ? undefined : or(sql`${team.name} like ${like}`, sql`${school.name} like ${like}`),
  );
  const counted = await db
    .select({ n: count() })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(wanted);
  const total = counted[0]?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(page, pages);
  const audienceIds = await audienceIdsOf(db, actor);
  const rows = await db
    .select({
      ...{ teamName: team.name, schoolName: school.name, openCycles, lastNoted },
      lastShared: lastShared(db, audienceIds),
      ...{ begun: begunIn(year), completed: completedIn(year), meetings: meetingsIn(year) },
    })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(wanted)
    .orderBy(asc(school.name), asc(team.name), asc(team.id))
    .limit(pageSize)
    .offset((shown - 1) * pageSize);
  return {
    ...{ total, pages, page: shown, search },
    rows: rows.map(({ lastNoted: noted, lastShared: shared, ...row }) => {
      const last = Math.max(noted ?? 0, shared ?? 0);
      const weeksSince = last === 0 ? null : weeksBetween(schoolDayAt(last, timeZone), today);
      return { ...row, weeksSince };
    }),
  };
}
