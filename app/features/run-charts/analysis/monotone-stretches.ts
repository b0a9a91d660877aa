import { sideOfLine } from './centre-line';
import type { Slots, TrendSpan } from './types';

interface Plateau {
  from: number;
  to: number;
  value: number;
  points: number;
}

/** Neighbours closer than the slack of floating point are equal. */
function plateausOf(slots: Slots): Plateau[] {
  const plateaus: Plateau[] = [];
  let current: Plateau | undefined;
  for (const [index, value] of slots.entries()) {
    if (value === null) continue;
    if (current && sideOfLine(value, current.value) === null) {
      current.to = index;
      current.points += 1;
      continue;
    }
    current = { from: index, to: index, value, points: 1 };
    plateaus.push(current);
  }
  return plateaus;
}

/**
 * Longest possible stretches of points all rising or all falling, two points or more, in time order.
 * Missing points are skipped; a turning point ends one stretch and begins the next.
 *
 * Equal neighbours either count once, and the stretch goes on, or break it. In both cases a stretch begins
 * at the last point of its first plateau and ends at the first point of its last.
 */
export function monotoneStretches(slots: Slots, equalNeighbours: 'count_once' | 'break'): TrendSpan[] {
  const stretches: TrendSpan[] = [];
  let current: TrendSpan | undefined;
  let previous: Plateau | undefined;
  for (const plateau of plateausOf(slots)) {
    if (previous) {
      const direction = plateau.value > previous.value ? 'up' : 'down';
      const broken = equalNeighbours === 'break' && previous.points > 1;
      if (current?.direction === direction && !broken) {
        current.to = plateau.from;
        current.length += 1;
      } else {
        current = { from: previous.to, to: plateau.from, length: 2, direction };
        stretches.push(current);
      }
    }
    previous = plateau;
  }
  return stretches;
}
