import { reportParts } from '#db/vocabulary';
import { csvText } from '~/lib/csv-text';
import type { DaySpan } from '../time-span';
import { fileLines } from './figure-lines';
import { showsFiguresOf } from './report';
import type { PartText } from './report';
import type { ReportFigures } from './report-figures';
import { partWords } from './report-words';
import type { ReportPart } from '#db/vocabulary';

const head = ['part', 'measure', 'group', 'period', 'value', 'note'];

/** The figures of a report as one tidy table, each as it stands on the page; parts without figures, and those left out, are not in it. */
export function reportCsv(
  { span, parts }: { span: DaySpan; parts: Record<ReportPart, PartText> },
  figures: ReportFigures,
): string {
  const lines = fileLines(figures);
  const whole = `${span.from} to ${span.through}`;
  return csvText(
    head,
    reportParts
      .filter((part) => showsFiguresOf(parts[part]))
      .flatMap((part) =>
        lines[part].map(({ measure, group, period, shown, note, heading }) => [
          ...[
            partWords[part].name,
            measure,
            group,
            period === '' ? whole : period,
            shown,
            note === '' ? heading : note,
          ],
        ]),
      ),
  );
}
