import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { meetingInvitation } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { findMeetingToRun } from '../own-meeting.server';
import { listInvitable, listInvitations } from './invitation-queries.server';
import { isOver } from './meeting-time-rules';
import { groupChange, joinedSince, teamToComeWith } from './people-rules';

type Clock = { now: number; today: SchoolDay };
type Who = { personId: string; teamId: string | null };

/** Rows of one INSERT: SQLite binds 32,766 values at most. */
const mostRows = 1000;

/** Writes invitations; a withdrawn one stands again, without its old answer. Whoever is invited already stays as they are. */
export async function writeInvitations(
  tx: Connection,
  { meetingId, by }: { meetingId: string; by: string },
  people: readonly Who[],
  now: number,
): Promise<void> {
  const rows = people.map((one) => ({ ...one, id: uuidv7(), meetingId, invitedBy: by, invitedAt: now }));
  for (let from = 0; from < rows.length; from += mostRows)
    await tx
      .insert(meetingInvitation)
      .values(rows.slice(from, from + mostRows))
      .onConflictDoUpdate({
        target: [meetingInvitation.meetingId, meetingInvitation.personId],
        set: {
          ...{ teamId: sql`excluded.team_id`, invitedBy: by, invitedAt: now },
          ...{ withdrawnAt: null, answer: null, answeredAt: null, role: null },
        },
        setWhere: isNotNull(meetingInvitation.withdrawnAt),
      });
}

async function withdraw(tx: Connection, meetingId: string, personIds: readonly string[], now: number) {
  if (personIds.length === 0) return;
  await tx
    .update(meetingInvitation)
    .set({ withdrawnAt: now, role: null })
    .where(
      and(
        ...[eq(meetingInvitation.meetingId, meetingId), isNull(meetingInvitation.withdrawnAt)],
        inArray(meetingInvitation.personId, [...personIds]),
      ),
    );
}

async function findMeetingToFill(
  tx: Connection,
  actor: Actor,
  meetingId: string,
  now: number,
): Promise<Outcome<{ meeting: Meeting }>> {
  const found = await findMeetingToRun(tx, actor, meetingId);
  if (!found.ok) return found;
  if (found.meeting.cancelledAt !== null)
    return invalid('This meeting was cancelled; nobody is invited to it.');
  if (isOver(found.meeting, now)) return invalid('This meeting is over; who was invited stays as it was.');
  return found;
}

/** Invites and leaves out whole groups; `shown` are those that were invited when the form was read. */
export function inviteGroups(
  database: Database,
  actor: Actor,
  { meetingId, ...choice }: { meetingId: string; ticked: ReadonlySet<string>; shown: ReadonlySet<string> },
  { now, today }: Clock,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findMeetingToFill(tx, actor, meetingId, now);
    if (!found.ok) return found;
    const people = await listInvitable(tx, found.meeting, today);
    const change = groupChange(people, await listInvitations(tx, meetingId), choice);
    await writeInvitations(tx, { meetingId, by: actor.personId }, change.invite, now);
    await withdraw(tx, meetingId, change.withdraw, now);
    return { ok: true };
  });
}

/** Invites one person of the cohort or team. */
export function inviteOne(
  database: Database,
  actor: Actor,
  { meetingId, personId }: { meetingId: string; personId: string },
  { now, today }: Clock,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findMeetingToFill(tx, actor, meetingId, now);
    if (!found.ok) return found;
    const one = (await listInvitable(tx, found.meeting, today)).find((who) => who.personId === personId);
    if (one === undefined) return notFound;
    const who = { personId, teamId: teamToComeWith(one) };
    await writeInvitations(tx, { meetingId, by: actor.personId }, [who], now);
    return { ok: true };
  });
}

/** Takes one invitation back; twice is as good as once. */
export function withdrawOne(
  database: Database,
  actor: Actor,
  { meetingId, invitationId }: { meetingId: string; invitationId: string },
  { now }: Clock,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findMeetingToFill(tx, actor, meetingId, now);
    if (!found.ok) return found;
    const one = (await listInvitations(tx, meetingId)).find(({ id }) => id === invitationId);
    if (one === undefined) return notFound;
    await withdraw(tx, meetingId, [one.personId], now);
    return { ok: true };
  });
}

/** Invites whoever joined an invited group since. */
export function inviteJoined(
  database: Database,
  actor: Actor,
  { meetingId }: { meetingId: string },
  { now, today }: Clock,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findMeetingToFill(tx, actor, meetingId, now);
    if (!found.ok) return found;
    const people = await listInvitable(tx, found.meeting, today);
    const joined = joinedSince(people, await listInvitations(tx, meetingId));
    const who = joined.map((one) => ({ personId: one.personId, teamId: teamToComeWith(one) }));
    await writeInvitations(tx, { meetingId, by: actor.personId }, who, now);
    return { ok: true };
  });
}
