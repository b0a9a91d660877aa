import { sql } from 'drizzle-orm';
import { familyOfGroup, poolSeries } from '~/features/disclosure';
import { chartSubject } from '~/features/measures/chart-subject';
import type { Measure, Series, StudentGroup } from '~/features/measures/measure';
import { loadSeries } from '~/features/measures/series-queries.server';
import type { Network } from '~/features/people/actor';
import type { ChartSubject } from '~/features/run-charts/view/chart-model';
import { addDays } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { readRunChart } from '~/features/run-charts/view/read-run-chart';
import { shapeWords } from '~/features/run-charts/view/verdict/shape-words';
import { releaseChart } from '../charts/release-chart';
import type { ChartRelease } from '../charts/release-chart';
import { seriesPrint } from '../posts/post-card-queries.server';
import { loadLedger, othersMeasure } from './disclosure-ledger.server';
import {
  asRelease,
  besideOthers,
  comparedWords,
  definitionKeysOf,
  fewestSaid,
  inTime,
  onDay,
  relatedEntries,
} from './ledger-rules';
import type { LedgerEntry, LedgerPoint } from './ledger-rules';
import type { ShareForm } from './share-form';
import type { ShareSubject } from './share-subject';

export type ChosenSeries = { measure: Measure; group: StudentGroup; pooled: Measure[] };

type Chosen = { ok: true; chosen: ChosenSeries | null } | { ok: false; fields: Record<string, string[]> };

/** The series a form names, looked up among the team's own measures; nothing for a post without a chart. */
export function chosenSeries({ measures }: ShareSubject, form: ShareForm): Chosen {
  if ((form.series ?? '') === '') return { ok: true, chosen: null };
  const [measureId, groupId] = (form.series ?? '').split('/');
  const measure = measures.find((one) => one.id === measureId);
  const group = measure?.groups.find((one) => one.id === groupId);
  if (!measure || !group) return { ok: false, fields: { series: ['Choose a chart of your team.'] } };
  const asked = new Set(form.pool.filter((id) => id !== measure.id));
  const pooled = measures.filter(({ id }) => asked.has(id));
  const problem = pooled.length === 0 ? null : poolProblem(measure, group, pooled, form);
  if (problem !== null) return { ok: false, fields: { pool: [problem] } };
  return { ok: true, chosen: { measure, group, pooled } };
}

/** Classes are pooled where they count the same thing of other children, which only a person can know. */
function poolProblem(
  measure: Measure,
  group: StudentGroup,
  pooled: Measure[],
  form: ShareForm,
): string | null {
  const fits = (one: Measure) =>
    one.kind === 'proportion' &&
    one.direction === measure.direction &&
    comparedWords(one.definition) === comparedWords(measure.definition) &&
    one.groups.some(({ id }) => id === group.id);
  if (![measure, ...pooled].every(fits))
    return 'Only measures that count the same thing, by the same operational definition, can be pooled.';
  return form.poolApart === undefined
    ? 'Please say that no student is in two of these classes: the same students must not be counted twice.'
    : null;
}

/** What the form can be filled with from a series: its shape within the cycle, and how many students it seems to count. */
export async function readChosenSeries(
  db: Connection,
  { firstSeries, measures, span }: ShareSubject,
  network: Network,
): Promise<{ shape: string; students: number | null }> {
  const [measureId, groupId] = (firstSeries ?? '').split('/');
  const measure = measures.find((one) => one.id === measureId);
  if (!measure || groupId === undefined) return { shape: '', students: null };
  const counting = measures.filter(({ kind }) => kind === 'proportion');
  const series = await loadSeries(db, [...new Set([measure.id, ...counting.map(({ id }) => id)])]);
  const reading = readRunChart(
    chartSubject(measure, groupId, series, { cycles: [], rules: network.runChartRules }),
  );
  return {
    shape: shapeWords(reading, { frequency: measure.frequency, span }),
    students: ownSize(
      series,
      measure.kind === 'proportion' ? [measure] : counting,
      groupId,
      series.points.filter((one) => one.measureId === measure.id && one.groupId === groupId),
    ),
  };
}

const aMonth = 31;

/** How many students each of these proportions counted of a group at most, around the days of a chart. */
function mostCounted({ points }: Series, measures: Measure[], groupId: string, days: string[]): number[] {
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [addDays(first, -aMonth), addDays(last, aMonth)];
  return measures
    .filter(({ kind }) => kind === 'proportion')
    .map(({ id }) =>
      points
        .filter((one) => one.measureId === id && one.groupId === groupId)
        .filter((one) => one.date >= from && one.date <= to)
        .reduce((most, one) => Math.max(most, one.denominator ?? 0), 0),
    )
    .filter((count) => count > 0);
}

