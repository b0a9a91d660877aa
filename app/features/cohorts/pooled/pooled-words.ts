import { counted } from '~/lib/number-format';
import type { PooledMeasure, PooledSeries } from './pooled-series';

/** What stands where no pool is shown. It tells neither which team nor which group was the small one. */
export const pooledHidden = 'Numbers are not shown, to protect a small group of students.';
export const pooledTooFew = 'Pooled once three teams of three schools have a number for the same time.';

const notPooled = {
  mean: 'Means of several teams do not add up without the number of students behind each, so there is no pooled chart.',
  count: 'Counts of several teams do not add up to a share of students, so there is no pooled chart.',
  rate: 'Rates of several teams do not add up to a share of students, so there is no pooled chart.',
};

/** Why a measure has no pool at all; empty where it has. */
export function notPooledWhy({ kind }: Pick<PooledMeasure, 'kind'>): string {
  return kind === 'proportion' ? '' : notPooled[kind];
}

/**
 * `Pooled over 9 teams; 2 are left out, since their numbers would tell of fewer than 10 students.` Speaks of the newest
 * point; empty without one.
 */
export function pooledOver({ points }: Pick<PooledSeries, 'points'>, minimum: number): string {
  const last = points.at(-1);
  if (!last) return '';
  const teams = `Pooled over ${counted(last.teams, 'team')}`;
  if (last.leftOut === 0) return `${teams}.`;
  const are = last.leftOut === 1 ? 'is left out, since its numbers' : 'are left out, since their numbers';
  return `${teams}; ${last.leftOut} ${are} would tell of fewer than ${minimum} students.`;
}

/** `7 to 9 teams`, over all points. */
export function teamsInPool({ points }: Pick<PooledSeries, 'points'>): string {
  const sizes = points.map(({ teams }) => teams);
  if (sizes.length === 0) return '';
  const [fewest, most] = [Math.min(...sizes), Math.max(...sizes)];
  return fewest === most ? counted(most, 'team') : `${fewest} to ${most} teams`;
}
