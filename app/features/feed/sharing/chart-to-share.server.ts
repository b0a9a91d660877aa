import { sql } from 'drizzle-orm';
import { familyOfGroup, poolSeries } from '~/features/disclosure';
import type { Release } from '~/features/disclosure';
import { chartSubject } from '~/features/measures/chart-subject';
import type { Measure, Series, StudentGroup } from '~/features/measures/measure';
import { loadSeries } from '~/features/measures/series-queries.server';
import type { Network } from '~/features/people/actor';
import type { ChartSubject } from '~/features/run-charts/view/chart-model';
import type { Connection } from '~/platform/database.server';
import { readRunChart } from '~/features/run-charts/view/read-run-chart';
import { shapeWords } from '~/features/run-charts/view/verdict/shape-words';
import { releaseChart } from '../charts/release-chart';
import type { ChartRelease } from '../charts/release-chart';
import { seriesPrint } from '../posts/post-card-queries.server';
import { definitionKey, loadLedger } from './disclosure-ledger.server';
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
  const pooled = form.pool.flatMap((id) => measures.filter((one) => one.id === id && id !== measure.id));
  const fits = (one: Measure) =>
    one.kind === 'proportion' &&
    one.direction === measure.direction &&
    one.groups.some(({ id }) => id === group.id);
  if (pooled.length > 0 && !(fits(measure) && pooled.every(fits)))
    return {
      ok: false,
      fields: { pool: ['Only counts of the same group that want to go the same way can be pooled.'] },
    };
  return { ok: true, chosen: { measure, group, pooled } };
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
    students: likelySize(
      series,
      measure.kind === 'proportion' ? [measure.id] : counting.map(({ id }) => id),
      groupId,
    ),
  };
}

/** The most students that any of these measures counted in a group; null where none counted any. */
function likelySize({ points }: Series, measureIds: string[], groupId: string): number | null {
  const counts = points
    .filter((one) => one.groupId === groupId && measureIds.includes(one.measureId))
    .map((one) => one.denominator ?? 0);
  return counts.length === 0 ? null : Math.max(...counts);
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

/** The set of students that a chart would release, date by date. */
function releaseOf(
  subject: ShareSubject,
  { measure, group, pooled }: ChosenSeries,
  rows: Rows,
  form: ShareForm,
): Release {
  const students = form.students ?? null;
  return {
    populations: [measure.id, ...pooled.map(({ id }) => id)],
    schoolId: subject.team.schoolId,
    definitionKey: definitionKey(measure),
    scale: form.scale ?? subject.scale ?? 'one_class',
    group: { key: group.key, family: familyOfGroup(group.key) },
    points: rows.flatMap(({ date, numerator, denominator }) => {
      const counted = measure.kind === 'proportion';
      const n = Math.min(counted ? (denominator ?? 0) : Infinity, students ?? Infinity);
      if (!Number.isFinite(n) || n === 0) return [];
      return [{ date, n, ...(counted && n === denominator ? { k: numerator ?? 0 } : {}) }];
    }),
  };
}

export type PreparedChart = { release: ChartRelease; query: Release; print: string };

/** Takes a chart through the disclosure door, with everything that was released of the same thing before. */
export async function prepareChart(
  db: Connection,
  subject: ShareSubject,
  chosen: ChosenSeries,
  { form, network }: { form: ShareForm; network: Network },
): Promise<PreparedChart> {
  const { measure, group, pooled } = chosen;
  const series = await loadSeries(db, [measure.id, ...pooled.map(({ id }) => id)]);
  const subjectOf = (one: Measure) =>
    chartSubject(one, group.id, series, { cycles: [], rules: network.runChartRules });
  const rows = pooledRows([measure, ...pooled].map(subjectOf));
  const query = releaseOf(subject, chosen, rows, form);
  const ledger = await loadLedger(db, { schoolId: subject.team.schoolId, key: query.definitionKey });
  const classes = pooled.length === 0 ? '' : `, ${pooled.length + 1} classes together`;
  const release = releaseChart(
    {
      name: `${measure.name}, ${group.name.toLowerCase()}${classes}`,
      subject: { ...subjectOf(measure), rows },
      frequency: measure.frequency,
      students: form.students ?? null,
      span: subject.span,
    },
    { ledger, query, policy: { minimum: network.minimumGroup } },
  );
  const printed = await db
    .select({ print: seriesPrint(sql`${measure.id}`, sql`${group.id}`) })
    .from(sql`(select 1)`);
  return { release, query, print: printed[0]?.print ?? '' };
}
