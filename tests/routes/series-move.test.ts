import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import { wallClockOf } from '~/lib/wall-clock';
import type { Connection, Database } from '~/platform/database.server';
import { addMeeting, invite } from '../factories/small-meetings';
import { makeSmallNetwork, timeZone } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { calendarAfter } from '../support/calendar-events';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
const as = signedInPeople(() => ({ url: app.url, network }));

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  file = app.look();
});
afterAll(async () => {
  file.close();
  await app.remove();
});

const write = <T>(work: (tx: Connection) => Promise<T>) => file.inTransaction(work);

/** The Sunday of next year's March on which clocks are set forward in New York. */
function clocksForward(): string {
  const first = `${Number(network.today.slice(0, 4)) + 1}-03-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  return addDays(first, ((7 - weekday) % 7) + 7);
}

type Series = { past: string; ids: string[]; tuesdays: string[] };
let series: Series;

/** A series of Tuesdays about the change of clocks, the last one still a draft; one of last week was held. */
beforeEach(async () => {
  const sunday = clocksForward();
  const tuesdays = [-5, 2, 9].map((days) => addDays(sunday, days));
  series = await write(async (tx) => {
    const seriesId = uuidv7();
    const by = network.people.facilitator.id;
    await tx
      .insert(schema.meetingSeries)
      .values({ id: seriesId, rhythm: 'weekly', createdBy: by, createdAt: Date.now() });
    const past = await addMeeting(tx, network, {
      ...{ seriesId, announced: true, day: addDays(network.today, -7), invited: ['member'] },
    });
    const ids: string[] = [];
    for (const [index, day] of tuesdays.entries()) {
      const announced = index < 2;
      const id = await addMeeting(tx, network, {
        seriesId,
        announced,
        day,
        time: '15:30',
        title: `Day ${index}`,
      });
      await invite(tx, network, id, ['member', 'coach'], announced ? { answer: 'yes' } : {});
      ids.push(id);
    }
    return { past, ids, tuesdays };
  });
});

const row = async (id: string | undefined) => {
  const [found] = await file.reader
    .select()
    .from(schema.meeting)
    .where(eq(schema.meeting.id, id ?? ''));
  if (!found) throw new Error('no such meeting');
  return found;
};
const rows = () => Promise.all(series.ids.map(row));
const answers = async (id: string | undefined) =>
  (
    await file.reader
      .select({ answer: schema.meetingInvitation.answer })
      .from(schema.meetingInvitation)
      .where(eq(schema.meetingInvitation.meetingId, id ?? ''))
  ).map(({ answer }) => answer);

type Choice = { day: string; rhythm?: string; which?: string };
const pathOf = (id: string | undefined) => `/meetings/${id ?? ''}/series`;

async function shown(id: string | undefined, choice: Choice) {
  const search = new URLSearchParams(choice).toString();
  return pageOf(await as('facilitator').get(`${pathOf(id)}?${search}`));
}

/** Looks at the dates and presses, as a browser without script does. */
async function move(id: string | undefined, { rhythm = 'weekly', which = 'later', day }: Choice) {
  const page = await shown(id, { day, rhythm, which });
  const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '';
  const fields = { intent: 'move', day, rhythm, which, seen };
  return { fields, answer: await as('facilitator').post(pathOf(id), fields) };
}

async function rhythmOf(id: string | undefined) {
  const [kept] = await file.reader
    .select()
    .from(schema.meetingSeries)
    .where(eq(schema.meetingSeries.id, (await row(id)).seriesId ?? ''));
  return kept?.rhythm;
}

describe('a series that moves to another weekday', () => {
  it('keeps its wall clock across the change of clocks, its people, its calendars’ UIDs; answers are asked again', async () => {
    const { ids, tuesdays, past } = series;
    const [before, held] = [await rows(), await row(past)];
    const file0 = await Promise.all(ids.slice(0, 2).map((id) => fileOf(id)));
    const thursdays = tuesdays.map((day) => addDays(day, 2));
    const { answer, fields } = await move(ids[0], { day: thursdays[0] ?? '' });
    expect(answer.headers.get('Location')).toBe(pathOf(ids[0]));
    const after = await rows();
    expect(after.map(({ day }) => day)).toEqual(thursdays);
    for (const { startsAt, day } of after)
      expect(wallClockOf(startsAt, timeZone)).toEqual({ day, time: '15:30' });
    // A week apart on the wall is an hour less where clocks are set forward in between.
    expect((after[1]?.startsAt ?? 0) - (after[0]?.startsAt ?? 0)).toBe((7 * 24 - 1) * 3_600_000);
    expect(after.map(({ sequence }) => sequence)).toEqual([1, 1, 0]);
    expect(after.map(({ version }) => version)).toEqual(before.map(({ version }) => version + 1));
    for (const id of ids) expect(await answers(id)).toEqual([null, null]);
    expect(await row(past)).toEqual(held);
    const dates = calendarAfter([...file0, ...(await Promise.all(ids.slice(0, 2).map((id) => fileOf(id))))]);
    expect(dates.map(({ startsAt }) => startsAt)).toEqual(after.slice(0, 2).map(({ startsAt }) => startsAt));
    const again = await as('facilitator').post(pathOf(ids[0]), fields);
    expect(again.status).toBe(302);
    expect(await rows()).toEqual(after);
  });

  it('moves one alone, or all in another rhythm, which the series keeps', async () => {
    const { ids, tuesdays } = series;
    const friday = addDays(tuesdays[1] ?? '', 3);
    await move(ids[1], { day: friday, which: 'this' });
    expect((await rows()).map(({ day }) => day)).toEqual([tuesdays[0], friday, tuesdays[2]]);
    expect(await answers(ids[0])).toEqual(['yes', 'yes']);
    const monday = addDays(tuesdays[0] ?? '', -1);
    await move(ids[0], { day: monday, rhythm: 'every_two_weeks' });
    expect((await rows()).map(({ day }) => day)).toEqual([monday, addDays(monday, 14), addDays(monday, 28)]);
    expect(await rhythmOf(ids[0])).toBe('every_two_weeks');
  });

  it('keeps its rhythm where meetings before stay as they are', async () => {
    const { ids, tuesdays } = series;
    const [, second = ''] = tuesdays;
    await move(ids[1], { day: second, rhythm: 'monthly' });
    const after = await rows();
    expect(after.map(({ day }) => day).slice(0, 2)).toEqual(tuesdays.slice(0, 2));
    expect(after[2]?.day).not.toBe(tuesdays[2]);
    expect(await rhythmOf(ids[0])).toBe('weekly');
  });

  it('takes another rhythm where what stays has begun or was cancelled', async () => {
    const { ids, tuesdays } = series;
    await write(async (tx) => {
      const why = { cancelledAt: Date.now(), cancelledWhy: 'Snow.' };
      await tx
        .update(schema.meeting)
        .set({ ...why, cancelledBy: network.people.facilitator.id })
        .where(eq(schema.meeting.id, ids[0] ?? ''));
    });
    await move(ids[1], { day: addDays(tuesdays[1] ?? '', 1), rhythm: 'every_two_weeks' });
    expect(await rhythmOf(ids[1])).toBe('every_two_weeks');
  });

  it('what has begun, was cancelled or is over stays', async () => {
    const { ids, tuesdays, past } = series;
    await write(async (tx) => {
      await tx.insert(schema.meetingRoom).values({ meetingId: ids[1] ?? '', startedAt: Date.now() });
    });
    await move(ids[0], { day: addDays(tuesdays[0] ?? '', 1) });
    const after = await rows();
    expect(after[1]?.day).toBe(tuesdays[1]);
    expect(after.map(({ day }) => day)).toEqual([
      ...[addDays(tuesdays[0] ?? '', 1), tuesdays[1], addDays(tuesdays[1] ?? '', 1)],
    ]);
    expect(await shown(past, { day: tuesdays[0] ?? '' })).not.toContain('Move to other days');
    const tried = { intent: 'move', day: tuesdays[0] ?? '', rhythm: 'weekly', which: 'later', seen: '' };
    expect((await as('facilitator').post(pathOf(past), tried)).status).toBe(400);
  });
});

/** Meetings on the Tuesdays after those of the series. */
async function lengthen(howMany: number): Promise<void> {
  const { ids, tuesdays } = series;
  const { seriesId } = await row(ids[0]);
  await write(async (tx) => {
    for (let n = 1; n <= howMany; n += 1) {
      const day = addDays(tuesdays.at(-1) ?? '', 7 * n);
      ids.push(await addMeeting(tx, network, { seriesId: seriesId ?? '', day, time: '15:30' }));
    }
  });
}

describe('a long series', () => {
  it('of 101 meetings moves as it was shown', async () => {
    const { ids, tuesdays } = series;
    await lengthen(98);
    const wednesday = addDays(tuesdays[0] ?? '', 1);
    const page = await shown(ids[0], { day: wednesday, rhythm: 'weekly', which: 'later' });
    expect(page).toContain('Move 101 meetings');
    const { answer } = await move(ids[0], { day: wednesday });
    expect(answer.headers.get('Location')).toBe(pathOf(ids[0]));
    const days = (await rows()).map(({ day }) => day);
    expect(days).toEqual(ids.map((_, index) => addDays(wednesday, 7 * index)));
  });

  it('of more than 200 to come does not move at once, and says why', async () => {
    const { ids, tuesdays } = series;
    await lengthen(198);
    const day = addDays(tuesdays[0] ?? '', 1);
    const page = await shown(ids[0], { day, rhythm: 'weekly', which: 'later' });
    expect(page).toContain('At most 200 meetings move at once');
    expect(page).not.toContain('name="seen"');
    const { answer } = await move(ids[0], { day });
    expect(answer.status).toBe(400);
    expect((await row(ids[0])).day).toBe(tuesdays[0]);
    expect(await shown(ids[1], { day, rhythm: 'weekly', which: 'later' })).toContain('Move 200 meetings');
    expect(await shown(ids[0], { day, which: 'this' })).toContain('Move 1 meeting');
  });
});

async function fileOf(id: string): Promise<string> {
  return (await as('facilitator').get(`/meetings/${id}/invitation.ics`)).text();
}

describe('nothing moves', () => {
  it('by looking, to a day that has passed or is none, or otherwise than it was seen', async () => {
    const { ids, tuesdays } = series;
    const before = await rows();
    expect(await shown(ids[0], { day: addDays(network.today, -3) })).toContain('passed already');
    expect(await shown(ids[0], { day: 'x' })).toContain('Choose a day of the calendar.');
    const day = addDays(tuesdays[0] ?? '', 1);
    expect(await shown(ids[0], { day })).toContain('Move 1 meeting');
    const stale = { intent: 'move', day, rhythm: 'weekly', which: 'later', seen: 'x' };
    const facilitator = as('facilitator');
    const answer = await facilitator.post(pathOf(ids[0]), stale);
    expect(answer.status).toBe(409);
    expect(await pageOf(answer)).toContain('Somebody changed these meetings meanwhile');
    expect((await facilitator.post(pathOf(ids[0]), { ...stale, day: '2027-02-30' })).status).toBe(400);
    for (const [role, status] of [
      ['member', 403],
      ['colleague', 404],
      ['sponsor', 404],
    ] as const)
      expect((await as(role).post(pathOf(ids[0]), stale)).status, role).toBe(status);
    expect(await rows()).toEqual(before);
  });

  it('where clocks leave the time out, and says on which day', async () => {
    const [first] = series.ids;
    await write((tx) =>
      tx
        .update(schema.meeting)
        .set({ time: '02:30' })
        .where(eq(schema.meeting.id, first ?? '')),
    );
    const page = await shown(first, { day: clocksForward(), which: 'this' });
    expect(page).toContain('Clocks are set forward that day');
    expect(page).not.toContain('name="seen"');
  });
});

describe('an answer', () => {
  it('is asked again where the page of a meeting gives it another day, and kept where it gives another hour', async () => {
    const [id] = series.ids;
    const { title, day, version } = await row(id);
    const fields = { title, timeZone, minutes: '90', purpose: '', place: '', link: '' };
    const edit = async (change: Record<string, string>) =>
      as('facilitator').post(`/meetings/${id ?? ''}/edit`, { ...fields, ...change });
    await edit({ version: String(version), day, time: '16:00' });
    expect(await answers(id)).toEqual(['yes', 'yes']);
    await edit({ version: String(version + 1), day: addDays(day, 1), time: '16:00' });
    expect(await answers(id)).toEqual([null, null]);
  });
});
