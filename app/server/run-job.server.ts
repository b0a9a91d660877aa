import { and, eq, isNull, lt, lte } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { jobRun } from '#db/schema';
import type { Clock } from '~/platform/clock.server';
import type { Database } from '~/platform/database.server';
import { isLeftBehind, turnLeaseMs, turnsKeptMs } from './job-rules';

export type TurnOfJob = {
  job: string;
  /** UTC milliseconds. */
  dueAt: number;
  /** Which process asks. */
  server: string;
  clock: Clock;
  /** Does what is due; says in a few words what that was. */
  work: () => Promise<string>;
};

const mostOfOutcome = 300;

/** Takes the turn, or gives null: another server has it, or has done it. */
function takeTurn(database: Database, { job, dueAt, server, clock }: TurnOfJob): Promise<string | null> {
  return database.inTransaction(async (tx) => {
    const now = clock.now();
    const id = uuidv7();
    const made = await tx
      .insert(jobRun)
      .values({ id, job, dueAt, server, startedAt: now })
      .onConflictDoNothing()
      .returning({ id: jobRun.id });
    if (made.length > 0) {
      await tidyTurns(tx, job, now);
      return id;
    }
    const [known] = await tx
      .select()
      .from(jobRun)
      .where(and(eq(jobRun.job, job), eq(jobRun.dueAt, dueAt)));
    if (!known || !isLeftBehind(known, now)) return null;
    await tx.update(jobRun).set({ server, startedAt: now }).where(eq(jobRun.id, known.id));
    return known.id;
  });
}

/** Old turns go; those that no server finished are closed, since the newer turn does all that was left. */
async function tidyTurns(
  tx: Parameters<Parameters<Database['inTransaction']>[0]>[0],
  job: string,
  now: number,
): Promise<void> {
  await tx.delete(jobRun).where(and(eq(jobRun.job, job), lt(jobRun.dueAt, now - turnsKeptMs)));
  await tx
    .update(jobRun)
    .set({ finishedAt: now, outcome: 'broken off; the next turn did what was left' })
    .where(and(eq(jobRun.job, job), isNull(jobRun.finishedAt), lte(jobRun.startedAt, now - turnLeaseMs)));
}

/**
 * Does one turn of a job, if no other server does: the pair of job and due instant is unique. A turn that its server
 * did not finish within half an hour is taken over.
 * @returns whether this process did it. Rejects with what the work rejected with, after it is written down.
 */
export async function runTurn(database: Database, turn: TurnOfJob): Promise<boolean> {
  const id = await takeTurn(database, turn);
  if (id === null) return false;
  const finish = (outcome: string) =>
    database.inTransaction(async (tx) => {
      await tx
        .update(jobRun)
        .set({ finishedAt: turn.clock.now(), outcome: outcome.slice(0, mostOfOutcome) })
        .where(and(eq(jobRun.id, id), eq(jobRun.server, turn.server)));
    });
  try {
    await finish(await turn.work());
  } catch (error) {
    await finish(`failed: ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  }
  return true;
}
