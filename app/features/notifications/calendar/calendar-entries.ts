import type { SchoolDay } from '~/lib/school-day';
import { mayLeave } from '../discreet-words';
import type { MeetingEvent } from './meeting-event';

/** One thing in a person's calendar: a whole day, or a meeting at its hour. */
export type CalendarEntry = DayEntry | { kind: 'meeting'; event: MeetingEvent };

export type DayEntry = {
  kind: 'day';
  /** The same for the same thing, however often its day or its words change. */
  uid: string;
  day: SchoolDay;
  title: string;
  /** A path of ours that leads to the thing. */
  path: string;
  /** Its edition and when that was written (UTC milliseconds), where the thing has one: a later one replaces an earlier. */
  edition?: { sequence: number; changedAt: number };
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
export type OpenCommitmentDay = {
  commitmentId: string;
  what: string;
  byWhen: SchoolDay;
  /** The team that took it on; else the cohort or team whose meeting it was. */
  ofName: string;
  takenOnBy: 'reader' | 'team' | 'runners';
  /** Counted from 1. */
  version: number;
  changedAt: number;
};
export type OpenTask = { taskId: string; cycleId: string; what: string; teamName: string; dueOn: SchoolDay };

/** A calendar's address opens without signing in, so words that may tell of a student stay behind its links. */
const named = (text: string, otherwise: string) => (mayLeave(text, []) ? `“${text}”` : otherwise);

export function dueEntry({ measureId, measureName, teamName, day }: DueMeasure): DayEntry {
  return {
    kind: 'day',
    ...{ uid: `due-${measureId}`, day, path: `/measures/${measureId}` },
    title: `Log ${named(measureName, 'a number')} (${teamName})`,
  };
}

/** Where it begins and ends as planned; a coach sees the end. */
export function cycleEntries(cycle: OpenCycle): DayEntry[] {
  const { cycleId, number, changeIdea, plannedStart, plannedEnd, isOwn, teamName, schoolName } = cycle;
  const path = `/cycles/${cycleId}`;
  const idea = mayLeave(changeIdea, []) ? ` of “${changeIdea}”` : '';
  const name = `cycle ${number}${idea} (${isOwn ? teamName : `${teamName}, ${schoolName}`})`;
  const end: DayEntry = {
    ...{ kind: 'day', uid: `cycle-end-${cycleId}`, day: plannedEnd },
    ...{ title: `Planned end of ${name}`, path },
  };
  if (!isOwn) return [end];
  const start = { uid: `cycle-start-${cycleId}`, day: plannedStart, title: `Planned start of ${name}` };
  return [{ kind: 'day', ...start, path }, end];
}

export function taskEntry({ taskId, cycleId, what, teamName, dueOn }: OpenTask): DayEntry {
  return {
    kind: 'day',
    ...{ uid: `task-${taskId}`, day: dueOn, path: `/cycles/${cycleId}/plan` },
    title: mayLeave(what, []) ? `Task: ${what} (${teamName})` : `A task of your cycle (${teamName})`,
  };
}

const tookOn: Record<OpenCommitmentDay['takenOnBy'], string> = {
  reader: 'Something you took on',
  team: 'Something your team took on',
  runners: 'Something you took on together',
};

/** The day by which something is to be done; the meeting it was said in stays behind the link. */
export function commitmentEntry(commitment: OpenCommitmentDay): DayEntry {
  const { commitmentId, what, byWhen, ofName, takenOnBy, version, changedAt } = commitment;
  return {
    kind: 'day',
    ...{ uid: `commitment-${commitmentId}`, day: byWhen, path: `/commitments/${commitmentId}` },
    title: `${mayLeave(what, []) ? `Commitment: ${what}` : tookOn[takenOnBy]} (${ofName})`,
    edition: { sequence: version - 1, changedAt },
  };
}
