import type { ContactKind } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { PlaceOptions } from '../caseload/place-options';

/** How a team heard from its coach: words in a review, a nudge, or a contact that was noted. */
export type Heard = ContactKind | 'review' | 'answer' | 'nudge';

export type HeardOn = { teamId: string; heard: Heard; on: SchoolDay };

/** One week of a team in the calendar; `off` names the days off that leave no school day in it. */
export type ContactWeek = { monday: SchoolDay; heard: Heard[]; off: string | null };

export type ContactRow = {
  teamId: string;
  teamName: string;
  schoolName: string;
  coached: boolean;
  weeks: ContactWeek[];
  last: { heard: Heard; on: SchoolDay } | null;
};

export type ContactCalendar = {
  mondays: SchoolDay[];
  /** By school and name, never by how long it is ago. */
  rows: ContactRow[];
  total: number;
  page: number;
  pages: number;
  options: PlaceOptions;
};

/** A contact as it was noted, for whoever reads the team. */
export type NotedContact = {
  id: string;
  kind: ContactKind;
  happenedOn: SchoolDay;
  note: string;
  coachName: string;
};
