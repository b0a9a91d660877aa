import type { ReportPart } from '#db/vocabulary';
import type { CohortReport } from './report';

/** What the form of a report begins with: the words that were written, or else those drafted from the figures. */
export function startOfForm(report: CohortReport, drafted: Record<ReportPart, string>) {
  const { id, version, title, span } = report;
  const partOf = (part: ReportPart) => {
    const { words, showsFigures, isLeftOut } = report.parts[part];
    return {
      words: words === '' ? drafted[part] : words,
      ...{ figures: showsFigures ? 'on' : undefined, leftOut: isLeftOut ? 'on' : undefined },
    };
  };
  return {
    ...{ id, version, title, ...span },
    parts: {
      participation: partOf('participation'),
      tried: partOf('tried'),
      learned: partOf('learned'),
      wins_and_losses: partOf('wins_and_losses'),
      shared_measures: partOf('shared_measures'),
      ideas: partOf('ideas'),
    },
  };
}
