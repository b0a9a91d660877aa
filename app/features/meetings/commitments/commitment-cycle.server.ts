import { and, asc, eq, inArray } from 'drizzle-orm';
import { agendaItem, cycle, ramp } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import type { CycleChoice } from './commitment-cycle';

const openStages = ['plan', 'do', 'study', 'act'] as const;

/** The open cycles of teams, for those who read them; of other teams none. */
export async function listOpenCyclesOf(
  db: Connection,
  actor: Actor,
  teamIds: string[],
): Promise<CycleChoice[]> {
  if (teamIds.length === 0) return [];
  return db
    .select({ id: cycle.id, teamId: cycle.teamId, number: cycle.number, changeIdea: ramp.changeIdea })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .where(
      and(
        inArray(cycle.teamId, teamIds),
        readableTeam(actor, cycle.teamId),
        inArray(cycle.stage, [...openStages]),
      ),
    )
    .orderBy(asc(ramp.changeIdea), asc(cycle.number), asc(cycle.id));
}

/** An item of the meeting's agenda with the team and cycle it presents; null where it is not of this meeting. */
export async function findItemOfMeeting(tx: Connection, meetingId: string, itemId: string) {
  const rows = await tx
    .select({ id: agendaItem.id, teamId: agendaItem.teamId, cycleId: agendaItem.cycleId })
    .from(agendaItem)
    .where(and(eq(agendaItem.id, itemId), eq(agendaItem.meetingId, meetingId)));
  return rows[0] ?? null;
}

type Asked = {
  teamId: string | null;
  /** The cycle that was chosen; empty for the usual one. */
  cycleId: string;
  presented: { teamId: string | null; cycleId: string | null } | null;
};

/**
 * The cycle a commitment is about: what was chosen, where it is an open cycle that the actor reads or the one presented by
 * its team; without a choice the one presented by its team, or none. `false` where the choice is out of reach.
 */
export async function cycleOfCommitment(
  tx: Connection,
  actor: Actor,
  { teamId, cycleId, presented }: Asked,
): Promise<string | null | false> {
  if (teamId === null) return cycleId === '' ? null : false;
  const shown = presented?.teamId === teamId ? presented.cycleId : null;
  if (cycleId === '' || cycleId === shown) return shown;
  const open = await listOpenCyclesOf(tx, actor, [teamId]);
  return open.some(({ id }) => id === cycleId) ? cycleId : false;
}
