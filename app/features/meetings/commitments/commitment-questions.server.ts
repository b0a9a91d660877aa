import { and, eq, isNotNull } from 'drizzle-orm';
import { agendaItem, attendance, meetingInvitation, person, post } from '#db/schema';
import { findQuestions } from '~/features/disclosure/free-text/find-questions';
import { questionsPrint } from '~/features/disclosure/free-text/text-question';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';
import type { TakerChoices } from './taker';

/** Names in the signatures of posts, of whoever is or was invited, and of whoever came. */
async function namesIn(db: Connection, meetingId: string): Promise<string[]> {
  const invited = await db
    .select({ name: person.name })
    .from(meetingInvitation)
    .innerJoin(person, eq(person.id, meetingInvitation.personId))
    .where(eq(meetingInvitation.meetingId, meetingId));
  const came = await db
    .select({ name: person.name })
    .from(attendance)
    .innerJoin(person, eq(person.id, attendance.personId))
    .where(eq(attendance.meetingId, meetingId));
  const signed = await db
    .select({ name: post.signedAs })
    .from(agendaItem)
    .innerJoin(post, eq(post.id, agendaItem.postId))
    .where(and(eq(agendaItem.meetingId, meetingId), isNotNull(agendaItem.postId)));
  return [...invited, ...came, ...signed].map(({ name }) => name);
}

/** People and places of a meeting are no students: what else in a text looks like one is asked about. */
export async function staffAndPlaces(
  db: Connection,
  meetingId: string,
  { runners, teams }: TakerChoices,
): Promise<{ staffNames: string[]; placeNames: string[] }> {
  const people = [...runners, ...teams.flatMap((team) => team.people)].map(({ name }) => name);
  return {
    staffNames: [...people, ...(await namesIn(db, meetingId))],
    placeNames: teams.flatMap(({ name, schoolName }) => [name, schoolName]),
  };
}

/** Refuses words that may tell of a student, or a number that is hidden, until their writer has looked; `looked` then holds the print of what is asked. */
export function lookedAt(
  text: string,
  looked: string,
  about: { staffNames: string[]; placeNames: string[]; numbersAreHidden?: boolean },
): Outcome {
  const asked = findQuestions(text, { numbersAreHidden: false, ...about, hidden: 'nothing', givenAway: [] });
  const print = questionsPrint(asked);
  if (print === '' || looked === print) return { ok: true };
  return invalid([...new Set(asked.map(({ reason }) => reason))].join(' '), { looked: [print] });
}
