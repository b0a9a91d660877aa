import { wallClockOf } from '~/lib/wall-clock';
import type { AgendaItem } from '../agenda/agenda';
import type { Meeting } from '../meeting';

/** What a room tells of its agenda, beside what was written in it. */
export type HeldRoom = {
  /** When its clock was started (UTC milliseconds); null where nobody started it. */
  startedAt: number | null;
  /** The steps it has been in. */
  begunSteps: ReadonlySet<string>;
  /** The cycles whose teams agreed to show them. */
  agreedCycles: ReadonlySet<string>;
  /** The teams of which somebody was present. */
  teamsHere: ReadonlySet<string>;
};

/** The clock was in a step of it, or people wrote in it. Without a clock, or without steps, nobody can say that it was not. */
export function wasReached(
  { steps }: Pick<AgendaItem, 'steps'>,
  { startedAt, begunSteps }: Pick<HeldRoom, 'startedAt' | 'begunSteps'>,
  hasWords: boolean,
): boolean {
  if (startedAt === null || hasWords || steps.length === 0) return true;
  return steps.some(({ id }) => begunSteps.has(id));
}

/**
 * `School one · Own team, “Sentence frames”, cycle 3`, or a post as it is signed. Of a cycle whose team did not agree the room saw no
 * more than the team's name. Empty where nothing was presented: no subject, or a team that neither agreed nor came.
 */
export function presentedWords(
  { subject }: Pick<AgendaItem, 'subject'>,
  { agreedCycles, teamsHere }: Pick<HeldRoom, 'agreedCycles' | 'teamsHere'>,
): string {
  if (subject.kind === 'none') return '';
  if (subject.kind === 'post')
    return subject.post === null ? '' : `“${subject.post.title}”, ${subject.post.signedAs}`;
  const { teamId, cycle } = subject;
  const place = `${subject.schoolName} · ${subject.teamName}`;
  if (cycle !== null && agreedCycles.has(cycle.id))
    return `${place}, “${cycle.changeIdea}”, cycle ${cycle.number}`;
  return teamsHere.has(teamId) ? place : '';
}

/** The day and time it was planned for; where its room was started on another day, that day and time, on the same clock. */
export function heldAt(
  { day, time, timeZone }: Pick<Meeting, 'day' | 'time' | 'timeZone'>,
  startedAt: number | null,
): Pick<Meeting, 'day' | 'time'> {
  if (startedAt === null) return { day, time };
  const started = wallClockOf(startedAt, timeZone);
  return started.day === day ? { day, time } : { day: started.day, time: started.time };
}