/** A group's size as the team's own counts in the days of a chart have it; null where none counted it. */
function ownSize(
  series: Series,
  measures: Measure[],
  groupId: string,
  rows: { date: string }[],
): number | null {
  const counts = mostCounted(
    series,
    measures,
    groupId,
    rows.map(({ date }) => date),
  );
  return counts.length === 0 ? null : Math.min(...counts);
}

type Rows = ChartSubject['rows'];

/** The series of one chart, or of several classes together. */
function pooledRows(subjects: { rows: Rows }[]): Rows {
  const [first] = subjects;
  if (!first || subjects.length === 1) return first?.rows ?? [];
  const pooled = poolSeries(
    subjects.map(({ rows }) => ({ kind: 'proportion', students: null, points: rows })),
  );
  return pooled.points.map(({ date, numerator, denominator }) => ({
    ...{ id: '', date, value: null, numerator, denominator, note: '' },
  }));
}

type Prepared = { measure: Measure; rows: Rows; students: number | null; fewest: Map<string, number> };

/**
 * How many students are behind a point, at most: what was counted, what the sharer says, and the fewest ever said of the
 * same students on that day. Null when nobody knows.
 */
function sizeOf({ measure, students, fewest }: Prepared, row: Rows[number]): number | null {
  const counted = measure.kind === 'proportion' ? row.denominator : null;
  const known = [counted, students, fewest.get(onDay(row.date))].filter(
    (size) => size !== null && size !== undefined,
  );
  return known.length === 0 ? null : Math.min(...known);
}

function ledgerPoints(prepared: Prepared): LedgerPoint[] {
  const { measure, rows } = prepared;
  const points = rows.flatMap((row): LedgerPoint[] => {
    const n = sizeOf(prepared, row);
    if (n === null || n === 0) return [];
    const { date, numerator, denominator } = row;
    return measure.kind === 'proportion' && denominator !== null
      ? [{ date, n, counted: denominator, k: numerator ?? 0 }]
      : [{ date, n }];
  });
  return inTime(points, measure.frequency);
}

const daysApart = {
  why: 'These classes have no day in common, so there is nothing to add up.',
  alternative: 'Pool measures that are counted on the same days, or share the story without a chart.',
};

export type PreparedChart = { release: ChartRelease; query: LedgerEntry; print: string };

/** Takes a chart through the disclosure door, with everything that was released of the same students before. */
export async function prepareChart(
  db: Connection,
  subject: ShareSubject,
  chosen: ChosenSeries,
  { form, network }: { form: ShareForm; network: Network },
): Promise<PreparedChart> {
  const { measure, group, pooled } = chosen;
  const together = [measure, ...pooled];
  const series = await loadSeries(db, [...new Set(subject.measures.map(({ id }) => id))]);
  const subjectOf = (one: Measure) =>
    chartSubject(one, group.id, series, { cycles: [], rules: network.runChartRules });
  const rows = pooledRows(together.map(subjectOf));
  const owned = measure.kind === 'proportion' ? null : ownSize(series, subject.measures, group.id, rows);
  const sizes = [form.students ?? null, form.students === undefined ? null : owned].filter(
    (size) => size !== null,
  );
  const entry: LedgerEntry = {
    populations: together.map(({ id }) => id),
    ...{ schoolId: subject.team.schoolId, teamId: subject.team.id },
    definitionKeys: [...new Set(together.flatMap(definitionKeysOf))],
    scale: form.scale ?? subject.scale ?? 'one_class',
    group: { key: group.key, family: familyOfGroup(group.key) },
    points: [],
  };
  const entries = await loadLedger(db, subject.team.schoolId);
  const fewest = fewestSaid(entries, entry);
  const students = sizes.length === 0 ? null : Math.min(...sizes);
  const prepared: Prepared = { measure, rows, fewest, students };
  const query = { ...entry, points: ledgerPoints(prepared) };
  const apart = pooled.length > 0 && rows.length === 0 ? daysApart : null;
  const beside = besideOthers(query, {
    isHidden: form.signature !== 'by_name',
    othersMeasureIt: await othersMeasure(db, query),
    entries,
  });
  const related = relatedEntries(entries, query);
  const classes = pooled.length === 0 ? '' : `, ${together.length} classes together`;
  const release = releaseChart(
    {
      name: `${measure.name}, ${group.name.toLowerCase()}${classes}`,
      subject: { ...subjectOf(measure), rows },
      points: rows.map((row) => {
        const size = sizeOf(prepared, row);
        return size === null ? row : { ...row, students: size };
      }),
      frequency: measure.frequency,
      students,
      span: subject.span,
    },
    {
      beside: apart ?? beside,
      lanes: (['said', 'counted'] as const).map((by) => ({
        query: asRelease(query, by),
        ledger: related.map((one) => asRelease(one, by)),
      })),
      policy: { minimum: network.minimumGroup },
    },
  );
  const printed = await db
    .select({ print: seriesPrint(sql`${measure.id}`, sql`${group.id}`) })
    .from(sql`(select 1)`);
  return { release, query, print: printed[0]?.print ?? '' };
}
