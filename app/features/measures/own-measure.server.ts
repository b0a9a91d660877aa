import { and, eq, isNull } from 'drizzle-orm';
import { measure, measureGroup } from '#db/schema';
import type { MeasureKind } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';

export type OwnMeasure = {
  id: string;
  teamId: string;
  name: string;
  kind: MeasureKind;
  unit: string;
  version: number;
  collectorId: string | null;
  sharedMeasureId: string | null;
};

/** The measure of a team the actor works in. Out of reach: not found; in reach only to read: not allowed. */
export async function findOwnMeasure(
  tx: Connection,
  actor: Actor,
  measureId: string,
): Promise<Outcome<{ measure: OwnMeasure }>> {
  const rows = await tx
    .select({
      id: measure.id,
      teamId: measure.teamId,
      name: measure.name,
      kind: measure.kind,
      unit: measure.unit,
      version: measure.version,
      collectorId: measure.collectorId,
      sharedMeasureId: measure.sharedMeasureId,
    })
    .from(measure)
    .where(and(eq(measure.id, measureId), readableTeam(actor, measure.teamId)));
  const found = rows[0];
  if (!found) return notFound;
  if (!worksInTeam(actor, found.teamId))
    return notAllowed('Only the team itself logs and changes its numbers.');
  return { ok: true, measure: found };
}

export async function measureHasGroup(tx: Connection, measureId: string, groupId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: measureGroup.id })
    .from(measureGroup)
    .where(
      and(
        eq(measureGroup.measureId, measureId),
        eq(measureGroup.groupId, groupId),
        isNull(measureGroup.endedOn),
      ),
    );
  return rows.length > 0;
}
