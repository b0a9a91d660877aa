import { eq, max } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import type { InvitationAnswer, MeetingKind, MeetingRole, StepVoice } from '#db/vocabulary';
import { addDays } from '~/lib/school-day';
import { instantOfWallClock, wallClockOf } from '~/lib/wall-clock';
import type { Connection } from '~/platform/database.server';
import { timeZone } from './small-network';
import type { Role, SmallNetwork } from './small-network';

type MeetingInput = {
  /** A network day of the own team's cohort, where nothing is said. */
  kind?: MeetingKind;
  cohortId?: string;
  /** The team of a team meeting; the own team, where nothing is said. */
  teamId?: string;
  seriesId?: string;
  title?: string;
  purpose?: string;
  /** A week from today at 15:30 in New York, where nothing is said. */
  day?: string;
  time?: string;
  timeZone?: string;
  /** An instant (UTC milliseconds) instead of day and time. */
  startsAt?: number;
  minutes?: number;
  place?: string;
  link?: string;
  /** Who made it: the cohort's facilitator, or the member of the own team. */
  by?: Role;
  /** When it was announced (UTC milliseconds), or simply that it was; a draft, where nothing is said. */
  announced?: boolean | number;
  cancelledWhy?: string;
  /** Who is invited, as by `invite`. */
  invited?: readonly Role[];
};

const dayMs = 86_400_000;

function whenOf(network: SmallNetwork, { day, time, timeZone: zone, startsAt }: MeetingInput) {
  const where = zone ?? timeZone;
  if (startsAt !== undefined) return { ...wallClockOf(startsAt, where), timeZone: where, startsAt };
  const onWall = { day: day ?? addDays(network.today, 7), time: time ?? '15:30', timeZone: where };
  const instant = instantOfWallClock(onWall.day, onWall.time, where);
  if (instant === null) throw new Error(`${where} has no ${onWall.day}`);
  return { ...onWall, startsAt: instant };
}

/** A meeting without an agenda. Gives its id. */
export async function addMeeting(
  tx: Connection,
  network: SmallNetwork,
  input: MeetingInput = {},
): Promise<string> {
  const { kind = 'network_day', title = 'Network day', minutes = 90, announced = false } = input;
  const isOfTeam = kind === 'team_meeting';
  const by = network.people[input.by ?? (isOfTeam ? 'member' : 'facilitator')].id;
  const [id, madeAt] = [uuidv7(), Date.now() - dayMs];
  const announcedAt = typeof announced === 'number' ? announced : announced ? madeAt + 1000 : null;
  await tx.insert(schema.meeting).values({
    ...{ id, kind, title, minutes, announcedAt, ...whenOf(network, input) },
    cohortId: isOfTeam ? null : (input.cohortId ?? network.own.cohortId),
    teamId: isOfTeam ? (input.teamId ?? network.own.teamId) : null,
    ...{ seriesId: input.seriesId ?? null, purpose: input.purpose ?? '' },
    ...{ place: input.place ?? '', link: input.link ?? '' },
    ...(input.cancelledWhy === undefined
      ? {}
      : { cancelledAt: madeAt + 2000, cancelledBy: by, cancelledWhy: input.cancelledWhy }),
    ...{ createdBy: by, createdAt: madeAt, changedBy: by, changedAt: madeAt },
  });
  await invite(tx, network, id, input.invited ?? []);
  return id;
}

type StepInput = {
  title?: string;
  minutes?: number;
  speaks?: StepVoice;
  silent?: StepVoice;
  prompt?: string;
};

type ItemInput = {
  title?: string;
  protocolKey?: string;
  teamId?: string;
  cycleId?: string;
  postId?: string;
  focus?: string;
  why?: string;
  /** One step of ten minutes in which everyone speaks, where nothing is said. */
  steps?: readonly StepInput[];
};

/** Puts an item at the end of a meeting's agenda. */
export async function addAgendaItem(
  tx: Connection,
  meetingId: string,
  { title = 'Welcome', steps = [{}], ...input }: ItemInput = {},
): Promise<{ itemId: string; stepIds: string[] }> {
  const itemId = uuidv7();
  const [last] = await tx
    .select({ position: max(schema.agendaItem.position) })
    .from(schema.agendaItem)
    .where(eq(schema.agendaItem.meetingId, meetingId));
  const position = (last?.position ?? -1) + 1;
  await tx.insert(schema.agendaItem).values({ id: itemId, meetingId, position, title, ...input });
  const rows = steps.map((step, at) => ({
    ...{ id: uuidv7(), itemId, position: at, title: step.title ?? `Step ${at + 1}` },
    ...{ minutes: step.minutes ?? 10, speaks: step.speaks ?? ('everyone' as const) },
    ...{ silent: step.silent ?? ('nobody' as const), prompt: step.prompt ?? '' },
  }));
  if (rows.length > 0) await tx.insert(schema.agendaStep).values(rows);
  return { itemId, stepIds: rows.map(({ id }) => id) };
}

/** The team a person of the small network works in; null for those who work in none. */
export function teamOfRole(network: SmallNetwork, role: Role): string | null {
  if (role === 'member' || role === 'colleague') return network.own.teamId;
  if (role === 'otherTeamMember') return network.sameSchool.teamId;
  return role === 'otherLeaMember' ? network.otherLea.teamId : null;
}

type Invited = { role?: MeetingRole; answer?: InvitationAnswer; withdrawn?: boolean; at?: number };

/** Invites people with the teams they work in; all of them with the same role and answer. Gives the invitations' ids. */
export async function invite(
  tx: Connection,
  network: SmallNetwork,
  meetingId: string,
  roles: readonly Role[],
  { role, answer, withdrawn = false, at = Date.now() - dayMs }: Invited = {},
): Promise<string[]> {
  const rows = roles.map((who) => ({
    ...{ id: uuidv7(), meetingId, personId: network.people[who].id, teamId: teamOfRole(network, who) },
    ...{ role: role ?? null, answer: answer ?? null, answeredAt: answer === undefined ? null : at },
    ...{ invitedBy: network.people.facilitator.id, invitedAt: at, withdrawnAt: withdrawn ? at : null },
  }));
  if (rows.length > 0) await tx.insert(schema.meetingInvitation).values(rows);
  return rows.map(({ id }) => id);
}

/** Makes a draft known to whoever is invited. */
export async function announce(tx: Connection, meetingId: string, at = Date.now()): Promise<void> {
  await tx.update(schema.meeting).set({ announcedAt: at }).where(eq(schema.meeting.id, meetingId));
}

/** Says that some of the invited are here. */
export async function attend(
  tx: Connection,
  network: SmallNetwork,
  meetingId: string,
  roles: readonly Role[],
): Promise<void> {
  const rows = roles.map((role) => {
    const personId = network.people[role].id;
    return { meetingId, personId, notedBy: personId, notedAt: Date.now() };
  });
  if (rows.length > 0) await tx.insert(schema.attendance).values(rows);
}
