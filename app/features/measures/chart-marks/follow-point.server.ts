import { and, eq } from 'drizzle-orm';
import { excludedPoint } from '#db/schema';
import type { Connection } from '~/platform/database.server';

type Place = { measureId: string; groupId: string; date: string };

/** The exclusion of a measure, group and day. */
export const exclusionAt = ({ measureId, groupId, date }: Place) =>
  and(
    eq(excludedPoint.measureId, measureId),
    eq(excludedPoint.groupId, groupId),
    eq(excludedPoint.date, date),
  );

/** A point that goes takes with it that it was left out, so that the next number on its day counts. */
export async function forgetExclusion(tx: Connection, place: Place): Promise<void> {
  await tx.delete(excludedPoint).where(exclusionAt(place));
}

/** A point that moves to another day stays left out. */
export async function moveExclusion(tx: Connection, place: Place, date: string): Promise<void> {
  if (date === place.date) return;
  await forgetExclusion(tx, { ...place, date });
  await tx.update(excludedPoint).set({ date }).where(exclusionAt(place));
}
