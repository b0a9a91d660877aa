import { and, count, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { seedDemoNetwork } from '#db/seed/demo-network';
import { cycleStages } from '#db/vocabulary';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

const now = Date.parse('2026-11-22T15:00:00Z');
let test: TestDatabase;

beforeAll(async () => {
  test = openTestDatabase();
  await seedDemoNetwork(test.database, { now });
});
afterAll(() => test.remove());

type Counted = (typeof schema)[
  'lea' | 'school' | 'team' | 'person' | 'cohort' | 'cycle' | 'measure' | 'dataPoint'];
const rowsOf = async (table: Counted) =>
  (await test.database.reader.select({ n: count() }).from(table))[0]?.n ?? 0;

describe('the demo network', () => {
  it('is as large as its story says', async () => {
    expect([await rowsOf(schema.lea), await rowsOf(schema.school), await rowsOf(schema.cohort)]).toEqual([
      4, 14, 2,
    ]);
    expect(await rowsOf(schema.cycle)).toBe(150);
    const measures = await test.database.reader
      .select({ own: sql<number>`count(*) - count(${schema.measure.sharedMeasureId})`, all: count() })
      .from(schema.measure);
    expect(measures).toEqual([{ own: 60, all: 117 }]);
    expect(await rowsOf(schema.team)).toBe(27);
    expect(await rowsOf(schema.person)).toBeGreaterThanOrEqual(75);
    expect(await rowsOf(schema.dataPoint)).toBeGreaterThan(2700);
  });

  it('has cycles in every stage, ramps of five, and nothing that has not happened yet', async () => {
    const db = test.database.reader;
    const stages = await db.selectDistinct({ stage: schema.cycle.stage }).from(schema.cycle);
    expect(stages.map(({ stage }) => stage).toSorted()).toEqual([...cycleStages].toSorted());
    expect(
      (await db.select({ longest: sql<number>`max(${schema.cycle.number})` }).from(schema.cycle))[0]?.longest,
    ).toBe(5);
    expect(await db.select().from(schema.dataPoint).where(gt(schema.dataPoint.date, '2026-11-22'))).toEqual(
      [],
    );
    expect(
      await db.select().from(schema.activityEvent).where(gt(schema.activityEvent.happenedAt, now)),
    ).toEqual([]);
    const begun = db
      .select({ id: schema.cycle.id })
      .from(schema.cycle)
      .where(inArray(schema.cycle.stage, ['do', 'study', 'act', 'complete']));
    const predicted = await db
      .select()
      .from(schema.learningQuestion)
      .where(inArray(schema.learningQuestion.cycleId, begun));
    expect(
      predicted.every(
        (one) =>
          one.because !== '' &&
          one.confidence !== null &&
          (one.expectedValue !== null || one.expectedDirection !== null),
      ),
    ).toBe(true);
  });

  it('shares measures in each cohort, one of them balancing, adopted as they are by most teams', async () => {
    const db = test.database.reader;
    const shared = await db.select().from(schema.sharedMeasure);
    const cohorts = await db.select().from(schema.cohort);
    for (const { id } of cohorts) {
      const levels = shared.filter(({ cohortId }) => cohortId === id).map(({ level }) => level);
      expect(levels.length).toBeGreaterThanOrEqual(2);
      expect(levels).toContain('balancing');
    }
    const adopted = await db.select().from(schema.measure).where(isNotNull(schema.measure.sharedMeasureId));
    for (const { id, name, level, kind, direction, unit, frequency } of shared) {
      const here = adopted.filter(({ sharedMeasureId }) => sharedMeasureId === id);
      expect(here.length).toBeGreaterThanOrEqual(4);
      for (const one of here) expect(one).toMatchObject({ name, level, kind, direction, unit, frequency });
    }
  });

  it('changed one definition half a year in, for every team on the same day', async () => {
    const db = test.database.reader;
    const later = await db
      .select()
      .from(schema.sharedMeasureVersion)
      .where(isNotNull(schema.sharedMeasureVersion.inForceFrom));
    expect(later).toHaveLength(1);
    const adoptions = await db
      .select({ id: schema.measure.id })
      .from(schema.measure)
      .where(eq(schema.measure.sharedMeasureId, later[0]?.sharedMeasureId ?? ''));
    const changed = await db
      .select()
      .from(schema.measureVersion)
      .where(and(eq(schema.measureVersion.number, 2), isNotNull(schema.measureVersion.inForceFrom)));
    expect(changed.map(({ measureId }) => measureId).toSorted()).toEqual(
      adoptions.map(({ id }) => id).toSorted(),
    );
    for (const { definition, inForceFrom } of changed)
      expect([definition, inForceFrom]).toEqual([later[0]?.definition, later[0]?.inForceFrom]);
  });

  it('is the same for the same day', async () => {
    const again = openTestDatabase();
    await seedDemoNetwork(again.database, { now });
    const points = (one: TestDatabase) =>
      one.database.reader.select().from(schema.dataPoint).orderBy(schema.dataPoint.id);
    expect(await points(again)).toEqual(await points(test));
    again.remove();
  });
});
