import { eq } from 'drizzle-orm';
import { commitment, cycle, person, ramp } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Commitment } from './commitment';
import type { CycleChoice } from './commitment-cycle';
import { listOpenCyclesOf } from './commitment-cycle.server';
import { findCommitment } from './commitment-queries.server';
import type { TakerChoices } from './taker';
import { loadTakersOfCommitment } from './takers-of-commitment.server';

export type CommitmentPage = {
  commitment: Commitment;
  changedByName: string;
  /** The cycle it is about, for readers of its team. */
  cycle: CycleChoice | null;
  /** What its form may choose from; null where the reader may not change it. */
  form: { choices: TakerChoices; cycles: CycleChoice[] } | null;
};

async function cycleChoice(db: Connection, cycleId: string | null): Promise<CycleChoice | null> {
  if (cycleId === null) return null;
  const rows = await db
    .select({ id: cycle.id, teamId: cycle.teamId, number: cycle.number, changeIdea: ramp.changeIdea })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .where(eq(cycle.id, cycleId));
  return rows[0] ?? null;
}

/** A commitment's own page; null when it is not there or not for this actor. */
export async function loadCommitmentPage(
  db: Connection,
  actor: Actor,
  commitmentId: string,
  today: SchoolDay,
): Promise<CommitmentPage | null> {
  const found = await findCommitment(db, actor, commitmentId);
  if (!found) return null;
  const changed = await db
    .select({ name: person.name, meetingId: commitment.meetingId })
    .from(commitment)
    .innerJoin(person, eq(person.id, commitment.changedBy))
    .where(eq(commitment.id, found.id));
  const row = changed[0];
  if (!row) return null;
  const { team, personId } = found;
  const about = await cycleChoice(db, found.cycleId);
  const page = {
    commitment: found,
    changedByName: row.name,
    cycle: about,
  };
  const teamId = team?.id ?? null;
  const of = { meetingId: row.meetingId, teamId, personId };
  const choices = found.mayChange ? await loadTakersOfCommitment(db, of, today) : null;
  if (choices === null) return { ...page, form: null };
  const open = await listOpenCyclesOf(db, actor, teamId === null ? [] : [teamId]);
  const cycles = about === null || open.some(({ id }) => id === about.id) ? open : [about, ...open];
  return { ...page, form: { choices, cycles } };
}
