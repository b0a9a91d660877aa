import { and, desc, eq, ne, or, sql } from 'drizzle-orm';
import { cycle, cycleDecision, post, postOrigin, replication, school, stageChange, team } from '#db/schema';
import type { Decision } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { memberTeamIds } from '~/features/people/people-policy';
import { ownTeam, perReach } from '~/features/people/team-scope.server';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { ReplicationNews } from './family';

const mostNews = 10;
const pastOf: Record<Decision, ReplicationNews['what']> = {
  adopt: 'adopted',
  adapt: 'adapted',
  abandon: 'abandoned',
};

type Since = { since: number; timeZone: string; today: SchoolDay; teamId?: string };

const stoppedAt = sql<
  number | null
>`(select max(s.changed_at) from ${stageChange} s where s.cycle_id = ${cycle.id} and s.to_stage = 'stopped')`;
const sinceThen = sql.placeholder('since');
const teamIdHere = sql.placeholder('teamId');

const newsQuery = perReach((db, actor) =>
  db
    .select({
      startedAt: replication.startedAt,
      tellsWho: replication.tellsWho,
      postId: post.id,
      title: post.title,
      teamName: team.name,
      schoolName: school.name,
      stage: cycle.stage,
      decision: cycleDecision.decision,
      decidedAt: cycleDecision.decidedAt,
      stoppedAt,
    })
    .from(replication)
    .innerJoin(post, eq(post.id, replication.fromPostId))
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .innerJoin(cycle, eq(cycle.id, replication.cycleId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycleDecision, and(eq(cycleDecision.cycleId, cycle.id), eq(cycle.stage, 'complete')))
    .where(
      and(
        ownTeam(actor, postOrigin.teamId),
        sql`(${teamIdHere} = '' or ${postOrigin.teamId} = ${teamIdHere})`,
        ne(cycle.teamId, postOrigin.teamId),
        or(
          sql`${replication.startedAt} >= ${sinceThen}`,
          sql`${cycleDecision.decidedAt} >= ${sinceThen}`,
          sql`${stoppedAt} >= ${sinceThen}`,
        ),
      ),
    )
    .orderBy(desc(replication.startedAt))
    .limit(mostNews * 5)
    .prepare(),
);

/**
 * What became of the actor's own teams' posts in other teams' hands since an instant, the newest first; of one team when
 * it is named. Who tries it is said where they want it said; no id of theirs is in it.
 */
export async function loadReplicationNews(
  db: Connection,
  actor: Actor,
  { since, timeZone, today, teamId = '' }: Since,
): Promise<ReplicationNews[]> {
  if (memberTeamIds(actor).length === 0) return [];
  const rows = await newsQuery(db, actor).execute({ since, teamId });
  const told = rows.flatMap(({ startedAt, stage, decision, decidedAt, stoppedAt: stopped, ...row }) => {
    const who = row.tellsWho ? `${row.teamName}, ${row.schoolName}` : 'A team';
    const about = { who, title: row.title, to: `/posts/${row.postId}` };
    const ended =
      decision !== null && decidedAt !== null
        ? [{ ...about, what: pastOf[decision], at: decidedAt }]
        : stage === 'stopped' && stopped !== null
          ? [{ ...about, what: 'stopped' as const, at: stopped }]
          : [];
    return [...ended, { ...about, what: 'tries' as const, at: startedAt }];
  });
  return told
    .filter(({ at }) => at >= since)
    .sort((one, other) => other.at - one.at)
    .slice(0, mostNews)
    .map(({ at, ...news }) => ({ ...news, on: formatDay(schoolDayAt(at, timeZone), today) }));
}
