import type { RunChartRules } from '#db/vocabulary';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { readWall } from './build-wall';
import type { ReadWallChart } from './build-wall';
import type { Measure } from '../measure';
import { loadSeries, loadSeriesPrints } from '../series-queries.server';

type Remembered = { print: string; charts: ReadWallChart[] };

/** About two kilobytes each; the ones asked for longest ago go first. */
const mostRemembered = 2000;
const memory = perConnection((): Map<string, Remembered> => new Map());

/** What is drawn of a measure depends on these alone, beside its numbers and marks. */
function shapeOf(measure: Measure, rules: RunChartRules): string {
  const { kind, unit, direction, frequency, goal, groups } = measure;
  return [rules, kind, unit, direction, frequency, goal, ...groups.map(({ id, name }) => id + name)].join(
    ' ',
  );
}

/**
 * The small charts of measures that a query gave. Those whose numbers and marks are as they were when last read are taken
 * from memory: most of a wall's time is reading thousands of numbers to draw the same hundreds of charts.
 */
export async function recallWall(
  db: Connection,
  measures: Measure[],
  rules: RunChartRules,
): Promise<Map<string, ReadWallChart[]>> {
  if (measures.length === 0) return new Map();
  const prints = await loadSeriesPrints(
    db,
    measures.map(({ id }) => id),
  );
  const known = memory(db);
  const printOf = (measure: Measure) => `${shapeOf(measure, rules)} ${prints.get(measure.id) ?? ''}`;
  const changed = measures.filter((measure) => known.get(measure.id)?.print !== printOf(measure));
  const series = await loadSeries(
    db,
    changed.map(({ id }) => id),
    { brief: true },
  );
  const fresh = readWall(changed, series, rules);
  return new Map(
    measures.map((measure) => {
      const charts = fresh.get(measure.id) ?? known.get(measure.id)?.charts ?? [];
      known.delete(measure.id);
      known.set(measure.id, { print: printOf(measure), charts });
      if (known.size > mostRemembered) known.delete(known.keys().next().value ?? '');
      return [measure.id, charts];
    }),
  );
}
