import { stringify } from 'csv-stringify/sync';
import { usesDenominator } from '~/features/measures/measure';
import type { Measure } from '~/features/measures/measure';
import type { SchoolDay } from '~/lib/school-day';
import { groupsOf } from './mapping';

/** A mark that tells spreadsheets the text is UTF-8. */
const mark = '\ufeff';

const amountColumns = ({ kind }: Pick<Measure, 'kind'>) =>
  usesDenominator(kind) ? ['numerator', 'denominator'] : ['value'];

const rows = (header: string[], measures: Measure[], day: SchoolDay) =>
  mark +
  stringify(
    [
      header,
      ...groupsOf(measures).map(({ name }) => [day, name, ...Array<string>(header.length - 2).fill('')]),
    ],
    { escape_formulas: true },
  );

/** A file to fill in for one measure: a row for each of its groups, on `day`. */
export function measureTemplate(measure: Measure, day: SchoolDay): string {
  return rows(['date', 'group', ...amountColumns(measure), 'note'], [measure], day);
}

/** A file to fill in for a whole team: a column, or two, for each measure. */
export function teamTemplate(measures: Measure[], day: SchoolDay): string {
  const columns = measures.flatMap((measure) =>
    usesDenominator(measure.kind)
      ? [`${measure.name} numerator`, `${measure.name} denominator`]
      : [measure.name],
  );
  return rows(['date', 'group', ...columns, 'note'], measures, day);
}
