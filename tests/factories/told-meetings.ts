import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import type { ActivityKind } from '#db/vocabulary';
import { addDays } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { addAgendaItem, addMeeting, invite } from './small-meetings';
import { roles } from './small-network';
import type { Role, SmallNetwork } from './small-network';

/** What only some may read, each with words that stand nowhere else. */
export const secrets = {
  held: ['Zephyr held day', 'Zephyr held place', 'Zephyr held item', 'Zephyr minutes'],
  coming: ['Quartz coming day', 'Quartz coming place', 'Quartz coming item'],
  draft: ['Onyx draft day', 'Onyx draft place', 'Onyx draft item'],
  askedIn: ['Basalt asking day'],
  otherTeams: ['Marble team meeting', 'Marble promise'],
  ownPromises: ['Cobalt promise of the team', 'Cobalt promise of a colleague', 'Cobalt promise of another'],
} as const;
export type Secret = keyof typeof secrets;

/** Who may read each; for everybody else none of its words stand anywhere. */
export const allowed: Record<Secret, readonly Role[]> = {
  held: ['member', 'facilitator'],
  coming: ['member', 'facilitator'],
  draft: ['facilitator'],
  askedIn: ['member', 'colleague', 'coach', 'facilitator'],
  otherTeams: ['otherTeamMember', 'facilitator'],
  ownPromises: ['member', 'colleague', 'coach', 'facilitator', 'otherFacilitator'],
};

export type ToldMeetings = {
  meetingIds: string[];
  commitmentIds: string[];
  presentationIds: string[];
  notificationIds: string[];
};

const dayMs = 86_400_000;

/**
 * Meetings of the own team's cohort with all they leave behind, and every role told of every event of theirs, as if each had been in
 * reach then: what is shown depends on who reads now. Another cohort's facilitator follows the own team too.
 */
export async function addToldMeetings(
  tx: Connection,
  network: SmallNetwork,
  now: number,
): Promise<ToldMeetings> {
  const { own, sameSchool, otherLea, people, today } = network;
  const by = people.facilitator.id;
  await tx
    .insert(schema.cohortTeam)
    .values({ id: uuidv7(), cohortId: otherLea.cohortId, teamId: own.teamId });
  const make = async (of: 'held' | 'coming' | 'draft', more: Parameters<typeof addMeeting>[2]) => {
    const [title = '', place = '', item = ''] = secrets[of];
    const meetingId = await addMeeting(tx, network, { title, place, ...more });
    const subject = { teamId: own.teamId, cycleId: own.cycles.study };
    const { itemId } = await addAgendaItem(tx, meetingId, {
      title: item,
      ...(of === 'held' ? subject : {}),
    });
    return { meetingId, itemId };
  };
  const held = await make('held', { announced: true, startsAt: now - dayMs, invited: ['member'] });
  // The member of another cohort was invited when their team was of this one.
  const invited = ['member', 'otherLeaMember'] as const;
  const coming = await make('coming', { announced: true, startsAt: now + 3 * dayMs, invited });
  const draft = await make('draft', { startsAt: now + 4 * dayMs, invited: ['member', 'coach'] });
  for (const { meetingId } of [held, coming])
    await invite(tx, network, meetingId, ['colleague'], { withdrawn: true });
  const askedIn = await addMeeting(tx, network, {
    ...{ title: secrets.askedIn[0], announced: true, startsAt: now + 5 * dayMs },
  });
  const ofOther = await addMeeting(tx, network, {
    ...{ kind: 'team_meeting', teamId: sameSchool.teamId, title: secrets.otherTeams[0] },
    ...{ announced: true, by: 'otherTeamMember', startsAt: now - dayMs },
  });
  await tx.insert(schema.contribution).values({
    ...{ id: uuidv7(), meetingId: held.meetingId, itemId: held.itemId, kind: 'warm', body: 'Well done.' },
    ...{ authorId: people.facilitator.id, writtenAt: now - dayMs },
  });
  await tx.insert(schema.meetingMinutes).values({
    ...{ meetingId: held.meetingId, body: secrets.held[3], sentBody: secrets.held[3], edition: 1 },
    ...{ changedBy: by, changedAt: now, sentBy: by, sentAt: now },
  });
  const commit = async (meetingId: string, teamId: string, what: string, personId: string | null = null) => {
    const id = uuidv7();
    await tx.insert(schema.commitment).values({
      ...{ id, meetingId, teamId, what, personId, byWhen: addDays(today, 7), madeBy: by, madeAt: now },
      ...{ changedBy: by, changedAt: now, cycleId: teamId === own.teamId ? own.cycles.study : null },
    });
    return { id, what, teamId, meetingId };
  };
  const [ofTeam, ofColleague, ofAnother] = secrets.ownPromises;
  const commitments = [
    await commit(held.meetingId, own.teamId, ofTeam),
    await commit(held.meetingId, own.teamId, ofColleague, people.colleague.id),
    await commit(held.meetingId, own.teamId, ofAnother, people.otherTeamMember.id),
    await commit(ofOther, sameSchool.teamId, secrets.otherTeams[1]),
  ];
  const presentationId = uuidv7();
  const asked = { teamId: own.teamId, cycleId: own.cycles.study, meetingId: askedIn };
  await tx.insert(schema.presentation).values({ id: presentationId, ...asked, askedBy: by, askedAt: now });

  type Event = { kind: ActivityKind; teamId: string; meetingId: string; detail: string };
  const notificationIds: string[] = [];
  const tell = async (event: Event & { cycleId?: string; aboutId?: string; aboutPersonId?: string }) => {
    const eventId = uuidv7();
    const when = { happenedAt: now - 2 * 3_600_000, toldAt: now - 2 * 3_600_000 };
    await tx.insert(schema.activityEvent).values({ id: eventId, actorId: by, ...event, ...when });
    const rows = roles.map((role) => ({
      ...{ id: uuidv7(), personId: people[role].id, eventId, toldAt: when.toldAt },
      urgency: event.kind === 'presentation_asked' ? ('immediate' as const) : ('digest' as const),
    }));
    await tx.insert(schema.notification).values(rows);
    notificationIds.push(...rows.map(({ id }) => id));
  };
  for (const { id, what, teamId, meetingId } of commitments)
    for (const kind of ['commitment_made', 'commitment_changed', 'commitment_kept'] as const)
      await tell({ kind, teamId, meetingId, aboutId: id, detail: what });
  const feedback = { kind: 'meeting_feedback' as const, meetingId: held.meetingId, detail: secrets.held[0] };
  await tell({ ...feedback, teamId: own.teamId, cycleId: own.cycles.study, aboutId: held.itemId });
  await tell({ ...feedback, teamId: own.teamId, aboutId: held.itemId });
  await tell({
    ...{ kind: 'meeting_feedback', meetingId: draft.meetingId, detail: secrets.draft[0] },
    ...{ teamId: own.teamId, cycleId: own.cycles.study, aboutId: draft.itemId },
  });
  await tell({
    ...{ kind: 'presentation_asked', ...asked, aboutId: presentationId, detail: secrets.askedIn[0] },
  });
  return {
    meetingIds: [held.meetingId, coming.meetingId, draft.meetingId, askedIn, ofOther],
    commitmentIds: commitments.map(({ id }) => id),
    presentationIds: [presentationId],
    notificationIds,
  };
}
