import { describe, expect, it } from 'vitest';
import { nextSequence } from './calendar-edition-rules';
import { isDayOf, momentOf, nextMoves } from './meeting-move';
import { dayProblem, startOf } from './meeting-time-rules';

const today = '2026-02-01';
const newYork = 'America/New_York';

function held(day: string, time: string, timeZone: string, minutes = 90) {
  const start = startOf({ day, time, timeZone });
  if (!start.ok) throw new Error(start.message);
  return { day, time, timeZone, minutes, startsAt: start.startsAt };
}

describe('a time that clocks leave out', () => {
  it('is not taken, and the time it would be is said', () => {
    expect(startOf({ day: '2026-03-08', time: '02:30', timeZone: newYork })).toMatchObject({
      ...{ ok: false, field: 'time' },
      message:
        'Clocks are set forward that day in America/New York: there is no 02:30. It would be 03:30; write that if you mean it.',
    });
    expect(startOf({ day: '2011-12-30', time: '10:00', timeZone: 'Pacific/Apia' })).toMatchObject({
      ...{ ok: false, field: 'day' },
    });
  });

  it('and one shown twice is the first of the two', () => {
    expect(startOf({ day: '2026-11-01', time: '01:30', timeZone: newYork })).toEqual({
      ...{ ok: true, startsAt: Date.parse('2026-11-01T05:30:00Z') },
    });
  });
});

it('a day of another year than was meant is asked about', () => {
  expect(dayProblem('2026-02-06', today)).toBeNull();
  expect(dayProblem('2025-06-06', today)).toBeNull();
  expect(dayProblem('2024-02-06', today)).toContain('Is the year right?');
  expect(dayProblem('2062-02-06', today)).toContain('Is the year right?');
});

it('calendars get a new edition where an announced meeting would read otherwise', () => {
  const words = {
    title: 'Day',
    purpose: '',
    place: 'Gym',
    link: '',
    ...held('2026-02-06', '15:30', newYork),
  };
  const stored = { ...words, sequence: 3, announcedAt: 1 };
  expect(nextSequence(stored, words)).toBe(3);
  expect(nextSequence(stored, { ...words, place: 'Hall' })).toBe(4);
  expect(nextSequence(stored, { ...words, timeZone: 'America/Chicago' })).toBe(4);
  expect(nextSequence({ ...stored, announcedAt: null }, { ...words, place: 'Hall' })).toBe(3);
});

describe('what to do next', () => {
  const meeting = { ...held('2026-02-06', '15:30', newYork), announcedAt: 1, cancelledAt: null };
  const room = { isRunning: false, isEnded: false };
  const minutes = (count: number) => meeting.startsAt + count * 60_000;

  it('the room opens half an hour before', () => {
    expect(momentOf(meeting, { now: minutes(-31), room })).toBe('ahead');
    expect(momentOf(meeting, { now: minutes(-30), room })).toBe('open');
    expect(momentOf(meeting, { now: minutes(-300), room: { ...room, isRunning: true } })).toBe('open');
    expect(momentOf(meeting, { now: minutes(60), room: { ...room, isEnded: true } })).toBe('over');
    expect(momentOf(meeting, { now: minutes(90 + 181), room })).toBe('over');
    expect(momentOf({ ...meeting, announcedAt: null }, { now: 0, room })).toBe('draft');
    expect(momentOf({ ...meeting, cancelledAt: 5 }, { now: 0, room })).toBe('cancelled');
  });

  it('the day of a meeting is that of the place where it is held', () => {
    const held = { day: '2026-02-05', timeZone: 'America/New_York' };
    expect(isDayOf(held, Date.parse('2026-02-05T05:00:00Z'))).toBe(true);
    expect(isDayOf(held, Date.parse('2026-02-05T04:59:00Z'))).toBe(false);
    expect(isDayOf(held, Date.parse('2026-02-06T04:59:00Z'))).toBe(true);
  });

  it('is by who reads it', () => {
    const first = (
      runs: boolean,
      moment: Parameters<typeof nextMoves>[1],
      { isAgendaEmpty = false, isInvited = false, isToday = false } = {},
    ) => nextMoves({ id: 'm', runs }, moment, { isAgendaEmpty, isInvited, isToday })[0]?.words;
    expect(first(true, 'draft', { isAgendaEmpty: true })).toBe('Write the agenda');
    expect(first(true, 'draft')).toBe('Invite people');
    expect(first(true, 'draft', { isInvited: true })).toBe('Announce it');
    expect(first(true, 'open')).toBe('Open the room');
    expect(first(false, 'open')).toBe('Open the room');
    expect(first(false, 'ahead')).toBeUndefined();
    expect(first(true, 'ahead')).toBe('Work on the agenda');
    expect(first(true, 'ahead', { isToday: true })).toBe('Open the room');
    expect(first(false, 'ahead', { isToday: true })).toBeUndefined();
    expect(first(false, 'over')).toBe('Read the minutes');
  });
});
