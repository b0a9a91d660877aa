import { eq } from 'drizzle-orm';
import { commitment } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { conflict, invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { longestLetGoReason } from './commitment-bounds';
import { cycleOfCommitment } from './commitment-cycle.server';
import { knowsHiddenNumbers } from '../presenters/hidden-numbers.server';
import { lookedAt, staffAndPlaces } from './commitment-questions.server';
import { fieldProblems, lookAgain, recordCommitment, wrongCycle, wrongTaker } from './make-commitment.server';
import { findOwnCommitment } from './own-commitment.server';
import type { CommitmentRow } from './own-commitment.server';
import { touchRooms } from './touch-rooms.server';
import { loadTakersOfCommitment } from './takers-of-commitment.server';
import { isOffered, takerOf } from './taker';

type Changed = {
  commitmentId: string;
  /** The version the form was read at. */
  version: number;
  who: string;
  cycleId: string;
  what: string;
  byWhen: string;
  looked: string;
};

type Clock = { now: number; today: SchoolDay };

async function write(
  tx: Connection,
  actor: Actor,
  row: CommitmentRow,
  changes: Partial<CommitmentRow>,
  now: number,
): Promise<string[]> {
  await tx
    .update(commitment)
    .set({ ...changes, version: row.version + 1, changedBy: actor.personId, changedAt: now })
    .where(eq(commitment.id, row.id));
  return touchRooms(tx, row);
}

/**
 * Changes what, who, which cycle and by when. Its team stays: what another team takes on is a commitment of its own. Gives
 * the meetings whose rooms show it.
 */
export function changeCommitment(
  database: Database,
  actor: Actor,
  input: Changed,
  { now, today }: Clock,
): Promise<Outcome<{ rooms: string[] }>> {
  return database.inTransaction(async (tx): Promise<Outcome<{ rooms: string[] }>> => {
    const found = await findOwnCommitment(tx, actor, input.commitmentId);
    if (!found.ok) return found;
    const { row, own } = found;
    const { meetingId } = row;
    const wrong = fieldProblems(input, today, row.byWhen);
    const choices = await loadTakersOfCommitment(tx, row, today);
    if (choices === null) return notFound;
    const taker = takerOf(input.who);
    if (taker === null || taker.teamId !== row.teamId || !isOffered(choices, taker)) wrong.who = [wrongTaker];
    if (taker === null || Object.keys(wrong).length > 0) return invalid(lookAgain, wrong);
    // Who does not read the team's cycles neither sees nor changes which one it is about.
    const isKept = input.cycleId === (own.cycleId ?? '');
    const asked = { ...taker, cycleId: input.cycleId, presented: null };
    const cycleId = isKept ? row.cycleId : await cycleOfCommitment(tx, actor, asked);
    if (cycleId === false) return invalid(lookAgain, { cycleId: [wrongCycle] });
    const what = input.what.trim().replaceAll(/\s+/g, ' ');
    const { byWhen } = input;
    const isSame =
      row.what === what &&
      row.byWhen === byWhen &&
      row.personId === taker.personId &&
      row.cycleId === cycleId;
    if (isSame) return { ok: true, rooms: [] };
    if (row.version !== input.version) return conflict;
    const looked = lookedAt(what, input.looked, {
      ...(await staffAndPlaces(tx, meetingId, choices)),
      numbersAreHidden: await knowsHiddenNumbers(tx, actor, meetingId),
    });
    if (!looked.ok) return looked;
    const rooms = await write(tx, actor, row, { what, byWhen, cycleId, personId: taker.personId }, now);
    const about = { id: row.id, meetingId, cycleId, what, actorId: actor.personId, ...taker };
    await recordCommitment(tx, 'commitment_changed', about, now);
    return { ok: true, rooms };
  });
}

/** Lets a commitment go, with the reason: it stays, and says so. One that is kept is kept. */
export function letGoCommitment(
  database: Database,
  actor: Actor,
  { commitmentId, version, why }: { commitmentId: string; version: number; why: string },
  now: number,
): Promise<Outcome<{ rooms: string[] }>> {
  return database.inTransaction(async (tx): Promise<Outcome<{ rooms: string[] }>> => {
    const found = await findOwnCommitment(tx, actor, commitmentId);
    if (!found.ok) return found;
    const { row } = found;
    const { meetingId } = row;
    const reason = why.trim().replaceAll(/\s+/g, ' ');
    if (row.letGoAt !== null && row.letGoWhy === reason) return { ok: true, rooms: [] };
    if (reason === '') return invalid(lookAgain, { why: ['Say in a few words why it is no longer wanted.'] });
    if (reason.length > longestLetGoReason)
      return invalid(lookAgain, { why: [`Please keep this under ${longestLetGoReason} characters.`] });
    if (row.version !== version || row.keptAt !== null) return conflict;
    const letGo = { letGoAt: now, letGoBy: actor.personId, letGoWhy: reason };
    const rooms = await write(tx, actor, row, letGo, now);
    const { id, teamId, personId, cycleId, what } = row;
    const about = { id, meetingId, cycleId, what, teamId, personId, actorId: actor.personId };
    await recordCommitment(tx, 'commitment_changed', about, now);
    return { ok: true, rooms };
  });
}

type Kept = { meetingId: string; teamId: string | null; cycleId: string | null; rooms: string[] };

/** Says that a commitment was kept, or takes that (or letting it go) back. Twice the same changes nothing. */
export function keepCommitment(
  database: Database,
  actor: Actor,
  { commitmentId, wanted }: { commitmentId: string; wanted: 'kept' | 'open' },
  now: number,
): Promise<Outcome<Kept>> {
  return database.inTransaction(async (tx) => {
    const found = await findOwnCommitment(tx, actor, commitmentId);
    if (!found.ok) return found;
    const { row, own } = found;
    const { meetingId, teamId } = row;
    const done = { ok: true as const, meetingId, teamId, cycleId: own.cycleId };
    if (own.state === wanted) return { ...done, rooms: [] };
    const kept = wanted === 'kept' ? { keptAt: now, keptBy: actor.personId } : { keptAt: null, keptBy: null };
    const rooms = await write(tx, actor, row, { ...kept, letGoAt: null, letGoBy: null, letGoWhy: '' }, now);
    if (wanted === 'kept') {
      const { id, personId, cycleId, what } = row;
      const about = { id, meetingId, cycleId, what, teamId, personId, actorId: actor.personId };
      await recordCommitment(tx, 'commitment_kept', about, now);
    }
    return { ...done, rooms };
  });
}
