import type { RecordedPoint, RecordedSeries } from './released-series';
import { studentsBehind } from './released-series';

/**
 * One series of several classes' students together, for groups too small alone: each date's counts summed. Dates that
 * some class lacks are left out, since they would be about other students; weeks are never pooled, since the same six students in
 * eight weeks are still six. Each point keeps how many students are behind it at most. Throws RangeError for anything
 * but proportions, for no series at all, and for a class with one date twice.
 */
export function poolSeries(seriesList: readonly RecordedSeries[]): RecordedSeries {
  if (seriesList.length === 0) throw new RangeError('There is nothing to pool.');
  if (seriesList.some(({ kind }) => kind !== 'proportion')) {
    throw new RangeError(
      'Only proportions can be pooled: means and counts of several classes do not add up.',
    );
  }
  const byDate = seriesList.map(countedPoints);
  const dates = [...(byDate[0]?.keys() ?? [])].filter((date) => byDate.every((points) => points.has(date)));
  const sizes = seriesList.map(({ students }) => students);
  return {
    kind: 'proportion',
    students: sizes.every((size) => size !== null) ? sumOfNumbers(sizes) : null,
    points: dates.map((date) => {
      const points = byDate.flatMap((pointsOf) => pointsOf.get(date) ?? []);
      return {
        ...{ date, value: null },
        numerator: sumOfNumbers(points.map((point) => point.numerator)),
        denominator: sumOfNumbers(points.map((point) => point.denominator)),
        students: sumOfNumbers(points.map((point) => point.students)),
      };
    }),
  };
}

/** The points of one class that count students, by date. */
function countedPoints(series: RecordedSeries) {
  const byDate = new Map<string, { numerator: number; denominator: number; students: number }>();
  for (const point of series.points) {
    const counted = countedPoint(series, point);
    if (counted === null) continue;
    if (byDate.has(point.date)) throw new RangeError(`A class has two points on ${point.date}.`);
    byDate.set(point.date, counted);
  }
  return byDate;
}

function countedPoint(series: RecordedSeries, point: RecordedPoint) {
  const { numerator, denominator } = point;
  const students = studentsBehind(series, point);
  if (numerator === null || denominator === null || denominator === 0 || !students) return null;
  return { numerator, denominator, students };
}

function sumOfNumbers(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
