import { and, asc, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { cohort, person, post, synthesis, synthesisClaim, synthesisEvidence } from '#db/schema';
import type { PostStanding } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import { audienceIdsOf } from '../post-scope.server';
import type { HarvestTarget, Synthesis, SynthesisStanding, SynthesisSummary } from './synthesis';
import { itsPost, ownSynthesis, readableSynthesis } from './synthesis-scope.server';

const pageSize = 50;

function standingOf(publishedAt: number | null, posted: PostStanding | null): SynthesisStanding {
  if (publishedAt === null || posted === null || posted === 'withdrawn') return 'draft';
  return posted === 'hidden' ? 'hidden' : 'published';
}

const audienceOf = (audience: string) => (audience === 'network' ? 'network' : 'cohort');

/** One learning page with its claims in order; null when it is not there or not for this actor. */
export async function findSynthesis(
  db: Connection,
  actor: Actor,
  synthesisId: string,
): Promise<Synthesis | null> {
  const rows = await db
    .select({
      synthesis,
      cohortName: cohort.name,
      changedByName: person.name,
      posted: post.standing,
      signedAs: post.signedAs,
    })
    .from(synthesis)
    .innerJoin(cohort, eq(cohort.id, synthesis.cohortId))
    .innerJoin(person, eq(person.id, synthesis.changedBy))
    .leftJoin(post, itsPost)
    .where(and(eq(synthesis.id, synthesisId), readableSynthesis(actor, await audienceIdsOf(db, actor))));
  const row = rows[0];
  if (!row) return null;
  const { id, cohortId, title, introduction, audience, version, changedAt, publishedAt } = row.synthesis;
  const claims = await db
    .select({ id: synthesisClaim.id, claim: synthesisClaim.claim, body: synthesisClaim.body })
    .from(synthesisClaim)
    .where(eq(synthesisClaim.synthesisId, id))
    .orderBy(asc(synthesisClaim.position), asc(synthesisClaim.id));
  return {
    ...{ id, cohortId, title, introduction, version, changedAt, publishedAt, claims },
    ...{ cohortName: row.cohortName, changedByName: row.changedByName, signedAs: row.signedAs ?? '' },
    audience: audienceOf(audience),
    standing: standingOf(publishedAt, row.posted),
  };
}

type Asked = { cohortId: string | null; search: string; page: number };

/**
 * The learning pages an actor may read, fifty to a page, the newest first: published ones, and the drafts of cohorts they
 * facilitate. `search` looks in titles.
 */
export async function listSyntheses(
  db: Connection,
  actor: Actor,
  { cohortId, search, page }: Asked,
): Promise<{ syntheses: SynthesisSummary[]; total: number; pages: number }> {
  const like = `%${search.replaceAll(/[%_\\]/g, '')}%`;
  const wanted = and(
    readableSynthesis(actor, await audienceIdsOf(db, actor)),
    cohortId === null ? undefined : eq(synthesis.cohortId, cohortId),
    search === '' ? undefined : sql`${synthesis.title} like ${like}`,
  );
  const counted = await db.select({ n: count() }).from(synthesis).leftJoin(post, itsPost).where(wanted);
  const at = sql<number>`coalesce(${synthesis.publishedAt}, ${synthesis.changedAt})`;
  const rows = await db
    .select({
      ...{ id: synthesis.id, title: synthesis.title, audience: synthesis.audience },
      ...{ cohortName: cohort.name, publishedAt: synthesis.publishedAt, posted: post.standing },
      signedAs: post.signedAs,
      claims: sql<number>`(select count(*) from ${synthesisClaim} c where c.synthesis_id = ${synthesis.id})`,
      at,
    })
    .from(synthesis)
    .innerJoin(cohort, eq(cohort.id, synthesis.cohortId))
    .leftJoin(post, itsPost)
    .where(wanted)
    .orderBy(desc(at), desc(synthesis.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const total = counted[0]?.n ?? 0;
  return {
    syntheses: rows.map(({ publishedAt, posted, audience, signedAs, ...row }) => ({
      ...row,
      audience: audienceOf(audience),
      signedAs: signedAs ?? '',
      standing: standingOf(publishedAt, posted),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
  };
}

/** What is harvested: a post or a cycle, by id. */
export type Harvested = { postId: string } | { cycleId: string };

const mostTargets = 50;

/** The syntheses an actor may harvest into, those changed last first; none for who facilitates nothing. */
export async function listHarvestTargets(
  db: Connection,
  actor: Actor,
  harvested: Harvested,
): Promise<HarvestTarget[]> {
  if (actor.facilitatedCohortIds.length === 0) return [];
  const same =
    'postId' in harvested
      ? eq(synthesisEvidence.postId, harvested.postId)
      : eq(synthesisEvidence.cycleId, harvested.cycleId);
  const holding = db.select({ id: synthesisEvidence.synthesisId }).from(synthesisEvidence).where(same);
  // A synthesis is no evidence for itself.
  const itself =
    'postId' in harvested
      ? db
          .select({ id: sql`coalesce(${post.synthesisId}, '')` })
          .from(post)
          .where(eq(post.id, harvested.postId))
      : null;
  return db
    .select({
      ...{ id: synthesis.id, title: synthesis.title, cohortName: cohort.name },
      holds: sql`${inArray(synthesis.id, holding)}`.mapWith(Boolean),
    })
    .from(synthesis)
    .innerJoin(cohort, eq(cohort.id, synthesis.cohortId))
    .where(
      and(
        ownSynthesis(actor),
        itself === null ? undefined : ne(synthesis.id, sql`coalesce((${itself}), '')`),
      ),
    )
    .orderBy(desc(synthesis.changedAt), desc(synthesis.id))
    .limit(mostTargets);
}
