import { reportParts } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { parseMarkdown } from '~/lib/plain-markdown';
import { formatWholeDay } from '~/lib/date-formats';
import { formatSpan } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { tableLines } from './figure-lines';
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
  return {
    ...{ id, cohortId, cohortName, networkName, title, minimum: clock.minimum },
    time: formatSpan(span.from, span.through, ''),
    on: formatWholeDay(clock.today),
    parts: reportParts.map((part) => {
      const { words, showsFigures } = report.parts[part];
      const blocks = parseMarkdown(words === '' ? drafted[part] : words);
      return { part, blocks, lines: showsFigures ? lines[part] : [] };
    }),
    syntheses: report.parts.learned.showsFigures ? figures.learned.syntheses : [],
    posts: report.parts.wins_and_losses.showsFigures ? figures.wins_and_losses.posts : [],
    measures: report.parts.shared_measures.showsFigures ? figures.shared_measures : [],
    fallenOut: report.postIds.length - figures.wins_and_losses.posts.length,
  };
}
