import { daysOffOf, hasSchoolDay } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { groupedBy } from '~/lib/grouped-by';
import { addDays, mondayOf } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { factBits, restingBit, weekFacts } from './participation';
import type { ParticipationFacts, WeekFact } from './participation';

type TeamPlace = { teamId: string; leaId: string };

/** The weeks in which an LEA has no school day from Monday to Friday. */
function restingWeeks(mondays: readonly SchoolDay[], daysOff: readonly DayOff[]): Set<SchoolDay> {
  return new Set(mondays.filter((monday) => !hasSchoolDay(monday, addDays(monday, 4), daysOff)));
}

/** A sum of bits for each week of each team, in the order given. Facts of other teams and weeks are passed over. */
export function weeksOfTeams<T extends TeamPlace>(
  teams: readonly T[],
  mondays: readonly SchoolDay[],
  facts: ParticipationFacts,
  daysOff: readonly DayOff[],
): (T & { weeks: number[] })[] {
  const places = new Map(mondays.map((monday, place) => [monday, place]));
  const weeksBy = new Map(teams.map(({ teamId }) => [teamId, mondays.map(() => 0)]));
  const mark = (teamId: string, monday: SchoolDay, fact: WeekFact) => {
    const weeks = weeksBy.get(teamId);
    const place = places.get(monday);
    if (weeks && place !== undefined) weeks[place] = (weeks[place] ?? 0) | factBits[fact];
  };
  for (const { teamId, from, to } of facts.cycles)
    for (const monday of mondays)
      if (from <= addDays(monday, 6) && (to === null || to >= monday)) mark(teamId, monday, 'cycle');
  for (const { teamId, monday } of facts.data) mark(teamId, monday, 'data');
  for (const { teamId, day } of facts.posts) mark(teamId, mondayOf(day), 'post');
  for (const { teamId, day } of facts.meetings) mark(teamId, mondayOf(day), 'meeting');
  for (const [leaId, ofLea] of groupedBy(teams, (one) => one.leaId)) {
    const resting = restingWeeks(mondays, daysOffOf(daysOff, leaId));
    for (const monday of resting)
      for (const { teamId } of ofLea) {
        const weeks = weeksBy.get(teamId);
        const place = places.get(monday);
        if (weeks && place !== undefined) weeks[place] = (weeks[place] ?? 0) | restingBit;
      }
  }
  return teams.map((one) => ({ ...one, weeks: weeksBy.get(one.teamId) ?? [] }));
}

export function has(week: number, fact: WeekFact): boolean {
  return (week & factBits[fact]) !== 0;
}

export function rests(week: number): boolean {
  return (week & restingBit) !== 0;
}

/** How many of these weeks have each fact, over all teams together. */
export function countFacts(rows: readonly { weeks: readonly number[] }[]): Record<WeekFact, number> {
  const counts = { cycle: 0, data: 0, post: 0, meeting: 0 };
  for (const { weeks } of rows)
    for (const week of weeks) for (const fact of weekFacts) if (has(week, fact)) counts[fact] += 1;
  return counts;
}
