import { asc, inArray, sql } from 'drizzle-orm';
import type { Placeholder } from 'drizzle-orm';
import { annotation, dataPoint, excludedPoint, frozenBaseline, measureVersion, phase } from '#db/schema';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { pointColumns } from './data-point-queries.server';
import type { DataPoint, Phase, Series } from './measure';

type Mark = {
  what: 'event' | 'change' | 'phase' | 'definition' | 'frozen' | 'excluded';
  id: string;
  measureId: string;
  groupId: string | null;
  date: string;
  text: string;
};

type Ids = (string | Placeholder)[];

/** Everything people have set on the time axes of these measures, in date order. */
function marksQuery(db: Connection, measureIds: Ids) {
  const columns = (part: { what: string; groupId: string; text: string; date: string }) => ({
    what: sql<Mark['what']>`${sql.raw(part.what)}`.as('what'),
    groupId: sql<string | null>`${sql.raw(part.groupId)}`.as('group_id'),
    date: sql<string>`${sql.raw(part.date)}`.as('date'),
    text: sql<string>`${sql.raw(part.text)}`.as('text'),
  });
  const noted = db
    .select({
      id: annotation.id,
      measureId: annotation.measureId,
      ...columns({ what: 'kind', groupId: 'null', date: 'date', text: 'text' }),
    })
    .from(annotation)
    .where(inArray(annotation.measureId, measureIds));
  const begun = db
    .select({
      id: phase.id,
      measureId: phase.measureId,
      ...columns({ what: `'phase'`, groupId: 'group_id', date: 'starts_on', text: 'reason' }),
    })
    .from(phase)
    .where(inArray(phase.measureId, measureIds));
  const redefined = db
    .select({
      id: measureVersion.id,
      measureId: measureVersion.measureId,
      ...columns({
        what: `'definition'`,
        groupId: 'null',
        date: 'in_force_from',
        text: `'version ' || number`,
      }),
    })
    .from(measureVersion)
    .where(sql`${inArray(measureVersion.measureId, measureIds)} and in_force_from is not null`);
  const frozen = db
    .select({
      id: frozenBaseline.id,
      measureId: frozenBaseline.measureId,
      ...columns({ what: `'frozen'`, groupId: 'group_id', date: 'through_date', text: `''` }),
    })
    .from(frozenBaseline)
    .where(inArray(frozenBaseline.measureId, measureIds));
  const excluded = db
    .select({
      id: excludedPoint.id,
      measureId: excludedPoint.measureId,
      ...columns({ what: `'excluded'`, groupId: 'group_id', date: 'date', text: 'reason' }),
    })
    .from(excludedPoint)
    .where(inArray(excludedPoint.measureId, measureIds));
  return noted
    .unionAll(begun)
    .unionAll(redefined)
    .unionAll(frozen)
    .unionAll(excluded)
    .orderBy(asc(sql`date`), asc(sql`id`));
}

const noPoint = { id: '', note: '', version: 0 };

/** The numbers of many measures, without what only a large chart and its table show. */
async function loadBriefPoints(db: Connection, measureIds: string[]): Promise<DataPoint[]> {
  const { measureId, groupId, date, value, numerator, denominator } = pointColumns;
  const points = await db
    .select({ measureId, groupId, date, value, numerator, denominator })
    .from(dataPoint)
    .where(inArray(dataPoint.measureId, measureIds))
    .orderBy(asc(dataPoint.date));
  return points.map((point) => Object.assign(point, noPoint));
}

function pointsQuery(db: Connection, measureIds: Ids) {
  return db
    .select(pointColumns)
    .from(dataPoint)
    .where(inArray(dataPoint.measureId, measureIds))
    .orderBy(asc(dataPoint.date));
}

/** Pages ask for a few measures at a time; their queries are built once for each count. */
const mostPrepared = 12;

function forFewMeasures(db: Connection) {
  return Array.from({ length: mostPrepared + 1 }, (_, count) => {
    if (count === 0) return null;
    const ids = Array.from({ length: count }, (_none, index) => sql.placeholder(`id${index}`));
    return { points: pointsQuery(db, ids).prepare(), marks: marksQuery(db, ids).prepare() };
  });
}

const preparedQueries = perConnection(forFewMeasures);
const named = (ids: string[]) => Object.fromEntries(ids.map((id, index) => [`id${index}`, id]));

