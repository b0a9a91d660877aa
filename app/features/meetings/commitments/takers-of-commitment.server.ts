import { and, eq } from 'drizzle-orm';
import { meeting, person, school, team, teamMembership } from '#db/schema';
import { inForce } from '~/features/people/in-force.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { loadTakerChoices } from './taker-choices.server';
import type { TakerChoices } from './taker';

type Of = { meetingId: string; teamId: string | null; personId: string | null };

/**
 * Who may take on a commitment that is there: of its team the members of today, those invited with it, and whoever has it
 * now; without a team those who run the meeting. The commitment came from a query in scope.
 */
export async function loadTakersOfCommitment(
  db: Connection,
  { meetingId, teamId, personId }: Of,
  today: SchoolDay,
): Promise<TakerChoices | null> {
  const meetings = await db
    .select({ id: meeting.id, kind: meeting.kind, cohortId: meeting.cohortId, teamId: meeting.teamId })
    .from(meeting)
    .where(eq(meeting.id, meetingId));
  const of = meetings[0];
  if (!of) return null;
  const { choices } = await loadTakerChoices(db, of, today);
  const now =
    personId === null
      ? []
      : await db
          .select({ personId: person.id, name: person.name })
          .from(person)
          .where(eq(person.id, personId));
  const withNow = (people: { personId: string; name: string }[]) => [
    ...people,
    ...now.filter((one) => !people.some((other) => other.personId === one.personId)),
  ];
  if (teamId === null) return { ...choices, runners: withNow(choices.runners), teams: [] };
  const members = await db
    .select({ personId: person.id, name: person.name })
    .from(teamMembership)
    .innerJoin(person, eq(person.id, teamMembership.personId))
    .where(and(eq(teamMembership.teamId, teamId), inForce(teamMembership.endedOn, today)));
  const invited = choices.teams.find((one) => one.teamId === teamId)?.people ?? [];
  const more = members.filter((one) => !invited.some((other) => other.personId === one.personId));
  const places = await db
    .select({ teamId: team.id, name: team.name, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(team.id, teamId));
  return {
    ...choices,
    runners: [],
    teams: places.map((place) => ({ ...place, people: withNow([...invited, ...more]) })),
  };
}
