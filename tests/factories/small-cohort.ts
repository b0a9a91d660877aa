import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';

/** A cohort with two shared measures: one that every team of it adopts, and one that none has adopted. */
export type SmallCohort = {
  cohortId: string;
  sharedMeasureId: string;
  offeredMeasureId: string;
  definedBy: string;
};

const sharedColumns = {
  name: 'On time for the first lesson',
  level: 'balancing',
  kind: 'proportion',
  direction: 'increase',
  unit: '%',
  frequency: 'monthly',
} as const;
const sharedDefinition = 'In the room when the bell rings.';

type Made = { definedBy: string; groups: Record<string, string>; today: string };

/** A cohort, its facilitator and its shared measures. */
export async function addCohort(
  tx: Connection,
  { name, definedBy, groups, today }: Made & { name: string },
): Promise<SmallCohort> {
  const cohortId = uuidv7();
  await tx
    .insert(schema.cohort)
    .values({ id: cohortId, name, startsOn: addDays(today, -100), endsOn: addDays(today, 100) });
  await tx.insert(schema.facilitatorAssignment).values({ id: uuidv7(), personId: definedBy, cohortId });
  const stamp = { createdBy: definedBy, createdAt: Date.now() };
  const share = async (called: string) => {
    const id = uuidv7();
    await tx.insert(schema.sharedMeasure).values({ id, cohortId, ...sharedColumns, name: called, ...stamp });
    await tx.insert(schema.sharedMeasureVersion).values({
      ...{ id: uuidv7(), sharedMeasureId: id, number: 1, definition: sharedDefinition },
      ...stamp,
    });
    await tx
      .insert(schema.sharedMeasureGroup)
      .values({ id: uuidv7(), sharedMeasureId: id, groupId: groups.swd ?? '', position: 0 });
    return id;
  };
  const sharedMeasureId = await share(sharedColumns.name);
  const offeredMeasureId = await share('Minutes of planning');
  return { cohortId, sharedMeasureId, offeredMeasureId, definedBy };
}

type Adopting = {
  teamId: string;
  author: string;
  cohort: SmallCohort;
  groups: Record<string, string>;
  today: string;
};

/** The shared measure as one team adopted it, with a number of this month, so that nothing of it is due. */
export async function adopt(
  tx: Connection,
  { teamId, author, cohort, groups, today }: Adopting,
): Promise<string> {
  const [measureId, groupId] = [uuidv7(), groups.swd ?? ''];
  const { sharedMeasureId, definedBy } = cohort;
  await tx.insert(schema.measure).values({
    ...{ id: measureId, teamId, sharedMeasureId, ...sharedColumns },
    ...{ createdBy: author, createdAt: Date.now() + 2 },
  });
  await tx.insert(schema.measureVersion).values({
    ...{ id: uuidv7(), measureId, number: 1, definition: sharedDefinition },
    ...{ createdBy: definedBy, createdAt: Date.now() },
  });
  await tx.insert(schema.measureGroup).values({ id: uuidv7(), measureId, groupId, position: 0 });
  await tx.insert(schema.dataPoint).values({
    ...{ id: uuidv7(), measureId, groupId, kind: 'proportion', date: today, numerator: 7, denominator: 8 },
    ...{ recordedBy: author, recordedAt: Date.now() - 9 * 86_400_000 },
  });
  return measureId;
}
