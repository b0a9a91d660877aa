import { eq, inArray, or } from 'drizzle-orm';
import {
  coachAssignment,
  cohort,
  cohortTeam,
  facilitatorAssignment,
  lea,
  person,
  school,
  team,
  teamMembership,
} from '#db/schema';
import type { ReportPart } from '#db/vocabulary';
import { reportParts } from '#db/vocabulary';
import { findQuestions } from '~/features/disclosure/free-text/find-questions';
import type { TextQuestion } from '~/features/disclosure/free-text/text-question';
import type { Connection } from '~/platform/database.server';

/** The grown-ups of a cohort: its teams, their coaches, its facilitators. */
async function namesOfStaff(db: Connection, cohortId: string): Promise<string[]> {
  const teams = db
    .select({ id: cohortTeam.teamId })
    .from(cohortTeam)
    .where(eq(cohortTeam.cohortId, cohortId));
  const members = db
    .select({ id: teamMembership.personId })
    .from(teamMembership)
    .where(inArray(teamMembership.teamId, teams));
  const coaches = db
    .select({ id: coachAssignment.personId })
    .from(coachAssignment)
    .where(inArray(coachAssignment.teamId, teams));
  const facilitators = db
    .select({ id: facilitatorAssignment.personId })
    .from(facilitatorAssignment)
    .where(eq(facilitatorAssignment.cohortId, cohortId));
  const rows = await db
    .select({ name: person.name })
    .from(person)
    .where(or(inArray(person.id, members), inArray(person.id, coaches), inArray(person.id, facilitators)));
  return rows.map(({ name }) => name);
}

async function namesOfPlaces(db: Connection, cohortId: string): Promise<string[]> {
  const rows = await db
    .select({ team: team.name, school: school.name, lea: lea.name, cohort: cohort.name })
    .from(cohortTeam)
    .innerJoin(cohort, eq(cohort.id, cohortTeam.cohortId))
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .innerJoin(lea, eq(lea.id, school.leaId))
    .where(eq(cohortTeam.cohortId, cohortId));
  return [...new Set(rows.flatMap((row) => [row.team, row.school, row.lea, row.cohort]))];
}

type Written = { title: string; words: Record<ReportPart, string>; numbersAreHidden: boolean };

/** What the words of a report might tell of a student, asked before they are kept. Words left as drafted are no question. */
export async function questionsAbout(
  db: Connection,
  cohortId: string,
  { title, words, numbersAreHidden }: Written,
): Promise<TextQuestion[]> {
  const about = {
    staffNames: await namesOfStaff(db, cohortId),
    placeNames: await namesOfPlaces(db, cohortId),
    ...{ hidden: 'nothing' as const, givenAway: [] },
  };
  return [
    ...findQuestions(title, { ...about, numbersAreHidden: false }),
    ...reportParts.flatMap((part) =>
      findQuestions(words[part], {
        ...about,
        numbersAreHidden: numbersAreHidden && part === 'shared_measures',
      }),
    ),
  ];
}
