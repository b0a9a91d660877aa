import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { post, synthesis, synthesisClaim } from '#db/schema';
import { visiblePost, wholeNetwork } from '~/features/feed/post-scope.server';
import { groupedBy } from '~/lib/grouped-by';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { DaySpan, TimeSpan } from '../time-span';
import { verdictsIn } from './figure-rules';
import { listVerdicts } from './cycle-figures.server';
import { sharedWithin, told, toldByName } from './report-posts.server';
import type { LearnedFigures, PostFigures, SharedSynthesis } from './report-figures';

const mostSyntheses = 12;

/** The cohort's learning pages that everybody in the network may read, published by the end of a time. */
async function listSharedSyntheses(
  db: Connection,
  cohortId: string,
  { ends }: TimeSpan,
): Promise<SharedSynthesis[]> {
  const rows = await db
    .select({ id: synthesis.id, title: synthesis.title, signedAs: post.signedAs })
    .from(synthesis)
    .innerJoin(post, and(eq(post.kind, 'synthesis'), eq(post.synthesisId, synthesis.id)))
    .where(
      and(
        eq(synthesis.cohortId, cohortId),
        eq(synthesis.audience, 'network'),
        visiblePost([wholeNetwork]),
        lt(post.sharedAt, ends),
      ),
    )
    .orderBy(desc(post.sharedAt), desc(post.id))
    .limit(mostSyntheses);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const claims = await db
    .select({ synthesisId: synthesisClaim.synthesisId, claim: synthesisClaim.claim })
    .from(synthesisClaim)
    .where(inArray(synthesisClaim.synthesisId, ids))
    .orderBy(asc(synthesisClaim.position), asc(synthesisClaim.id));
  const byPage = groupedBy(claims, ({ synthesisId }) => synthesisId);
  return rows.map((row) => ({ ...row, claims: (byPage.get(row.id) ?? []).map(({ claim }) => claim) }));
}

type Asked = { days: DaySpan; span: TimeSpan; timeZone: string; today: SchoolDay };

export async function loadLearned(
  db: Connection,
  cohortId: string,
  { days, span, timeZone, today }: Asked,
): Promise<LearnedFigures> {
  return {
    verdicts: verdictsIn(await listVerdicts(db, cohortId, timeZone), days, today),
    syntheses: await listSharedSyntheses(db, cohortId, span),
  };
}

/** How many wins and losses were told: to everybody by name, and within the cohort however they are signed. */
export async function countPosts(
  db: Connection,
  cohortId: string,
  span: TimeSpan,
): Promise<Omit<PostFigures, 'posts'>> {
  const n = sql<number>`count(*)`;
  const byName = await db
    .select({ kind: post.kind, n })
    .from(post)
    .where(and(toldByName(cohortId), told, sharedWithin(span)))
    .groupBy(post.kind);
  const within = await db
    .select({ n })
    .from(post)
    .where(and(visiblePost([cohortId]), eq(post.audience, 'cohort'), told, sharedWithin(span)));
  const of = (kind: 'win' | 'loss') => byName.find((row) => row.kind === kind)?.n ?? 0;
  return { wins: of('win'), losses: of('loss'), withinCohort: within[0]?.n ?? 0 };
}
