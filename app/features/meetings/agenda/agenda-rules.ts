import { wallClockOf } from '~/lib/wall-clock';
import type { ClockTime } from '~/lib/wall-clock';
import { minutesOfItem } from './agenda';
import type { AgendaItem, Step } from './agenda';

const minuteMs = 60_000;

export type TimedStep = Step & { at: ClockTime };
export type TimedItem<Item> = { item: Item; at: ClockTime; minutes: number; steps: TimedStep[] };

/** Each item and step with the time on the wall at which it begins, where the meeting is held. */
export function timedAgenda<Item extends Pick<AgendaItem, 'steps'>>(
  items: readonly Item[],
  { startsAt, timeZone }: { startsAt: number; timeZone: string },
): TimedItem<Item>[] {
  let passed = 0;
  const wall = () => wallClockOf(startsAt + passed * minuteMs, timeZone).time;
  return items.map((item) => {
    const at = wall();
    const steps = item.steps.map((step) => {
      const timed = { ...step, at: wall() };
      passed += step.minutes;
      return timed;
    });
    return { item, at, minutes: minutesOfItem(item), steps };
  });
}

/** When an agenda of so many minutes is through, and when the meeting ends: times on the wall where it is held. */
export function endsOf(
  planned: number,
  { startsAt, timeZone, minutes }: { startsAt: number; timeZone: string; minutes: number },
): { through: ClockTime; end: ClockTime } {
  const at = (passed: number) => wallClockOf(startsAt + passed * minuteMs, timeZone).time;
  return { through: at(planned), end: at(minutes) };
}

/** The list with one of its things moved to another place; places outside it are its ends. Nothing is lost or doubled. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const thing = list.slice(from, from + 1);
  if (from < 0 || thing.length === 0) return [...list];
  const rest = [...list.slice(0, from), ...list.slice(from + 1)];
  const place = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, place), ...thing, ...rest.slice(place)];
}

/**
 * The steps a running meeting is in or has passed: all up to the furthest one it has been in. `visited` are the steps that
 * have had time, and the present one.
 */
export function stepsBeenIn(stepIds: readonly string[], visited: ReadonlySet<string>): string[] {
  const furthest = stepIds.findLastIndex((id) => visited.has(id));
  return stepIds.slice(0, furthest + 1);
}

/** How many of the first items stay in their place, since the meeting has been in one of their steps. */
export function heldItems(
  items: readonly { steps: readonly { id: string }[] }[],
  heldStepIds: readonly string[],
): number {
  const held = new Set(heldStepIds);
  return items.findLastIndex(({ steps }) => steps.some(({ id }) => held.has(id))) + 1;
}
