import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesOfAgenda } from './agenda';
import type { Step } from './agenda';
import { heldItems, moved, stepsBeenIn, timedAgenda } from './agenda-rules';
import { sumWords } from './agenda-words';

const step = (id: string, minutes: number): Step => ({
  ...{ id, title: id, minutes, speaks: 'everyone', silent: 'nobody', prompt: '' },
});
const item = (id: string, ...minutes: number[]) => ({
  id,
  steps: minutes.map((each, index) => step(`${id}${index}`, each)),
});

const anItem = fc
  .tuple(fc.uuid(), fc.array(fc.integer({ min: 1, max: 240 }), { maxLength: 6 }))
  .map(([id, minutes]) => item(id, ...minutes));
const anAgenda = fc.array(anItem, { maxLength: 12 });

describe('moving', () => {
  it('never loses or doubles an item, and the minutes always add up', () => {
    fc.assert(
      fc.property(
        anAgenda,
        fc.integer({ min: -3, max: 15 }),
        fc.integer({ min: -3, max: 15 }),
        (items, from, to) => {
          const after = moved(items, from, to);
          expect([...after].sort((a, b) => a.id.localeCompare(b.id))).toEqual(
            [...items].sort((a, b) => a.id.localeCompare(b.id)),
          );
          expect(minutesOfAgenda(after)).toBe(minutesOfAgenda(items));
        },
      ),
    );
  });

  it('puts the item where it was sent and keeps the order of the others', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
    expect(moved(['a', 'b'], 0, 99)).toEqual(['b', 'a']);
    expect(moved(['a', 'b'], -1, 0)).toEqual(['a', 'b']);
  });

  it('and back again gives the agenda as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1 }), fc.nat(), fc.nat(), (list, one, other) => {
        const [from, to] = [one % list.length, other % list.length];
        expect(moved(moved(list, from, to), to, from)).toEqual(list);
      }),
    );
  });
});

describe('the clock', () => {
  const startsAt = Date.parse('2026-02-06T20:30:00Z');

  it('says when each item and step begins, on the wall where the meeting is held', () => {
    const timed = timedAgenda([item('a', 5), item('b', 5, 3, 9, 3), item('c', 25)], {
      ...{ startsAt, timeZone: 'America/New_York' },
    });
    expect(timed.map(({ at }) => at)).toEqual(['15:30', '15:35', '15:55']);
    expect(timed[1]?.steps.map(({ at }) => at)).toEqual(['15:35', '15:40', '15:43', '15:52']);
  });

  it('goes with the clocks where they are set forward in mid-meeting', () => {
    const night = { startsAt: Date.parse('2026-03-08T06:30:00Z'), timeZone: 'America/New_York' };
    expect(timedAgenda([item('a', 30), item('b', 30)], night).map(({ at }) => at)).toEqual([
      '01:30',
      '03:00',
    ]);
  });

  it('begins each step where the one before ends, whatever the agenda', () => {
    fc.assert(
      fc.property(anAgenda, (items) => {
        const timed = timedAgenda(items, { startsAt: 0, timeZone: 'UTC' });
        const steps = timed.flatMap((one) => one.steps);
        let passed = 0;
        for (const one of steps) {
          const [hours = '', minutes = ''] = one.at.split(':');
          expect(Number(hours) * 60 + Number(minutes)).toBe(passed % 1440);
          passed += one.minutes;
        }
        expect(timed.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(minutesOfAgenda(items));
      }),
    );
  });

  it('says what is left, or over', () => {
    expect(sumWords(85, 90)).toBe('85 of 90 minutes; 5 left');
    expect(sumWords(102, 90)).toBe('102 of 90 minutes; 12 over');
    expect(sumWords(90, 90)).toBe('90 of 90 minutes; it fits');
  });
});

describe('a meeting that runs', () => {
  it('keeps the steps up to the furthest one it has been in', () => {
    expect(stepsBeenIn(['a', 'b', 'c', 'd'], new Set(['b']))).toEqual(['a', 'b']);
    expect(stepsBeenIn(['a', 'b', 'c', 'd'], new Set(['a', 'c']))).toEqual(['a', 'b', 'c']);
    expect(stepsBeenIn(['a', 'b'], new Set())).toEqual([]);
  });

  it('keeps their items in place', () => {
    const items = [item('a', 5), item('b', 5, 3), item('c', 25)];
    expect(heldItems(items, ['a0', 'b0'])).toBe(2);
    expect(heldItems(items, [])).toBe(0);
  });
});
