import type { RunChartRules } from '#db/vocabulary';
import { modelOfReleased } from '~/features/feed/charts/released-chart';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { chartOfPool } from '../pooled/pooled-chart';
import { loadPooledSeries } from '../pooled/pooled-queries.server';
import type { PooledMeasure, PooledSeries } from '../pooled/pooled-series';
import { notPooledWhy, pooledHidden, pooledTooFew, teamsInPool } from '../pooled/pooled-words';
import type { GroupFigures, MeasureFigures } from './report-figures';

type Clock = { through: SchoolDay; today: SchoolDay; minimum: number; rules: RunChartRules };

function groupFigures(series: PooledSeries, measure: PooledMeasure, clock: Clock): GroupFigures {
  const points = series.points.filter(({ to }) => to <= clock.through);
  const released = points.length === 0 ? null : chartOfPool({ ...series, points }, measure, clock.rules);
  const why = series.state === 'words_only' ? pooledHidden : pooledTooFew;
  return {
    groupName: series.groupName,
    chart: released === null ? null : { name: released.name, model: modelOfReleased(released) },
    points:
      released === null ? [] : points.map(({ date: from, to, show, teams }) => ({ from, to, show, teams })),
    teams: released === null ? '' : teamsInPool({ points }),
    why: released === null ? why : '',
  };
}

/** The shared measures of a cohort with what was pooled up to a day, as released. */
export async function loadMeasureFigures(
  db: Connection,
  cohortId: string,
  clock: Clock,
): Promise<MeasureFigures[]> {
  const { minimum, rules, today } = clock;
  const measures = await loadPooledSeries(db, cohortId, { minimum, rules, today });
  return measures.map((measure) => ({
    ...{ id: measure.sharedMeasureId, name: measure.name, adopted: measure.adopted },
    why: notPooledWhy(measure),
    groups: measure.series.map((series) => groupFigures(series, measure, clock)),
  }));
}
