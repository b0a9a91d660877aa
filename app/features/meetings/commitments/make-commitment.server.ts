import { and, count, eq } from 'drizzle-orm';
import { commitment } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { findMeeting } from '../meeting-queries.server';
import { knowsHiddenNumbers } from '../presenters/hidden-numbers.server';
import { cycleOfCommitment, findItemOfMeeting } from './commitment-cycle.server';
import { lookedAt, staffAndPlaces } from './commitment-questions.server';
import { byWhenProblem, whatProblem } from './commitment-rules';
import { isOffered, takerOf } from './taker';
import type { Taker } from './taker';
import { loadTakerChoices } from './taker-choices.server';
import { touchRooms } from './touch-rooms.server';

export type NewCommitment = {
  id: string;
  meetingId: string;
  /** The item it was made in; empty for none. */
  itemId: string;
  /** A value of `takerValue`. */
  who: string;
  /** The team's cycle it is about; empty for the one presented, or none. */
  cycleId: string;
  what: string;
  byWhen: string;
  /** The print of the questions its writer has looked at; empty before. */
  looked: string;
};

const mostOfMeeting = 300;

/** Beside each field what is wrong with it; empty when nothing is. */
export function fieldProblems(
  { what, byWhen }: { what: string; byWhen: string },
  today: SchoolDay,
  before?: SchoolDay,
): Record<string, string[]> {
  const found = { what: whatProblem(what), byWhen: byWhenProblem(byWhen, today, before) };
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, problem]) => (problem === null ? [] : [[name, [problem]]])),
  );
}

export const wrongTaker = 'Choose somebody who is in this meeting.';
export const wrongCycle = 'Choose an open cycle of this team, or none.';
export const lookAgain = 'Please look at this once more. Nothing was lost.';

/** An open meeting to the actor: announced, or run by them, and not cancelled. */
async function findOpenMeeting(
  tx: Connection,
  actor: Actor,
  meetingId: string,
): Promise<Outcome<{ meeting: Meeting }>> {
  const meeting = await findMeeting(tx, actor, meetingId);
  if (!meeting) return notFound;
  if (meeting.cancelledAt !== null)
    return invalid('This meeting was cancelled, so nothing can be noted in it.');
  return { ok: true, meeting };
}

/** Whether the form was handed in before: the same id, meeting and person. */
async function wasMade(tx: Connection, actor: Actor, { id, meetingId }: NewCommitment) {
  const known = await tx.select().from(commitment).where(eq(commitment.id, id));
  const there = known[0];
  if (!there) return 'no';
  return there.madeBy === actor.personId && there.meetingId === meetingId ? 'yes' : 'elsewhere';
}

async function checked(tx: Connection, actor: Actor, input: NewCommitment, today: SchoolDay) {
  const found = await findOpenMeeting(tx, actor, input.meetingId);
  if (!found.ok) return found;
  const item = input.itemId === '' ? null : await findItemOfMeeting(tx, input.meetingId, input.itemId);
  if (input.itemId !== '' && item === null) return notFound;
  const { choices } = await loadTakerChoices(tx, found.meeting, today);
  const wrong = fieldProblems(input, today);
  const taker = takerOf(input.who);
  if (taker === null || !isOffered(choices, taker)) wrong.who = [wrongTaker];
  if (taker === null || Object.keys(wrong).length > 0) return invalid(lookAgain, wrong);
  const cycleId = await cycleOfCommitment(tx, actor, { ...taker, cycleId: input.cycleId, presented: item });
  if (cycleId === false) return invalid(lookAgain, { cycleId: [wrongCycle] });
  const { meetingId } = input;
  const looked = lookedAt(input.what, input.looked, {
    ...(await staffAndPlaces(tx, meetingId, choices)),
    numbersAreHidden: await knowsHiddenNumbers(tx, actor, meetingId),
  });
  if (!looked.ok) return looked;
  return { ok: true as const, taker, cycleId, itemId: item?.id ?? null };
}

/** Tells of a team's commitment: in the inbox of who took it on, else of its members. */
export async function recordCommitment(
  tx: Connection,
  kind: 'commitment_made' | 'commitment_changed' | 'commitment_kept',
  about: Taker & { id: string; meetingId: string; cycleId: string | null; what: string; actorId: string },
  now: number,
): Promise<void> {
  const { id, teamId, personId, cycleId, what: detail, meetingId, actorId } = about;
  if (teamId === null) return;
  await recordActivity(
    tx,
    {
      ...{ kind, actorId, teamId, meetingId, aboutId: id, detail },
      ...(cycleId === null ? {} : { cycleId }),
      ...(personId === null ? {} : { aboutPersonId: personId }),
    },
    now,
  );
}

/**
 * Notes what somebody takes on in a meeting: by anybody who reads it once it is announced, or runs it. The id comes from
 * the form: a second submit changes nothing. A problem with `looked` among its fields is a question about the words.
 * Gives the meetings whose rooms show it.
 */
export function makeCommitment(
  database: Database,
  actor: Actor,
  input: NewCommitment,
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome<{ rooms: string[] }>> {
  return database.inTransaction(async (tx): Promise<Outcome<{ rooms: string[] }>> => {
    if ((await findMeeting(tx, actor, input.meetingId)) === null) return notFound;
    const made = await wasMade(tx, actor, input);
    if (made !== 'no') return made === 'yes' ? { ok: true, rooms: [] } : notFound;
    const found = await checked(tx, actor, input, today);
    if (!found.ok) return found;
    const { id, meetingId, byWhen } = input;
    const counted = await tx
      .select({ n: count() })
      .from(commitment)
      .where(and(eq(commitment.meetingId, meetingId)));
    if ((counted[0]?.n ?? 0) >= mostOfMeeting)
      return invalid('This meeting holds as many commitments as it can.');
    const what = input.what.trim().replaceAll(/\s+/g, ' ');
    const { taker, cycleId, itemId } = found;
    await tx.insert(commitment).values({
      ...{ id, meetingId, itemId, ...taker, cycleId, what, byWhen },
      ...{ madeBy: actor.personId, madeAt: now, changedBy: actor.personId, changedAt: now },
    });
    const about = { id, meetingId, cycleId, what, actorId: actor.personId, ...taker };
    await recordCommitment(tx, 'commitment_made', about, now);
    return { ok: true, rooms: await touchRooms(tx, { meetingId, teamId: taker.teamId }) };
  });
}
