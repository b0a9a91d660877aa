import { and, eq, isNull } from 'drizzle-orm';
import { meetingInvitation, person, school, team } from '#db/schema';
import { findQuestions } from '~/features/disclosure/free-text/find-questions';
import type { TextQuestion } from '~/features/disclosure/free-text/text-question';
import { questionsAbout } from '~/features/feed/conversation/comment-questions.server';
import { findSharedPost } from '~/features/feed/posts/find-shared-post.server';
import type { Actor } from '~/features/people/actor';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { knowsHiddenNumbers } from '../presenters/hidden-numbers.server';

export type ItemOfRoom = {
  id: string;
  meetingId: string;
  teamId: string | null;
  cycleId: string | null;
  postId: string | null;
};

/**
 * What words for the whole room might tell of a student, of numbers that are hidden, or of who signed a post; asked before they
 * are shown.
 */
export async function questionsBeforeRoom(
  db: Connection,
  actor: Actor,
  item: ItemOfRoom,
  { body, today }: { body: string; today: SchoolDay },
): Promise<TextQuestion[]> {
  const shared = item.postId === null ? null : await findSharedPost(db, actor, item.postId);
  if (shared) return questionsAbout(db, actor, shared, { body, today });
  const invited = await db
    .select({ name: person.name, teamName: team.name, schoolName: school.name })
    .from(meetingInvitation)
    .innerJoin(person, eq(person.id, meetingInvitation.personId))
    .leftJoin(team, eq(team.id, meetingInvitation.teamId))
    .leftJoin(school, eq(school.id, team.schoolId))
    .where(and(eq(meetingInvitation.meetingId, item.meetingId), isNull(meetingInvitation.withdrawnAt)));
  return findQuestions(body, {
    staffNames: [actor.name, ...invited.map(({ name }) => name)],
    placeNames: [
      ...new Set(invited.flatMap(({ teamName, schoolName }) => [teamName ?? '', schoolName ?? ''])),
    ],
    numbersAreHidden: await knowsHiddenNumbers(db, actor, item.meetingId),
    hidden: 'nothing',
    givenAway: [],
  });
}
