import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { listMeetingEntries } from '~/features/notifications/calendar/meeting-entries-queries.server';
import { calendarText } from '~/features/notifications/calendar/calendar-text.server';
import { answerByLink, findLinkedInvitation } from '~/features/notifications/mail/answer-by-link.server';
import { answerPurpose, answerSecret, sealedInvitation } from '~/features/notifications/mail/answer-link';
import { loadActor } from '~/features/people/actor-queries.server';
import { wallClockOf } from '~/lib/wall-clock';
import type { Connection } from '~/platform/database.server';
import { addMeeting } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { calendarAfter, eventsOf } from '../support/calendar-events';
import { publicUrl, seals } from '../support/post-office';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

let file: TestDatabase;
let network: SmallNetwork;
const now = Date.now();

beforeEach(async () => {
  file = openTestDatabase();
  network = await makeSmallNetwork(file.database);
});
afterEach(() => file.remove());

const write = <T>(work: (tx: Connection) => Promise<T>) => file.database.inTransaction(work);
const secretOf = (meetingId: string, role: Role, sealed: Role = role) => {
  const of = (who: Role) => ({ meetingId, personId: network.people[who].id });
  return answerSecret(of(role), seals.make(answerPurpose, sealedInvitation(of(sealed))));
};
const find = (secret: string, at = now) => findLinkedInvitation(file.database.reader, secret, seals, at);

describe('a link that answers an invitation', () => {
  it('is its person’s, changes nothing by being followed, and may be used again', async () => {
    const meetingId = await write((tx) => addMeeting(tx, network, { announced: true, invited: ['member'] }));
    const secret = secretOf(meetingId, 'member');
    expect((await find(secret))?.meeting).toMatchObject({ id: meetingId, mine: { answer: null } });
    for (const answer of ['yes', 'no'] as const) {
      expect(await answerByLink(file.database, { secret, answer }, seals, now)).toEqual({ ok: true });
      expect((await find(secret))?.meeting.mine.answer).toBe(answer);
    }
  });

  it('opens nothing when it is wrong, another’s, or for somebody who is not invited or has left', async () => {
    const meetingId = await write((tx) => addMeeting(tx, network, { announced: true, invited: ['member'] }));
    const draft = await write((tx) => addMeeting(tx, network, { invited: ['member', 'facilitator'] }));
    const right = secretOf(meetingId, 'member');
    for (const secret of [
      `${right}x`,
      right.slice(0, -1),
      secretOf(meetingId, 'member', 'colleague'),
      secretOf(meetingId, 'colleague'),
      secretOf(draft, 'member'),
      secretOf(draft, 'facilitator'),
      'nothing',
    ])
      expect(await find(secret), secret).toBeNull();
    await write(async (tx) => {
      await tx
        .update(schema.teamMembership)
        .set({ endedOn: network.today })
        .where(eq(schema.teamMembership.personId, network.people.member.id));
    });
    expect(await find(right)).toBeNull();
  });

  it('is closed when the invitation was taken back, and takes no answer once it is over or cancelled', async () => {
    const meetingId = await write((tx) => addMeeting(tx, network, { announced: true, invited: ['member'] }));
    const secret = secretOf(meetingId, 'member');
    const later = now + 30 * 86_400_000;
    expect(await answerByLink(file.database, { secret, answer: 'yes' }, seals, later)).toMatchObject({
      ok: false,
    });
    await write(async (tx) => {
      await tx.update(schema.meeting).set({ cancelledAt: now });
    });
    expect(await answerByLink(file.database, { secret, answer: 'yes' }, seals, now)).toMatchObject({
      ok: false,
    });
    await write(async (tx) => {
      await tx.update(schema.meetingInvitation).set({ withdrawnAt: now });
    });
    expect(await find(secret)).toBeNull();
  });
});

async function feedOf(role: Role, at = now): Promise<string> {
  const actor = await loadActor(file.database.reader, network.people[role], network.today);
  const entries = await listMeetingEntries(file.database.reader, actor, at);
  return calendarText(entries, { name: 'Boldline', publicUrl, now: at });
}

describe('meetings in a calendar that is read by its address', () => {
  it('those one is invited to without having said no, or runs; no drafts, nobody else’s', async () => {
    const meetingId = await write((tx) =>
      addMeeting(tx, network, { announced: true, invited: ['member', 'coach'], title: 'Winter day' }),
    );
    await write((tx) => addMeeting(tx, network, { invited: ['member'], title: 'A draft' }));
    await write(async (tx) => {
      await tx
        .update(schema.meetingInvitation)
        .set({ answer: 'no' })
        .where(eq(schema.meetingInvitation.personId, network.people.coach.id));
    });
    for (const role of ['member', 'facilitator'] as const)
      expect(eventsOf(await feedOf(role)), role).toMatchObject([
        {
          uid: `meeting-${meetingId}@boldline.example.test`,
          title: 'Winter day',
          isDate: false,
          attendee: null,
        },
      ]);
    for (const role of ['coach', 'colleague', 'otherLeaMember', 'sponsor', 'administrator'] as const)
      expect(eventsOf(await feedOf(role)), role).toEqual([]);
  });

  it('a change replaces what a calendar had, a cancellation too', async () => {
    await write((tx) => addMeeting(tx, network, { announced: true, invited: ['member'] }));
    const before = await feedOf('member');
    const startsAt = Math.ceil(now / 60_000) * 60_000 + 86_400_000;
    await write(async (tx) => {
      await tx.update(schema.meeting).set({ startsAt, sequence: 1 });
    });
    const after = await feedOf('member');
    expect(calendarAfter([after, before])).toMatchObject([{ startsAt, sequence: 1, status: 'CONFIRMED' }]);
    await write(async (tx) => {
      await tx.update(schema.meeting).set({ cancelledAt: now, sequence: 2 });
    });
    expect(calendarAfter([await feedOf('member'), after, before])).toMatchObject([{ status: 'CANCELLED' }]);
  });

  it.each([
    ['2026-03-06', '15:30', '2026-03-06 21:30', '2026-03-06 13:30'],
    ['2026-03-09', '15:30', '2026-03-09 20:30', '2026-03-09 12:30'],
    ['2026-10-30', '15:30', '2026-10-30 20:30', '2026-10-30 12:30'],
    ['2026-11-02', '15:30', '2026-11-02 21:30', '2026-11-02 13:30'],
    // Left out by the change of clocks, and shown twice by it.
    ['2026-03-08', '02:30', '2026-03-08 08:30', '2026-03-08 00:30'],
    ['2026-11-01', '01:30', '2026-11-01 06:30', '2026-10-31 22:30'],
  ])('%s at %s in New York is %s in Berlin and %s in Phoenix', async (day, time, berlin, phoenix) => {
    await write((tx) => addMeeting(tx, network, { announced: true, invited: ['member'], day, time }));
    const [event] = eventsOf(await feedOf('member', Date.parse('2026-03-01T00:00Z')));
    const read = (timeZone: string) => Object.values(wallClockOf(event?.startsAt ?? 0, timeZone)).join(' ');
    expect([read('Europe/Berlin'), read('America/Phoenix')]).toEqual([berlin, phoenix]);
  });
});
