import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { agendaItem, agendaStep, meeting, meetingInvitation, meetingSeries } from '#db/schema';
import { meetingRoles } from '#db/vocabulary';
import type { MeetingRhythm, MeetingRole } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { loadAgenda } from '../agenda/agenda-queries.server';
import type { AgendaItem } from '../agenda/agenda';
import { listEarlierRoles, listInvitable, listInvitations } from '../invitations/invitation-queries.server';
import { facilitatorIds } from '../invitations/people-rules';
import { suggestRoles } from '../invitations/rotate-roles-rules';
import type { HadRole } from '../invitations/rotate-roles-rules';
import type { Meeting } from '../meeting';
import { findMeetingToRun } from '../own-meeting.server';
import { startOnDay } from './series-time-rules';
import { daysOffOfMeeting, listSeries } from './series-queries.server';
import { nextDays } from './series-rules';

type Stamp = { by: string; now: number };

async function seriesOf(tx: Connection, from: Meeting, rhythm: MeetingRhythm, { by, now }: Stamp) {
  if (from.seriesId !== null) return from.seriesId;
  const id = uuidv7();
  await tx.insert(meetingSeries).values({ id, rhythm, createdBy: by, createdAt: now });
  await tx.update(meeting).set({ seriesId: id }).where(eq(meeting.id, from.id));
  return id;
}

/** The items and steps, without whom or what they were about. */
async function copyAgenda(tx: Connection, items: readonly AgendaItem[], meetingId: string): Promise<void> {
  for (const [position, { title, protocolKey, steps }] of items.entries()) {
    const itemId = uuidv7();
    await tx.insert(agendaItem).values({ id: itemId, meetingId, position, title, protocolKey });
    if (steps.length > 0)
      await tx
        .insert(agendaStep)
        .values(steps.map((step, at) => ({ ...step, id: uuidv7(), itemId, position: at })));
  }
}

type Guest = { personId: string; teamId: string | null; runs: boolean };

/** Who is invited and still there today. */
async function guestsOf(tx: Connection, from: Meeting, today: SchoolDay): Promise<Guest[]> {
  const people = await listInvitable(tx, from, today);
  const there = new Set(people.map(({ personId }) => personId));
  const runners = facilitatorIds(people);
  return (await listInvitations(tx, from.id))
    .filter(({ personId, isWithdrawn }) => !isWithdrawn && there.has(personId))
    .map(({ personId, teamId }) => ({ personId, teamId, runs: runners.has(personId) }));
}

async function inviteWithRoles(
  tx: Connection,
  meetingId: string,
  { guests, earlier, at }: { guests: readonly Guest[]; earlier: HadRole[]; at: number },
  { by, now }: Stamp,
): Promise<void> {
  if (guests.length === 0) return;
  const roles = suggestRoles(
    guests.map(({ personId, runs }) => ({ personId, answer: null, runs })),
    earlier,
    meetingId,
  );
  const roleOf = new Map<string, MeetingRole>();
  for (const role of meetingRoles) {
    const personId = roles[role];
    if (personId === undefined) continue;
    roleOf.set(personId, role);
    earlier.push({ personId, at });
  }
  await tx.insert(meetingInvitation).values(
    guests.map(({ personId, teamId }) => ({
      ...{ id: uuidv7(), meetingId, personId, teamId, role: roleOf.get(personId) ?? null },
      ...{ invitedBy: by, invitedAt: now },
    })),
  );
}

type Input = { meetingId: string; rhythm: MeetingRhythm; count: number; after: string };

/**
 * Adds drafts to a meeting's series, after its last one: the same time on the wall, the agenda without subjects, those invited
 * who are still there, roles in turn. A time that clocks leave out on one of the days: invalid, for all. Nothing, where the series has gone on since the page was read (`after`).
 */
export function repeatMeeting(
  database: Database,
  actor: Actor,
  { meetingId, rhythm, count, after }: Input,
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findMeetingToRun(tx, actor, meetingId);
    if (!found.ok) return found;
    const from = found.meeting;
    const last = (await listSeries(tx, actor, from)).at(-1);
    if (last === undefined) return notFound;
    if (last.id !== after) return { ok: true };
    const { days } = nextDays(last.day, rhythm, count, await daysOffOfMeeting(tx, from, today));
    const starts = days.map(({ day }) => startOnDay({ ...from, day }, today));
    for (const start of starts) if (!start.ok) return invalid(start.message);
    const stamp = { by: actor.personId, now };
    const seriesId = await seriesOf(tx, from, rhythm, stamp);
    const agenda = await loadAgenda(tx, { id: meetingId, runs: false });
    const guests = await guestsOf(tx, from, today);
    const earlier = await listEarlierRoles(tx, { ...from, seriesId, startsAt: Number.MAX_SAFE_INTEGER });
    for (const start of starts) {
      if (!start.ok) continue;
      const { day, startsAt } = start;
      const id = uuidv7();
      await tx.insert(meeting).values({
        ...{ id, seriesId, kind: from.kind, cohortId: from.cohortId, teamId: from.teamId },
        ...{ title: from.title, purpose: from.purpose, day, time: from.time, timeZone: from.timeZone },
        ...{ startsAt, minutes: from.minutes, place: from.place, link: from.link },
        ...{ createdBy: stamp.by, createdAt: now, changedBy: stamp.by, changedAt: now },
      });
      await copyAgenda(tx, agenda, id);
      await inviteWithRoles(tx, id, { guests, earlier, at: startsAt }, stamp);
    }
    return { ok: true };
  });
}
