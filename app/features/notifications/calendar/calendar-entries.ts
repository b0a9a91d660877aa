import type { SchoolDay } from '~/lib/school-day';
import { mayLeave } from '../discreet-words';

/** One whole day in a person's calendar. */
export type CalendarEntry = {
  /** The same for the same thing, however often its day or its words change. */
  uid: string;
  day: SchoolDay;
  title: string;
  /** A path of ours that leads to the thing. */
  path: string;
};

type OfTeam = { teamName: string; schoolName: string };
export type DueMeasure = { measureId: string; measureName: string; teamName: string; day: SchoolDay };
export type OpenCycle = OfTeam & {
  cycleId: string;
  number: number;
  changeIdea: string;
  plannedStart: SchoolDay;
  plannedEnd: SchoolDay;
  /** The reader works in its team; else they follow it as its coach. */
  isOwn: boolean;
};
export type OpenTask = { taskId: string; cycleId: string; what: string; teamName: string; dueOn: SchoolDay };

/** A calendar's address opens without signing in, so words that may tell of a student stay behind its links. */
const named = (text: string, otherwise: string) => (mayLeave(text, []) ? `“${text}”` : otherwise);

export function dueEntry({ measureId, measureName, teamName, day }: DueMeasure): CalendarEntry {
  return {
    ...{ uid: `due-${measureId}`, day, path: `/measures/${measureId}` },
    title: `Log ${named(measureName, 'a number')} (${teamName})`,
  };
}

/** Where it begins and ends as planned; a coach sees the end. */
export function cycleEntries(cycle: OpenCycle): CalendarEntry[] {
  const { cycleId, number, changeIdea, plannedStart, plannedEnd, isOwn, teamName, schoolName } = cycle;
  const path = `/cycles/${cycleId}`;
  const idea = mayLeave(changeIdea, []) ? ` of “${changeIdea}”` : '';
  const name = `cycle ${number}${idea} (${isOwn ? teamName : `${teamName}, ${schoolName}`})`;
  const end = { uid: `cycle-end-${cycleId}`, day: plannedEnd, title: `Planned end of ${name}`, path };
  if (!isOwn) return [end];
  return [{ uid: `cycle-start-${cycleId}`, day: plannedStart, title: `Planned start of ${name}`, path }, end];
}

export function taskEntry({ taskId, cycleId, what, teamName, dueOn }: OpenTask): CalendarEntry {
  return {
    ...{ uid: `task-${taskId}`, day: dueOn, path: `/cycles/${cycleId}/plan` },
    title: mayLeave(what, []) ? `Task: ${what} (${teamName})` : `A task of your cycle (${teamName})`,
  };
}
