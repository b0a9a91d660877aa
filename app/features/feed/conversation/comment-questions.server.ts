import { and, eq } from 'drizzle-orm';
import { person, post, postComment, postStory, school, team } from '#db/schema';
import { findQuestions } from '~/features/disclosure/free-text/find-questions';
import type { TextQuestion } from '~/features/disclosure/free-text/text-question';
import type { Actor } from '~/features/people/actor';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { isSignedAsOrigin } from '../feed-policy';
import type { FoundPost } from '../posts/find-shared-post.server';
import { withoutMentions } from './mentions';
import { listPeopleWhoSee } from './people-who-see.server';

/** What a comment might tell of a student or, from a team that its post hides, of itself; asked before it is sent. */
export async function questionsAbout(
  db: Connection,
  actor: Actor,
  shared: FoundPost,
  { body, today }: { body: string; today: SchoolDay },
): Promise<TextQuestion[]> {
  const isHidden = isSignedAsOrigin(shared);
  const stories = await db
    .select({ hiddenWhy: postStory.hiddenWhy, signedAs: post.signedAs })
    .from(postStory)
    .innerJoin(post, eq(post.id, postStory.postId))
    .where(eq(postStory.postId, shared.id));
  const place = isHidden && shared.teamId !== null ? await placeOf(db, shared.teamId) : null;
  const own = place === null ? [] : [place.teamName, place.schoolName];
  const people = body.includes('@') ? await listPeopleWhoSee(db, shared, today) : [];
  return findQuestions(withoutMentions(body, people), {
    staffNames: [...[actor.name, stories[0]?.signedAs ?? ''], ...(await namesOfWriters(db, shared.id))],
    placeNames: own,
    numbersAreHidden: shared.isOwn && (stories[0]?.hiddenWhy ?? '') !== '',
    hidden: !isHidden ? 'nothing' : shared.signature === 'team_hidden' ? 'team' : 'school',
    givenAway: isHidden ? [...own, actor.name] : [],
  });
}

async function placeOf(db: Connection, teamId: string) {
  const rows = await db
    .select({ teamName: team.name, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(team.id, teamId));
  return rows[0] ?? null;
}

/** Colleagues who take part in the conversation under their names are no students. */
async function namesOfWriters(db: Connection, postId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ name: person.name })
    .from(postComment)
    .innerJoin(person, eq(person.id, postComment.authorId))
    .where(and(eq(postComment.postId, postId), eq(postComment.asOrigin, false)));
  return rows.map(({ name }) => name);
}
