import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { makeMeetingMails } from '~/features/notifications/mail/make-meeting-mails.server';
import { pruneMails } from '~/features/notifications/mail/prune-mails.server';
import { sendMails } from '~/features/notifications/mail/send-mails.server';
import { addDays } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { addAgendaItem, addMeeting, announce, invite } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { calendarAfter, eventsOf } from '../support/calendar-events';
import { startFakeMailServer } from '../support/fake-mail-server';
import type { FakeMailServer } from '../support/fake-mail-server';
import { mailParts, subjectOfMessage } from '../support/mail-parts';
import { postOffice, publicUrl } from '../support/post-office';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

let file: TestDatabase;
let network: SmallNetwork;
let server: FakeMailServer;
let now: number;

beforeEach(async () => {
  file = openTestDatabase();
  network = await makeSmallNetwork(file.database);
  server = await startFakeMailServer();
  now = Date.now();
});
afterEach(async () => {
  await server.die();
  file.remove();
});

const write = <T>(work: (tx: Connection) => Promise<T>) => file.database.inTransaction(work);
const id = (role: Role) => network.people[role].id;
const email = (role: Role) => network.people[role].email;

/** Makes and sends what is owed. Gives how many mails were made. */
async function mail(): Promise<number> {
  now += 60_000;
  const made = await makeMeetingMails(file.database, { now });
  await sendMails(file.database, postOffice(server.url, { now: () => now }));
  return made;
}

const lines = (text = '') => text.replaceAll('\r\n', '\n');

function mailsTo(role: Role) {
  return server.taken
    .filter(({ to }) => to === email(role))
    .map(({ text }) => {
      const parts = mailParts(text);
      const of = (type: string) => parts.find((part) => part.type.startsWith(type));
      const calendar = of('text/calendar');
      return {
        ...{ message: text, subject: subjectOfMessage(text), text: lines(of('text/plain')?.text) },
        ...{ html: lines(of('text/html')?.text), calendarType: calendar?.type ?? '' },
        calendar: calendar?.text ?? '',
      };
    });
}
const last = (role: Role) => {
  const mails = mailsTo(role);
  const found = mails.at(-1);
  if (!found) throw new Error(`${role} got no mail`);
  return found;
};

const meetingWith = (part: Parameters<typeof addMeeting>[2] = {}) =>
  write((tx) => addMeeting(tx, network, { announced: true, invited: ['member', 'coach'], ...part }));
const change = (meetingId: string, set: Record<string, unknown>) =>
  write(async (tx) => {
    await tx
      .update(schema.meeting)
      .set({ ...set, sequence: sql`sequence + 1`, changedAt: now })
      .where(eq(schema.meeting.id, meetingId));
  });
const mailRows = () => file.database.reader.select().from(schema.outgoingMail);

