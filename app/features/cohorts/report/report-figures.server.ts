import type { RunChartRules } from '#db/vocabulary';
import { loadPostCards } from '~/features/feed/posts/post-card-queries.server';
import type { PostCard } from '~/features/feed/post';
import type { Actor } from '~/features/people/actor';
import { schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { timeSpanOf } from '../time-span';
import { listCycles, listMoves, listToldRamps } from './cycle-figures.server';
import { decisionsIn, movedIdeas, triedIdeas, wasOpen } from './figure-rules';
import type { CycleInTime } from './figure-rules';
import { countPosts, loadLearned } from './learned-figures.server';
import { loadMeasureFigures } from './measure-figures.server';
import { loadParticipation } from './participation-figures.server';
import type { CohortReport } from './report';
import type { ReportFigures } from './report-figures';
import { tellablePosts } from './report-posts.server';

export type ReportClock = {
  timeZone: string;
  today: SchoolDay;
  /** `network.minimumGroup`. */
  minimum: number;
  rules: RunChartRules;
};

/** What a card tells only its own team is left out: the reader's page is printed for others. */
function asOthersSee(card: PostCard): PostCard {
  return { ...card, isOwn: false, mine: [], hasMovedOn: card.hasMovedOn && card.signature === 'by_name' };
}

function decidedOn(cycles: readonly CycleInTime[], timeZone: string) {
  return cycles.flatMap(({ decision, endedAt, ...cycle }) =>
    decision === null || endedAt === null ? [] : [{ ...cycle, decision, on: schoolDayAt(endedAt, timeZone) }],
  );
}

/**
 * Everything in a report that is worked out, anew on every reading, from what may leave the network: counts of teams,
 * cycles and meetings, pooled charts as released, and what was shared with the whole network, as it is signed.
 */
export async function loadFigures(
  db: Connection,
  actor: Actor,
  { cohortId, span: asked, postIds }: Pick<CohortReport, 'cohortId' | 'span' | 'postIds'>,
  { timeZone, today, minimum, rules }: ReportClock,
): Promise<ReportFigures> {
  const days = { from: asked.from, through: asked.through < today ? asked.through : today };
  const span = timeSpanOf(days, timeZone);
  const cycles = await listCycles(db, cohortId);
  const posts = await tellablePosts(db, cohortId, postIds);
  const { through } = days;
  return {
    participation: await loadParticipation(db, { cohortId, days, span, cycles }),
    tried: {
      cycles: cycles.filter((cycle) => wasOpen(cycle, span)).length,
      decisions: decisionsIn(decidedOn(cycles, timeZone), days, today),
      ideas: triedIdeas(await listToldRamps(db, cohortId), cycles, span),
    },
    learned: await loadLearned(db, cohortId, { days, span, timeZone, today }),
    wins_and_losses: {
      ...(await countPosts(db, cohortId, span)),
      posts: (await loadPostCards(db, actor, posts, { timeZone, today })).map(asOthersSee),
    },
    shared_measures: await loadMeasureFigures(db, cohortId, { through, today, minimum, rules }),
    ideas: movedIdeas(await listMoves(db, cohortId, span)),
  };
}
