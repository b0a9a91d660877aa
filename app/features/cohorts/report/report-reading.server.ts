import { reportParts } from '#db/vocabulary';
import type { ReportPart } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { parseMarkdown } from '~/lib/plain-markdown';
import { formatWholeDay } from '~/lib/date-formats';
import { formatSpan } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { tableLines } from './figure-lines';
import { showsFiguresOf } from './report';
import type { CohortReport } from './report';
import { loadFigures } from './report-figures.server';
import type { ReportClock } from './report-figures.server';
import type { ReportToRead } from './report-reading';
import { draftedWords } from './report-words';

/** A report with its figures of today and, where nobody wrote others, its drafted words. */
export async function readReport(
  db: Connection,
  actor: Actor,
  report: CohortReport,
  { networkName, ...clock }: ReportClock & { networkName: string },
): Promise<ReportToRead> {
  const figures = await loadFigures(db, actor, report, clock);
  const drafted = draftedWords(figures, report.cohortName);
  const lines = tableLines(figures);
  const { id, cohortId, cohortName, title, span } = report;
  const { posts } = figures.wins_and_losses;
  const shows = (part: ReportPart) => showsFiguresOf(report.parts[part]);
  return {
    ...{ id, cohortId, cohortName, networkName, title, minimum: clock.minimum },
    time: formatSpan(span.from, span.through, ''),
    on: formatWholeDay(clock.today),
    parts: reportParts
      .filter((part) => !report.parts[part].isLeftOut)
      .map((part) => {
        const { words } = report.parts[part];
        const blocks = parseMarkdown(words === '' ? drafted[part] : words);
        return { part, blocks, lines: shows(part) ? lines[part] : [] };
      }),
    leftOut: reportParts.filter((part) => report.parts[part].isLeftOut),
    syntheses: shows('learned') ? figures.learned.syntheses : [],
    posts: shows('wins_and_losses') ? posts : [],
    measures: shows('shared_measures') ? figures.shared_measures : [],
    fallenOut: shows('wins_and_losses') ? report.postIds.length - posts.length : 0,
  };
}