describe('an invitation', () => {
  it('goes to each invited person once, with a date for the calendar', async () => {
    const meetingId = await meetingWith({
      ...{ title: 'Winter network day', purpose: 'What we learned since October.', place: 'Library' },
      link: 'https://video.example.test/room',
    });
    await write((tx) => addAgendaItem(tx, meetingId, { title: 'Wins and losses', steps: [{ minutes: 25 }] }));
    expect(await mail()).toBe(2);
    expect(await mail()).toBe(0);
    expect(server.taken.map(({ to }) => to).toSorted()).toEqual([email('coach'), email('member')]);
    const { subject, text, html, calendar, calendarType, message } = last('member');
    expect(subject).toMatch(/^Invitation: Winter network day, \w{3}, \w{3} \d+(, \d{4})?, 15:30$/);
    for (const words of [
      'Hello Member,',
      'Facilitator Person invites you to a meeting of Cohort one.',
      '15:30 to 17:00, New York time',
      'Where: Library',
      'https://video.example.test/room',
      'What we learned since October.',
      'Agenda, 25 minutes',
      'Wins and losses (25 minutes)',
      'Will you come?',
      `${publicUrl}/meetings/${meetingId}`,
      'also those who want no digests',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/\/meeting-answers\/[\w.-]+\?answer=yes\n/);
    expect(text).not.toContain('For you:');
    expect(html).toContain('Wins and losses');
    expect(message).not.toContain('List-Unsubscribe');
    expect(calendarType).toMatch(/method=REQUEST/i);
    const startsAt = (await file.database.reader.select().from(schema.meeting))[0]?.startsAt ?? 0;
    expect(eventsOf(calendar)).toMatchObject([
      {
        ...{ method: 'REQUEST', uid: `meeting-${meetingId}@boldline.example.test`, sequence: 0 },
        ...{ title: 'Winter network day', status: 'CONFIRMED', startsAt, endsAt: startsAt + 90 * 60_000 },
        ...{ isDate: false, organizer: 'mailto:boldline@example.test' },
        attendee: { address: email('member'), status: 'NEEDS-ACTION' },
        location: 'Library, https://video.example.test/room',
      },
    ]);
    expect(calendar).not.toContain(email('coach'));
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is nothing for a draft, for people without one, and once the meeting is over', async () => {
    const draft = await write((tx) => addMeeting(tx, network, { invited: ['member'] }));
    await meetingWith({ startsAt: now - 3 * 3_600_000, minutes: 60 });
    expect(await mail()).toBe(0);
    await write((tx) => announce(tx, draft));
    expect(await mail()).toBe(1);
    expect(server.taken.map(({ to }) => to)).toEqual([email('member')]);
  });

  it('comes to who wants no mails too, and says the time of their own zone', async () => {
    await write(async (tx) => {
      await tx.insert(schema.mailPreference).values({
        ...{ id: uuidv7(), personId: id('member'), rhythm: 'off', hour: 7, weekday: 1, immediate: false },
        ...{ timeZone: 'America/Phoenix', changedAt: 1 },
      });
    });
    await meetingWith({ startsAt: Date.parse('2027-03-12T20:30:00Z') });
    now = Date.parse('2027-02-01T12:00:00Z');
    await mail();
    expect(last('member').text).toContain('When: Fri, Mar 12, 15:30 to 17:00, New York time');
    expect(last('member').text).toContain('For you: Fri, Mar 12, 13:30 to 15:00, Phoenix time');
    expect(last('coach').text).not.toContain('For you:');
  });

  it('a change replaces the date, and is one mail however often it is changed in between', async () => {
    const meetingId = await meetingWith();
    await mail();
    const startsAt = Math.ceil(now / 60_000) * 60_000 + 5 * 86_400_000;
    await change(meetingId, { place: 'Room 4' });
    await change(meetingId, { startsAt });
    expect(await mail()).toBe(2);
    expect(mailsTo('member').map(({ subject }) => subject.split(':')[0])).toEqual(['Invitation', 'Changed']);
    const files = mailsTo('member').map(({ calendar }) => calendar);
    expect(calendarAfter(files)).toMatchObject([{ startsAt, sequence: 2, location: 'Room 4' }]);
    expect(calendarAfter(files.toReversed())).toMatchObject([{ startsAt, sequence: 2 }]);
  });

  it('a cancellation takes the date away and says why', async () => {
    const meetingId = await meetingWith();
    await mail();
    await change(meetingId, { cancelledAt: now, cancelledBy: id('facilitator'), cancelledWhy: 'Snow.' });
    expect(await mail()).toBe(2);
    expect(last('member').subject).toMatch(/^Cancelled: Network day/);
    expect(last('member').text).toContain('does not take place. Snow.');
    expect(last('member').text).not.toContain('meeting-answers');
    expect(last('member').calendarType).toMatch(/method=CANCEL/i);
    const files = mailsTo('member').map(({ calendar }) => calendar);
    expect(calendarAfter(files)).toMatchObject([{ method: 'CANCEL', status: 'CANCELLED', sequence: 1 }]);
  });

  it('nobody hears that a meeting is cancelled who never heard of it', async () => {
    const meetingId = await meetingWith();
    await change(meetingId, { cancelledAt: now, cancelledBy: id('facilitator'), cancelledWhy: 'Snow.' });
    expect(await mail()).toBe(0);
  });

  it('taken back, the date goes; invited anew, it comes again', async () => {
    const meetingId = await meetingWith();
    await mail();
    const mine = and(
      eq(schema.meetingInvitation.meetingId, meetingId),
      eq(schema.meetingInvitation.personId, id('member')),
    );
    const set = (values: Partial<typeof schema.meetingInvitation.$inferInsert>) =>
      write(async (tx) => {
        await tx.update(schema.meetingInvitation).set(values).where(mine);
      });
    await set({ withdrawnAt: now + 1 });
    expect(await mail()).toBe(1);
    expect(await mail()).toBe(0);
    expect(last('member').subject).toMatch(/^No longer expected: /);
    expect(last('member').calendarType).toMatch(/method=CANCEL/i);
    await set({ withdrawnAt: null, invitedAt: now + 1 });
    expect(await mail()).toBe(1);
    expect(last('member').subject).toMatch(/^Invitation: /);
    const files = mailsTo('member').map(({ calendar }) => calendar);
    expect(calendarAfter(files)).toMatchObject([{ status: 'CONFIRMED' }]);
    expect(mailsTo('coach')).toHaveLength(1);
  });

  it('taken back, what was changed meanwhile stays unsaid', async () => {
    const meetingId = await meetingWith({ title: 'Winter day', place: 'Room 1' });
    await mail();
    await write(async (tx) => {
      await tx
        .update(schema.meetingInvitation)
        .set({ withdrawnAt: now + 1 })
        .where(eq(schema.meetingInvitation.personId, id('member')));
    });
    await change(meetingId, { title: 'Quiet talk', place: 'Room 9', startsAt: now + 9 * 86_400_000 });
    await mail();
    const { subject, text, html, calendar } = last('member');
    expect(subject).toMatch(/^No longer expected: Network day of /);
    for (const words of [subject, text, html, calendar]) {
      expect(words).not.toContain('Quiet talk');
      expect(words).not.toContain('Room 9');
    }
    expect(text).not.toContain('When');
    expect(calendar).toContain(`UID:meeting-${meetingId}`);
    expect(calendar).not.toMatch(/DTSTART|DTEND/);
    expect(calendar).toMatch(/METHOD:CANCEL/);
  });

  it('mails about a meeting are kept as long as they matter', async () => {
    await meetingWith({ startsAt: now + 200 * 86_400_000 });
    await mail();
    expect(await pruneMails(file.database, { now: now + 100 * 86_400_000 })).toBe(0);
    expect(await pruneMails(file.database, { now: now + 291 * 86_400_000 })).toBe(2);
  });

  it('made but not sent when it was taken back: nobody hears anything', async () => {
    const meetingId = await meetingWith({ invited: ['member'] });
    await makeMeetingMails(file.database, { now });
    await write(async (tx) => {
      await tx
        .update(schema.meetingInvitation)
        .set({ withdrawnAt: now + 1 })
        .where(eq(schema.meetingInvitation.meetingId, meetingId));
    });
    await mail();
    expect(server.taken).toEqual([]);
  });

  it('goes to nobody who has left the cohort since', async () => {
    await meetingWith();
    await write(async (tx) => {
      await tx
        .update(schema.teamMembership)
        .set({ endedOn: addDays(network.today, -1) })
        .where(eq(schema.teamMembership.personId, id('member')));
    });
    await mail();
    expect(server.taken.map(({ to }) => to)).toEqual([email('coach')]);
  });

  it('holds no words that may name a student, in no header and no calendar either', async () => {
    const meetingId = await meetingWith({
      ...{ title: 'Planning for Jayden Miller', purpose: 'Jayden Miller struggles with starting.' },
      invited: ['member'],
    });
    await write((tx) =>
      addAgendaItem(tx, meetingId, { title: 'About Jayden Miller', focus: 'How do we help Jayden Miller?' }),
    );
    await mail();
    const { subject, text, html, calendar, message } = last('member');
    for (const words of [subject, text, html, calendar, message]) expect(words).not.toMatch(/Jayden|Miller/);
    expect(subject).toContain('Network day of Cohort one');
    expect(text).toContain('An item of the agenda (10 minutes)');
  });

  it('names presenting teams, and of a post nothing but the title of its item', async () => {
    const meetingId = await meetingWith({ invited: ['member'] });
    const { sameSchool } = network;
    await write((tx) => addAgendaItem(tx, meetingId, { title: 'Consultancy', teamId: sameSchool.teamId }));
    await mail();
    expect(last('member').text).toContain('Consultancy, with School one · Next-door team (10 minutes)');
  });

  it('several servers at once make each mail once', async () => {
    await meetingWith({ invited: ['member', 'colleague', 'coach', 'otherTeamMember'] });
    const made = await Promise.all([1, 2, 3].map(() => makeMeetingMails(file.database, { now })));
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(4);
    expect(await mailRows()).toHaveLength(4);
  });
});

describe('minutes', () => {
  const sendMinutes = (meetingId: string, body: string, edition: number) =>
    write(async (tx) => {
      const sent = { sentBody: body, edition, sentAt: now, sentBy: id('facilitator') };
      await tx
        .insert(schema.meetingMinutes)
        .values({ meetingId, body, changedBy: id('facilitator'), changedAt: now, ...sent })
        .onConflictDoUpdate({ target: schema.meetingMinutes.meetingId, set: sent });
    });
  const past = () => meetingWith({ startsAt: now - 4 * 3_600_000, minutes: 60, title: 'Huddle in fall' });

  it('go to everybody whose invitation stands, once for each edition', async () => {
    const meetingId = await past();
    await write((tx) => invite(tx, network, meetingId, ['colleague'], { withdrawn: true }));
    await sendMinutes(meetingId, '# What we said\n\n- **One** thing\n- <b>Two</b> things', 1);
    expect(await mail()).toBe(2);
    expect(await mail()).toBe(0);
    expect(server.taken.map(({ to }) => to).toSorted()).toEqual([email('coach'), email('member')]);
    const { subject, text, html } = last('member');
    expect(subject).toBe('Minutes: Huddle in fall');
    expect(text).toContain('What we said\n\n- One thing\n- <b>Two</b> things');
    expect(html).toContain('<li dir="auto" style="margin:0 0 4px"><strong>One</strong> thing</li>');
    expect(html).toContain('&lt;b&gt;Two');
    expect(text).toContain(`${publicUrl}/meetings/${meetingId}/minutes`);
    await sendMinutes(meetingId, 'Only this.', 2);
    expect(await mail()).toBe(2);
    expect(last('member').subject).toBe('Minutes, once more: Huddle in fall');
    expect(last('member').text).toContain('Only this.');
  });

  it('keep back lines that may name a student; names of people who were there stay', async () => {
    const meetingId = await past();
    await sendMinutes(
      meetingId,
      'Here: Member Person, Coach Person.\n\n- Jayden Miller reads now\n- Frames help',
      1,
    );
    await mail();
    const { text, html } = last('member');
    for (const words of [text, html]) {
      expect(words).not.toContain('Jayden');
      expect(words).toContain('Coach Person');
      expect(words).toContain('Frames help');
      expect(words).toContain('Some lines stay in Boldline');
    }
  });

  it('an old edition is not sent when a newer one went out, and nothing to who left', async () => {
    const meetingId = await past();
    await sendMinutes(meetingId, 'First words.', 1);
    await makeMeetingMails(file.database, { now });
    await sendMinutes(meetingId, 'Second words.', 2);
    await write(async (tx) => {
      await tx
        .update(schema.coachAssignment)
        .set({ endedOn: addDays(network.today, -1) })
        .where(eq(schema.coachAssignment.personId, id('coach')));
    });
    await mail();
    expect(server.taken.map(({ to }) => to)).toEqual([email('member')]);
    expect(last('member').text).toContain('Second words.');
  });

  it('from a restored backup are not sent again', async () => {
    const meetingId = await past();
    await sendMinutes(meetingId, 'Long ago.', 1);
    now += 10 * 86_400_000;
    expect(await mail()).toBe(0);
  });
});
