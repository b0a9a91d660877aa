import { cycleScales } from '#db/vocabulary';
import { wholeSchool } from './release';
import type { ReleasedCount } from './release';
import { judgeCounts } from './release-equations';
import type { Judgement, Placed } from './release-equations';

/** One set of students that charts were drawn from: a measure's, several measures' pooled, or the whole school. */
type Unit = {
  name: string;
  populations: string[];
  smallest: number;
  largest: number;
  counts: ReleasedCount[];
};

const oneClass = cycleScales.indexOf('one_class');
const mostWorlds = 200;
const mostVersions = 64;

/**
 * Judges a count beside those released before, in every way in which their students may lie in each other: the query's own
 * unit and the pools it shares measures with as they are; then each larger unit with the smaller ones inside it.
 */
export function judgeInEveryWorld(
  released: readonly ReleasedCount[],
  query: ReleasedCount,
  minimum: number,
): Judgement {
  const units = unitsOf([...released, query]);
  const own = units.find((unit) => unit.name === query.unit);
  if (own === undefined) return 'fine';
  const judge = (placed: Placed[]) => judgeVersions(placed, query, minimum);
  const sharing = sharingMeasures(own, units);
  const alone = judge(sharing.flatMap((unit) => place(unit, unit.populations)));
  if (alone !== 'fine') return alone;
  for (const container of units) {
    const inside = units.filter((unit) => mayHold(container, unit));
    if (inside.length === 0 || (container !== own && !inside.includes(own))) continue;
    const judged = judgeContainer(container, inside, own, judge);
    if (judged !== 'fine') return judged;
  }
  return 'fine';
}

function unitsOf(counts: readonly ReleasedCount[]): Unit[] {
  const units = new Map<string, Unit>();
  for (const count of counts) {
    const { unit: name, populations, scale } = count;
    const unit = units.get(name) ?? { name, populations, smallest: scale, largest: scale, counts: [] };
    unit.smallest = Math.min(unit.smallest, scale);
    unit.largest = Math.max(unit.largest, scale);
    unit.counts.push(count);
    units.set(name, unit);
  }
  return [...units.values()];
}

/** The unit with all that share a measure with it, or with one that does. */
function sharingMeasures(own: Unit, units: readonly Unit[]): Unit[] {
  const reached = new Set([own]);
  for (const unit of reached) {
    units.filter((other) => sharesMeasure(unit, other)).forEach((other) => reached.add(other));
  }
  return [...reached];
}

export function sharesMeasure(a: { populations: string[] }, b: { populations: string[] }): boolean {
  return a.populations.some((population) => b.populations.includes(population));
}

function isPooledIn(unit: Unit, pool: Unit): boolean {
  return unit.populations.every((population) => pool.populations.includes(population));
}

/**
 * Whether the students of one unit may be among another's. The whole school holds everybody; a pool holds its measures; where
 * scales differ the smaller is taken to be in the larger. A pool of measures is made of classes, so no other class is in it.
 */
function mayHold(container: Unit, unit: Unit): boolean {
  if (container === unit || unit.name === wholeSchool) return false;
  if (container.name === wholeSchool || isPooledIn(unit, container)) return true;
  if (sharesMeasure(container, unit)) return false;
  const isPool = container.populations.length > 1;
  return unit.smallest < (isPool ? Math.min(container.largest, oneClass) : container.largest);
}

function place(unit: Unit, blocks: readonly string[]): Placed[] {
  return unit.counts.map((count) => ({ count, blocks: new Set(blocks) }));
}

/**
 * Puts the smaller units into the larger one, side by side. What leaves few students with all inside is found with all
 * inside; where all do not fit, some are elsewhere, so all but one are tried, and so on. A single one that does not fit is
 * refused, and so are classes of one school that do not fit into it together.
 */
function judgeContainer(
  container: Unit,
  inside: Unit[],
  own: Unit,
  judge: (placed: Placed[]) => Judgement,
): Judgement {
  const judgeWith = (units: readonly Unit[]) => {
    const blocks = units.flatMap((unit) => unit.populations);
    const beside = container.populations.length > 1 ? container.populations : [container.name];
    return judge([
      ...place(container, [...blocks, ...beside]),
      ...units.flatMap((unit) => place(unit, unit.populations)),
    ]);
  };
  const surely = inside.filter((unit) => isPooledIn(unit, container));
  const tried = new Set<string>();
  const descend = (units: readonly Unit[]): Judgement => {
    const judged = judgeWith(units);
    if (judged !== 'does_not_fit' || units.length === 1) return judged;
    const movable = units.filter((unit) => unit !== own && !surely.includes(unit));
    if (movable.length === 0) return judged;
    for (const moved of movable) {
      const fewer = units.filter((unit) => unit !== moved);
      const name = fewer.map((unit) => unit.name).join();
      if (tried.has(name)) continue;
      tried.add(name);
      if (tried.size > mostWorlds) return 'too_many';
      const below = descend(fewer);
      if (below !== 'fine') return below;
    }
    return 'fine';
  };

  if (container.name === wholeSchool) {
    for (const scale of new Set(inside.map((unit) => unit.smallest))) {
      const judged = judgeWith(inside.filter((unit) => unit.smallest === scale));
      if (judged !== 'fine') return judged;
    }
  }
  return descend(inside);
}

/** Judges with each of the numbers that one group of one unit was released with; the query's own group has the query's. */
function judgeVersions(placed: Placed[], query: ReleasedCount, minimum: number): Judgement {
  const byGroup = new Map<string, Map<number, Placed>>();
  for (const each of placed) {
    const { unit, group, n } = each.count;
    if (unit === query.unit && group.key === query.group.key && n !== query.n) continue;
    const name = JSON.stringify([unit, group.key]);
    const versions = byGroup.get(name) ?? new Map<number, Placed>();
    byGroup.set(name, versions.set(n, each));
  }
  let choices: Placed[][] = [[]];
  for (const versions of byGroup.values()) {
    choices = choices.flatMap((choice) => [...versions.values()].map((version) => [...choice, version]));
    if (choices.length > mostVersions) return 'too_many';
  }
  for (const choice of choices) {
    const judged = judgeCounts(choice, minimum);
    if (judged !== 'fine') return judged;
  }
  return 'fine';
}
