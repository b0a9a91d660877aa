import type { InvitationAnswer, MeetingKind, MeetingRole } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { ClockTime } from '~/lib/wall-clock';

/** A meeting as its readers know it, with what the reader is in it. */
export type Meeting = {
  id: string;
  kind: MeetingKind;
  cohortId: string | null;
  teamId: string | null;
  seriesId: string | null;
  /** The cohort or the team it is a meeting of. */
  ofName: string;
  title: string;
  purpose: string;
  /** Where it is held: day, time on the wall, IANA time zone; and the instant (UTC milliseconds) they come to. */
  day: SchoolDay;
  time: ClockTime;
  timeZone: string;
  startsAt: number;
  /** How long it is planned for. */
  minutes: number;
  place: string;
  link: string;
  version: number;
  agendaVersion: number;
  sequence: number;
  announcedAt: number | null;
  cancelledAt: number | null;
  cancelledWhy: string;
  /** When its room was ended; null before, and where it was opened again. */
  endedAt: number | null;
  /** The reader runs it: facilitators of the cohort; members and coaches of the team. */
  runs: boolean;
  /** The reader's own invitation; null where they have none. */
  mine: { role: MeetingRole | null; answer: InvitationAnswer | null } | null;
};
