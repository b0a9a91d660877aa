import type { ClockMove } from '#db/vocabulary';
import type { RoomClock } from './room';

const minuteMs = 60_000;
/** What one press of "+2 minutes" adds. */
export const extensionMs = 2 * minuteMs;
/** What presses may add to one step in all. */
export const mostAddedMs = 60 * minuteMs;
/** A meeting that ended is opened again the same day, not a week later. */
export const reopenedWithinMs = 12 * 60 * minuteMs;

/** What a step has had (without the stretch that runs now) and what was added to it; milliseconds. */
export type StepTime = { elapsed: number; added: number };

/** Where a room stands, as it is stored. Instants are UTC milliseconds. */
export type RoomPlace = {
  /** The step it is in; null before the start and after the end. */
  stepId: string | null;
  runningSince: number | null;
  startedAt: number | null;
  endedAt: number | null;
};

/** A room with the steps of its agenda in order, and the time of each step that it has been in. */
export type RoomTimes = {
  place: RoomPlace;
  steps: readonly { id: string; minutes: number }[];
  times: ReadonlyMap<string, StepTime>;
};

/** The rows a move changes: the room's own and at most one step's. */
export type ClockChange = { place: RoomPlace; time: (StepTime & { stepId: string }) | null };

export const emptyPlace: RoomPlace = { stepId: null, runningSince: null, startedAt: null, endedAt: null };
const noTime: StepTime = { elapsed: 0, added: 0 };

/** The clock that everybody sees, of a room's place and the step it is in. */
export function clockOf(place: RoomPlace, step: (StepTime & { minutes: number }) | null): RoomClock {
  const { stepId, runningSince, startedAt, endedAt } = place;
  const times = {
    allowed: step === null ? 0 : step.minutes * minuteMs + step.added,
    elapsed: step?.elapsed ?? 0,
  };
  if (endedAt !== null) return { state: 'ended', stepId: null, runningSince: null, ...times };
  if (startedAt === null || stepId === null)
    return { state: 'waiting', stepId: null, runningSince: null, ...times };
  return { state: runningSince === null ? 'paused' : 'running', stepId, runningSince, ...times };
}

/** What is left of the step at `now`, in milliseconds; negative where the step is over its time. */
export function timeLeft({ allowed, elapsed, runningSince }: RoomClock, now: number): number {
  return allowed - elapsed - stretch(runningSince, now);
}

/** A clock that was set back does not give time: a stretch is never negative. */
function stretch(runningSince: number | null, now: number): number {
  return runningSince === null ? 0 : Math.max(0, now - runningSince);
}

/** `4:05`, `1:20 over`; whole seconds, so that every screen turns at the same instant. */
export function leftWords(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  const shown = `${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, '0')}`;
  return seconds < 0 ? `${shown} over` : shown;
}

/** How long it takes, from `leftMs`, until `leftWords` says something else; 1 to 1000 milliseconds. */
export function untilNextSecond(leftMs: number): number {
  const past = ((leftMs % 1000) + 1000) % 1000;
  return past === 0 ? 1000 : past;
}

/** The step that stands still, with the stretch that ran. */
function banked({ place, times }: RoomTimes, now: number): (StepTime & { stepId: string }) | null {
  const { stepId, runningSince } = place;
  if (stepId === null) return null;
  const known = times.get(stepId) ?? noTime;
  return { stepId, elapsed: known.elapsed + stretch(runningSince, now), added: known.added };
}

/** The step beside the one the room is in; null at either end. */
function neighbour({ place, steps }: RoomTimes, by: 1 | -1): string | null {
  const at = steps.findIndex(({ id }) => id === place.stepId);
  return at < 0 ? null : (steps[at + by]?.id ?? null);
}

/** Whether one more press of "+2 minutes" would add more to the step than a step may get. */
export function isFullyExtended({ place: { stepId }, times }: RoomTimes): boolean {
  const added = stepId === null ? 0 : (times.get(stepId)?.added ?? 0);
  return added + extensionMs > mostAddedMs;
}

/** Goes to a step: one that runs goes on running there, one that stands still stands still there. */
function moveTo(room: RoomTimes, stepId: string | null, now: number): ClockChange | null {
  if (stepId === null) return null;
  const runningSince = room.place.runningSince === null ? null : now;
  return { place: { ...room.place, stepId, runningSince }, time: banked(room, now) };
}

function start({ place, steps }: RoomTimes, now: number): ClockChange | null {
  const first = steps[0];
  if (place.startedAt !== null || !first) return null;
  return { place: { stepId: first.id, runningSince: now, startedAt: now, endedAt: null }, time: null };
}

/** A meeting that ended opens again at the last step that had time, standing still. */
function reopen({ place, steps, times }: RoomTimes, now: number): ClockChange | null {
  if (place.endedAt === null || now - place.endedAt > reopenedWithinMs) return null;
  const last = steps.findLast(({ id }) => times.has(id)) ?? steps[0];
  return last
    ? { place: { ...place, stepId: last.id, runningSince: null, endedAt: null }, time: null }
    : null;
}

function moveInStep(room: RoomTimes, move: Exclude<ClockMove, 'start'>, now: number): ClockChange | null {
  const { place } = room;
  const time = banked(room, now);
  if (time === null) return null;
  const isRunning = place.runningSince !== null;
  switch (move) {
    case 'pause':
      return isRunning ? { place: { ...place, runningSince: null }, time } : null;
    case 'resume':
      return isRunning ? null : { place: { ...place, runningSince: now }, time: null };
    case 'extend':
      if (isFullyExtended(room)) return null;
      return {
        place: { ...place, runningSince: isRunning ? now : null },
        time: { ...time, added: time.added + extensionMs },
      };
    case 'next':
      return moveTo(room, neighbour(room, 1), now);
    case 'back':
      return moveTo(room, neighbour(room, -1), now);
    case 'end':
      return { place: { ...place, stepId: null, runningSince: null, endedAt: now }, time };
  }
}

/**
 * What a press on the clock changes; null where it changes nothing (a pause while it stands still, "next" in the last step).
 * Time is neither lost nor made: what ran is added to the step it ran in.
 */
export function pressClock(room: RoomTimes, move: ClockMove, now: number): ClockChange | null {
  if (move === 'start') return start(room, now);
  if (room.place.endedAt !== null) return move === 'back' ? reopen(room, now) : null;
  return moveInStep(room, move, now);
}