/**
 * Everything that charts of these measures draw, in date order. The ids come from `measure-queries`, so they are in scope.
 * A changed definition starts a phase of its own; of several in force from one day, the last.
 * @param brief leaves out ids, notes and versions of the numbers, for walls of small charts
 */
export async function loadSeries(
  db: Connection,
  measureIds: string[],
  { brief = false }: { brief?: boolean } = {},
): Promise<Series> {
  if (measureIds.length === 0)
    return { points: [], annotations: [], phases: [], frozenBaselines: [], excludedPoints: [] };
  const prepared = preparedQueries(db)[measureIds.length] ?? null;
  const ids = named(measureIds);
  const points = brief
    ? await loadBriefPoints(db, measureIds)
    : await (prepared?.points.execute(ids) ?? pointsQuery(db, measureIds));
  return withMarks(points, await (prepared?.marks.execute(ids) ?? marksQuery(db, measureIds)));
}

function countsQuery(db: Connection, measureIds: Ids) {
  return db
    .select({
      measureId: dataPoint.measureId,
      print: sql<string>`count(*) || ' ' || sum(version) || ' ' || max(recorded_at)`,
    })
    .from(dataPoint)
    .where(inArray(dataPoint.measureId, measureIds))
    .groupBy(dataPoint.measureId);
}

/** Walls ask for many measures at a time: their queries are built once for each size, and filled up with empty ids. */
const wallSizes = [12, 50, 100, 200, 400];

function forManyMeasures(db: Connection, size: number) {
  const ids = Array.from({ length: size }, (_none, index) => sql.placeholder(`id${index}`));
  return { counts: countsQuery(db, ids).prepare(), marks: marksQuery(db, ids).prepare() };
}

const wallQueries = perConnection(() => new Map<number, ReturnType<typeof forManyMeasures>>());

/** How many numbers each measure has and how new they are, and all its marks. */
async function readPrints(db: Connection, measureIds: string[]) {
  const size = wallSizes.find((one) => one >= measureIds.length);
  if (size === undefined)
    return { counts: await countsQuery(db, measureIds), marks: await marksQuery(db, measureIds) };
  const queries = wallQueries(db).get(size) ?? forManyMeasures(db, size);
  wallQueries(db).set(size, queries);
  const ids = named([...measureIds, ...Array.from({ length: size - measureIds.length }, () => '')]);
  return { counts: await queries.counts.execute(ids), marks: await queries.marks.execute(ids) };
}

/** What the charts of each measure stand on, in a short text: it differs as soon as one of them would. */
export async function loadSeriesPrints(db: Connection, measureIds: string[]): Promise<Map<string, string>> {
  const { counts, marks } = await readPrints(db, measureIds);
  const prints = new Map(counts.map(({ measureId, print }) => [measureId, print]));
  for (const { measureId, what, id, date, text } of marks)
    prints.set(measureId, `${prints.get(measureId) ?? ''} ${what} ${id} ${date} ${text}`);
  return prints;
}

function withMarks(points: DataPoint[], marks: Mark[]): Series {
  const of = (what: Mark['what']) => marks.filter((mark) => mark.what === what);
  const lastOfDay = new Map(of('definition').map((mark) => [`${mark.measureId} ${mark.date}`, mark]));
  const isTheDaysLast = (mark: Mark) => lastOfDay.get(`${mark.measureId} ${mark.date}`) === mark;
  const inGroup = (mark: Mark) => ({ measureId: mark.measureId, groupId: mark.groupId ?? '' });
  return {
    points,
    annotations: marks.flatMap(({ what, id, measureId, date, text }) =>
      what === 'event' || what === 'change' ? [{ id, measureId, kind: what, date, text }] : [],
    ),
    phases: marks.flatMap((mark): Phase[] => {
      const { what, id, measureId, groupId, date, text } = mark;
      if (what === 'phase') return [{ id, measureId, groupId, startsOn: date, reason: text }];
      if (what !== 'definition' || !isTheDaysLast(mark)) return [];
      return [
        { id: null, measureId, groupId: null, startsOn: date, reason: `The definition changed: ${text}` },
      ];
    }),
    frozenBaselines: of('frozen').map((mark) => ({ ...inGroup(mark), throughDate: mark.date })),
    excludedPoints: of('excluded').map((mark) => ({
      ...inGroup(mark),
      date: mark.date,
      reason: mark.text,
    })),
  };
}
