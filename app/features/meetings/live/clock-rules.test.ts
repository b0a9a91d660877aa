import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockMoves } from '#db/vocabulary';
import type { ClockMove } from '#db/vocabulary';
import {
  clockOf,
  emptyPlace,
  extensionMs,
  isFullyExtended,
  leftWords,
  mostAddedMs,
  pressClock,
  reopenedWithinMs,
  timeLeft,
  untilNextSecond,
} from './clock-rules';
import type { RoomTimes, StepTime } from './clock-rules';

const steps = [
  { id: 'story', minutes: 5 },
  { id: 'questions', minutes: 3 },
  { id: 'close', minutes: 2 },
];
const waiting: RoomTimes = { place: emptyPlace, steps, times: new Map() };

function press(room: RoomTimes, move: ClockMove, now: number): RoomTimes {
  const change = pressClock(room, move, now);
  if (change === null) return room;
  const times = new Map(room.times);
  if (change.time !== null) times.set(change.time.stepId, change.time);
  return { ...room, place: change.place, times };
}

type Press = [move: ClockMove, now: number];
const after = (...presses: Press[]) => presses.reduce((room, [move, now]) => press(room, move, now), waiting);

function clock({ place, times }: RoomTimes) {
  const step = steps.find(({ id }) => id === place.stepId);
  return clockOf(
    place,
    step ? { ...(times.get(step.id) ?? { elapsed: 0, added: 0 }), minutes: step.minutes } : null,
  );
}
const leftAt = (room: RoomTimes, now: number) => leftWords(timeLeft(clock(room), now));

