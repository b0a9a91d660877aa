import { and, eq, ne } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { disclosureRelease, measure, measureVersion, studentGroup, team } from '#db/schema';
import type { Signature } from '#db/vocabulary';
import { familyOfGroup } from '~/features/disclosure';
import type { Connection } from '~/platform/database.server';
import { definitionKeysOf } from './ledger-rules';
import type { LedgerEntry } from './ledger-rules';

/** Every release of a school so far, whether or not its post still stands. */
export async function loadLedger(db: Connection, schoolId: string): Promise<LedgerEntry[]> {
  const rows = await db
    .select({ release: disclosureRelease, groupKey: studentGroup.key })
    .from(disclosureRelease)
    .innerJoin(studentGroup, eq(studentGroup.id, disclosureRelease.groupId))
    .where(eq(disclosureRelease.schoolId, schoolId));
  return rows.map(({ release, groupKey }) => ({
    ...{ schoolId, teamId: release.teamId, scale: release.scale },
    populations: JSON.parse(release.populations) as string[],
    definitionKeys: JSON.parse(release.definitionKeys) as string[],
    group: { key: groupKey, family: familyOfGroup(groupKey) },
    points: JSON.parse(release.points) as LedgerEntry['points'],
  }));
}

/** Whether another team of the school measures one of these things. */
export async function othersMeasure(
  db: Connection,
  { schoolId, teamId, definitionKeys }: Pick<LedgerEntry, 'schoolId' | 'teamId' | 'definitionKeys'>,
): Promise<boolean> {
  const measures = await db
    .select({
      ...{ sharedMeasureId: measure.sharedMeasureId, kind: measure.kind, name: measure.name },
      definition: measureVersion.definition,
    })
    .from(measure)
    .innerJoin(measureVersion, eq(measureVersion.measureId, measure.id))
    .innerJoin(team, eq(team.id, measure.teamId))
    .where(and(eq(team.schoolId, schoolId), ne(team.id, teamId)));
  return measures.some((one) => definitionKeysOf(one).some((key) => definitionKeys.includes(key)));
}

/** What a release went out with: a post, or a cycle presented in a meeting. */
type Written = ({ postId: string } | { presentationId: string }) & { groupId: string; signature: Signature };

/** Writes a release into the ledger, in the transaction that makes it seen. */
export async function recordRelease(
  tx: Connection,
  { schoolId, teamId, scale, populations, definitionKeys, points }: LedgerEntry,
  written: Written,
  { releasedBy, releasedAt }: { releasedBy: string; releasedAt: number },
): Promise<void> {
  await tx.insert(disclosureRelease).values({
    ...{ id: uuidv7(), ...written, schoolId, teamId, scale, releasedBy, releasedAt },
    populations: JSON.stringify(populations),
    definitionKeys: JSON.stringify(definitionKeys),
    points: JSON.stringify(points),
  });
}
