import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { disclosureRelease, studentGroup } from '#db/schema';
import { familyOfGroup } from '~/features/disclosure';
import type { Release } from '~/features/disclosure';
import type { Measure } from '~/features/measures/measure';
import type { Connection } from '~/platform/database.server';

/** The same thing measured, by whichever team: a shared measure, or one of the same kind and name. */
export function definitionKey({ sharedMeasureId, kind, name }: Measure): string {
  return sharedMeasureId ?? `${kind} ${name.trim().replaceAll(/\s+/g, ' ').toLowerCase()}`;
}

/** Every release so far of one thing measured in one school, whoever made it and whether or not its post still stands. */
export async function loadLedger(
  db: Connection,
  { schoolId, key }: { schoolId: string; key: string },
): Promise<Release[]> {
  const rows = await db
    .select({ release: disclosureRelease, groupKey: studentGroup.key })
    .from(disclosureRelease)
    .innerJoin(studentGroup, eq(studentGroup.id, disclosureRelease.groupId))
    .where(and(eq(disclosureRelease.schoolId, schoolId), eq(disclosureRelease.definitionKey, key)));
  return rows.map(({ release, groupKey }) => ({
    populations: JSON.parse(release.populations) as string[],
    schoolId: release.schoolId,
    definitionKey: release.definitionKey,
    scale: release.scale,
    group: { key: groupKey, family: familyOfGroup(groupKey) },
    points: JSON.parse(release.points) as Release['points'],
  }));
}

type Written = { postId: string; groupId: string; signature: 'by_name' | 'team_hidden' | 'school_hidden' };

/** Writes a release into the ledger, in the transaction that makes it seen. */
export async function recordRelease(
  tx: Connection,
  release: Release,
  { postId, groupId, signature }: Written,
  { releasedBy, releasedAt }: { releasedBy: string; releasedAt: number },
): Promise<void> {
  const { schoolId, scale, populations, points } = release;
  await tx.insert(disclosureRelease).values({
    ...{ id: uuidv7(), postId, schoolId, definitionKey: release.definitionKey, scale, groupId, signature },
    ...{ populations: JSON.stringify(populations), points: JSON.stringify(points), releasedBy, releasedAt },
  });
}
