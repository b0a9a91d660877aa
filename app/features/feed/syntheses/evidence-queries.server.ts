import { asc, eq, inArray, sql } from 'drizzle-orm';
import { cycle, cycleDecision, post, ramp, school, synthesisEvidence, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { audienceIdsOf, visiblePost } from '../post-scope.server';
import { loadPostCards } from '../posts/post-card-queries.server';
import { isNarrowerThanPage } from './evidence-rules';
import type { CycleLine, Evidence, Synthesis } from './synthesis';

async function loadCycleLines(db: Connection, cycleIds: string[]): Promise<CycleLine[]> {
  if (cycleIds.length === 0) return [];
  const rows = await db
    .select({
      ...{ id: cycle.id, number: cycle.number, scale: cycle.scale, stage: cycle.stage },
      ...{ changeIdea: ramp.changeIdea, decision: cycleDecision.decision },
      ...{ teamName: team.name, schoolName: school.name },
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(inArray(cycle.id, cycleIds));
  return rows.map(({ teamName, schoolName, ...row }) => ({ ...row, place: `${schoolName} · ${teamName}` }));
}

/**
 * What was collected for a synthesis, in the order it was harvested, each piece asked for again in the scope of its
 * reader: a post through `visiblePost`, a cycle through `readableTeam`. What they may not see has no id and no words here.
 */
export async function listEvidence(
  db: Connection,
  actor: Actor,
  page: Pick<Synthesis, 'id' | 'audience' | 'cohortId'>,
  clock: { timeZone: string; today: SchoolDay },
): Promise<Evidence[]> {
  const audienceIds = await audienceIdsOf(db, actor);
  const rows = await db
    .select({
      ...{ id: synthesisEvidence.id, claimId: synthesisEvidence.claimId },
      ...{ postId: synthesisEvidence.postId, cycleId: synthesisEvidence.cycleId },
      ...{ audience: post.audience, audienceId: post.audienceId },
      isPostVisible: sql`${visiblePost(audienceIds)}`.mapWith(Boolean),
      isCycleReadable: sql`${readableTeam(actor, cycle.teamId)}`.mapWith(Boolean),
    })
    .from(synthesisEvidence)
    .leftJoin(post, eq(post.id, synthesisEvidence.postId))
    .leftJoin(cycle, eq(cycle.id, synthesisEvidence.cycleId))
    .where(eq(synthesisEvidence.synthesisId, page.id))
    .orderBy(asc(synthesisEvidence.position), asc(synthesisEvidence.id));
  const postIds = rows.flatMap((row) => (row.postId !== null && row.isPostVisible ? [row.postId] : []));
  const cycleIds = rows.flatMap((row) => (row.cycleId !== null && row.isCycleReadable ? [row.cycleId] : []));
  const cards = await loadPostCards(db, actor, postIds, clock);
  const lines = await loadCycleLines(db, cycleIds);
  return rows.map(({ id, claimId, postId, cycleId, audience, audienceId }): Evidence => {
    if (cycleId !== null) {
      const line = lines.find((one) => one.id === cycleId);
      const piece = line ? { kind: 'cycle' as const, line } : null;
      return { id, claimId, kind: 'cycle', piece, narrowerThanPage: null };
    }
    const card = cards.find((one) => one.id === postId);
    if (!card || audience === null || audienceId === null)
      return { id, claimId, kind: 'post', piece: null, narrowerThanPage: null };
    const isNarrower = isNarrowerThanPage({ audience, audienceId }, page);
    return {
      ...{ id, claimId, kind: 'post', piece: { kind: 'post', card } },
      narrowerThanPage: isNarrower ? audience : null,
    };
  });
}
