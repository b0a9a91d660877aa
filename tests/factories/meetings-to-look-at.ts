import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { addAgendaItem, addMeeting, attend } from './small-meetings';
import type { SmallNetwork } from './small-network';

export type Meetings = Record<
  'ahead' | 'over' | 'itemId' | 'presentationId' | 'commitmentId' | 'reportId',
  string
>;

const dayMs = 86_400_000;

/** One of everything that belongs to meetings of the own cohort, to look at: nothing in it has to hold together in time. */
export async function addHeldMeetings(tx: Connection, network: SmallNetwork): Promise<Meetings> {
  const { own, people, today } = network;
  const now = Date.now();
  const by = people.facilitator.id;
  const everybody = ['member', 'colleague', 'otherTeamMember', 'coach', 'facilitator'] as const;
  const common = { announced: true, invited: everybody, place: 'Library', link: 'https://example.test/room' };
  const over = await addMeeting(tx, network, {
    ...{ ...common, title: 'Fall network day', startsAt: now - 20 * dayMs },
  });
  await attend(tx, network, over, ['member', 'coach', 'facilitator']);
  const held = await addAgendaItem(tx, over, { title: 'Idea market' });
  await tx.insert(schema.meetingRoom).values({
    ...{
      meetingId: over,
      startedBy: by,
      startedAt: now - 20 * dayMs,
      endedBy: by,
      endedAt: now - 19 * dayMs,
    },
  });
  const ahead = await addMeeting(tx, network, { ...common, purpose: 'What the first term taught us.' });
  const subject = { teamId: own.teamId, cycleId: own.cycles.study };
  const steps = [
    { title: 'Present', speaks: 'presenter', silent: 'group', prompt: 'Tell the story.' },
    { title: 'The group discusses', speaks: 'group', silent: 'presenter', prompt: 'Talk about them.' },
  ] as const;
  const { itemId } = await addAgendaItem(tx, ahead, {
    ...{ title: 'Consultancy', protocolKey: 'consultancy-20', focus: 'Whom do we lose?', ...subject, steps },
  });
  const presentationId = uuidv7();
  await tx
    .insert(schema.presentation)
    .values({ id: presentationId, meetingId: ahead, ...subject, askedBy: by, askedAt: now });
  for (const kind of ['question', 'warm', 'cool', 'topic'] as const)
    await tx.insert(schema.contribution).values({
      ...{ id: uuidv7(), meetingId: over, itemId: held.itemId, kind, body: `A ${kind} of the room.` },
      ...{ authorId: people.otherTeamMember.id, writtenAt: now - 20 * dayMs },
    });
  const commitmentId = uuidv7();
  const stamp = { madeBy: people.member.id, madeAt: now, changedBy: people.member.id, changedAt: now };
  await tx.insert(schema.commitment).values({
    ...{ id: commitmentId, meetingId: over, ...subject, personId: people.member.id, ...stamp },
    ...{ what: 'Bring three samples of writing', byWhen: addDays(today, 5) },
  });
  const body = '## Who was there\n\n- Everybody.\n';
  await tx.insert(schema.meetingMinutes).values({
    ...{ meetingId: over, body, changedBy: by, changedAt: now, edition: 1 },
    ...{ sentBody: body, sentBy: by, sentAt: now },
  });
  const reportId = uuidv7();
  await tx.insert(schema.cohortReport).values({
    ...{ id: reportId, cohortId: own.cohortId, title: 'The first term', fromDay: addDays(today, -80) },
    ...{ throughDay: today, createdBy: by, createdAt: now, changedBy: by, changedAt: now },
  });
  return { ahead, over, itemId, presentationId, commitmentId, reportId };
}
