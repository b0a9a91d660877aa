import type { Actor } from '~/features/people/actor';
import { loadPostCards } from '~/features/feed/posts/post-card-queries.server';
import type { ReportPart } from '#db/vocabulary';
import type { Connection } from '~/platform/database.server';
import { timeSpanOf } from '../time-span';
import type { PostToChoose } from './post-choice';
import type { CohortReport } from './report';
import { loadFigures } from './report-figures.server';
import type { ReportClock } from './report-figures.server';
import { listTellablePosts } from './report-posts.server';
import { draftedWords } from './report-words';

/** What the form of a report offers: the drafted words of each part, and the posts to choose from, the chosen ones first. */
export async function loadReportToEdit(
  db: Connection,
  actor: Actor,
  report: CohortReport,
  clock: ReportClock,
): Promise<{ drafted: Record<ReportPart, string>; posts: PostToChoose[] }> {
  const figures = await loadFigures(db, actor, report, clock);
  const chosen = figures.wins_and_losses.posts;
  const offered = await listTellablePosts(db, report.cohortId, timeSpanOf(report.span, clock.timeZone));
  const more = offered.filter((id) => !report.postIds.includes(id));
  const cards = [...chosen, ...(await loadPostCards(db, actor, more, clock))];
  const told = new Set(chosen.map(({ id }) => id));
  const gone = report.postIds.filter((id) => !told.has(id));
  return {
    drafted: draftedWords(figures, report.cohortName),
    posts: [
      ...cards.map(({ id, kind, title, signedAs, sharedOn }) => ({
        ...{ id, kind, title, about: `${signedAs} · ${sharedOn}` },
      })),
      ...gone.map((id) => ({
        ...{ id, kind: null, title: 'A post that is no longer shared with the whole network', about: '' },
      })),
    ],
  };
}
