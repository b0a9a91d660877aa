import { eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { measureGroup, studentGroup } from '#db/schema';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';

/** What is wrong with the groups a form names, beside their field; null when all of them are there. */
export async function checkGroups(
  tx: Connection,
  groupIds: string[],
): Promise<Record<string, string[]> | null> {
  const there = await tx
    .select({ id: studentGroup.id })
    .from(studentGroup)
    .where(inArray(studentGroup.id, groupIds));
  return there.length === groupIds.length ? null : { groupIds: ['Choose groups from the list.'] };
}

/** Groups left out end today and keep their data; groups named again come back. */
export async function setGroups(
  tx: Connection,
  { measureId, groupIds }: { measureId: string; groupIds: string[] },
  today: SchoolDay | null,
): Promise<void> {
  const there = await tx.select().from(measureGroup).where(eq(measureGroup.measureId, measureId));
  for (const row of there) {
    const position = groupIds.indexOf(row.groupId);
    const endedOn = position >= 0 ? null : (row.endedOn ?? today);
    await tx
      .update(measureGroup)
      .set({ endedOn, position: position >= 0 ? position : row.position })
      .where(eq(measureGroup.id, row.id));
  }
  const known = new Set(there.map((row) => row.groupId));
  const added = groupIds.flatMap((groupId, position) =>
    known.has(groupId) ? [] : [{ id: uuidv7(), measureId, groupId, position }],
  );
  if (added.length > 0) await tx.insert(measureGroup).values(added);
}