describe('the clock of a room', () => {
  it('waits, runs, stands still and ends', () => {
    expect(clock(waiting)).toMatchObject({ state: 'waiting', stepId: null });
    expect(clock(after(['start', 0]))).toMatchObject({ state: 'running', stepId: 'story', allowed: 300_000 });
    expect(clock(after(['start', 0], ['pause', 1000]))).toMatchObject({ state: 'paused', elapsed: 1000 });
    expect(clock(after(['start', 0], ['end', 1000]))).toMatchObject({ state: 'ended', stepId: null });
  });

  it('tells the time left, and calmly how far a step is over', () => {
    const room = after(['start', 0]);
    expect(leftAt(room, 0)).toBe('5:00');
    expect(leftAt(room, 55_000)).toBe('4:05');
    expect(leftAt(room, 300_000)).toBe('0:00');
    expect(leftAt(room, 380_000)).toBe('1:20 over');
  });

  it('gives a step an hour more at most', () => {
    const presses = mostAddedMs / extensionMs;
    let room = after(['start', 0]);
    for (let n = 0; n < presses; n += 1) room = press(room, 'extend', n);
    expect(clock(room).allowed).toBe(300_000 + mostAddedMs);
    expect(isFullyExtended(room)).toBe(true);
    expect(pressClock(room, 'extend', 100)).toBeNull();
    const next = press(room, 'next', 101);
    expect(isFullyExtended(next)).toBe(false);
    expect(pressClock(next, 'extend', 102)).not.toBeNull();
  });

  it('a clock that was set back gives no time', () => {
    expect(leftAt(after(['start', 10_000]), 4000)).toBe('5:00');
  });

  it('goes back to what a step had already', () => {
    const room = after(['start', 0], ['next', 60_000], ['back', 90_000]);
    expect(clock(room)).toMatchObject({ state: 'running', stepId: 'story', elapsed: 60_000 });
    expect(room.times.get('questions')).toMatchObject({ elapsed: 30_000 });
  });

  it('adds two minutes to the step it is in, and to no other', () => {
    const room = after(['start', 0], ['extend', 60_000], ['next', 120_000]);
    expect(room.times.get('story')).toMatchObject({ elapsed: 120_000, added: extensionMs });
    expect(leftAt(room, 120_000)).toBe('3:00');
    expect(leftAt(after(['start', 0], ['extend', 60_000]), 60_000)).toBe('6:00');
  });

  it('leaves what cannot be as it is', () => {
    const running = after(['start', 0]);
    const first: Press[] = [
      ['start', 5],
      ['resume', 5],
      ['back', 5],
    ];
    for (const [move, now] of first) expect(pressClock(running, move, now), move).toBeNull();
    const last = after(['start', 0], ['next', 1], ['next', 2]);
    expect(pressClock(last, 'next', 3)).toBeNull();
    for (const move of clockMoves.filter((one) => one !== 'start'))
      expect(pressClock(waiting, move, 1), move).toBeNull();
    expect(pressClock({ ...waiting, steps: [] }, 'start', 1)).toBeNull();
  });

  it('opens again after the end, standing still, at the last step that had time, the same day only', () => {
    const ended = after(['start', 0], ['next', 60_000], ['end', 90_000]);
    expect(clock(press(ended, 'back', 100_000))).toMatchObject({
      ...{ state: 'paused', stepId: 'questions', elapsed: 30_000 },
    });
    expect(pressClock(ended, 'start', 100_000)).toBeNull();
    expect(pressClock(ended, 'back', 90_001 + reopenedWithinMs)).toBeNull();
  });

  const moves = fc.array(fc.tuple(fc.constantFrom(...clockMoves), fc.integer({ min: 0, max: 600_000 })), {
    maxLength: 40,
  });
  const spent = (times: ReadonlyMap<string, StepTime>) =>
    [...times.values()].reduce((sum, { elapsed }) => sum + elapsed, 0);

  it('never loses nor makes time, whatever is pressed', () => {
    fc.assert(
      fc.property(moves, (pressed) => {
        let [room, now, ran] = [waiting, 1_000_000, 0];
        for (const [move, wait] of pressed) {
          if (room.place.runningSince !== null) ran += wait;
          now += wait;
          room = press(room, move, now);
          const runs = room.place.runningSince === null ? 0 : now - room.place.runningSince;
          expect(spent(room.times) + runs).toBe(ran);
        }
      }),
    );
  });

  it('tells the same left just before and just after a move that stays in its step', () => {
    fc.assert(
      fc.property(moves, fc.constantFrom('pause' as const, 'resume' as const), (pressed, move) => {
        let [room, now] = [waiting, 1_000_000];
        for (const [one, wait] of pressed) room = press(room, one, (now += wait));
        now += 777;
        expect(timeLeft(clock(press(room, move, now)), now)).toBe(timeLeft(clock(room), now));
      }),
    );
  });

  it('is the same after a restart between any two moves: everything is in its rows', () => {
    fc.assert(
      fc.property(moves, (pressed) => {
        let [room, again, now] = [waiting, waiting, 1_000_000];
        for (const [move, wait] of pressed) {
          now += wait;
          room = press(room, move, now);
          const rows = JSON.stringify({ place: again.place, times: [...again.times] });
          const read = JSON.parse(rows) as { place: RoomTimes['place']; times: [string, StepTime][] };
          again = press({ steps, place: read.place, times: new Map(read.times) }, move, now);
          expect(again.place).toEqual(room.place);
          expect([...again.times]).toEqual([...room.times]);
        }
      }),
    );
  });

  it('back after next is the same step with what it had', () => {
    fc.assert(
      fc.property(moves, fc.nat(100_000), (pressed, stay) => {
        let [room, now] = [waiting, 1_000_000];
        for (const [move, wait] of pressed) room = press(room, move, (now += wait));
        const there = press(room, 'next', now);
        if (there === room) return;
        const back = press(there, 'back', now + stay);
        expect(back.place.stepId).toBe(room.place.stepId);
        expect(timeLeft(clock(back), now + stay)).toBe(timeLeft(clock(room), now));
      }),
    );
  });

  it('turns on every screen at the same instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 500_000 }), (left) => {
        const wait = untilNextSecond(left);
        expect(leftWords(left - wait)).not.toBe(leftWords(left));
        expect(leftWords(left - wait + 1)).toBe(leftWords(left));
      }),
    );
  });
});
