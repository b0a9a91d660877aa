import { usesDenominator } from '~/features/measures/measure';
import type { DataPoint, Measure, Series, StudentGroup } from '~/features/measures/measure';
import { plottedValue } from '~/features/run-charts/plotted-value';
import { csvText } from '~/lib/csv-text';

/** Digits of a plotted number that are kept; more would only show how computers count. */
const digits = 10;

/**
 * The numbers of a measure as a CSV file that this app can import again: one row per day and group, oldest first. Text
 * that a spreadsheet would take for a formula begins with an apostrophe; numbers stay numbers.
 *
 * @param groups the groups to write, in the order within a day
 */
export function measureCsv(measure: Measure, groups: StudentGroup[], series: Series): string {
  const ratio = usesDenominator(measure.kind);
  const places = new Map(groups.map((group, place) => [group.id, place]));
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const leftOut = new Map(
    series.excludedPoints
      .filter((point) => point.measureId === measure.id)
      .map((point) => [`${point.groupId} ${point.date}`, point.reason]),
  );
  const points = series.points.filter((point) => point.measureId === measure.id && places.has(point.groupId));
  points.sort(
    (one, other) =>
      one.date.localeCompare(other.date) || (places.get(one.groupId) ?? 0) - (places.get(other.groupId) ?? 0),
  );
  const rows = points.map((point) => [
    point.date,
    names.get(point.groupId) ?? '',
    ...(ratio ? [point.numerator, point.denominator] : [point.value]),
    plotted(measure, point),
    point.note,
    leftOut.get(`${point.groupId} ${point.date}`) ?? '',
  ]);
  const head = [
    'date',
    'group',
    ...(ratio ? ['numerator', 'denominator'] : ['value']),
    'plotted',
    'note',
    'left_out',
  ];
  return csvText(head, rows);
}

function plotted({ kind }: Measure, point: DataPoint): number | null {
  const value = plottedValue(kind, point);
  return value === null ? null : Number(value.toPrecision(digits));
}
