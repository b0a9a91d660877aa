import { and, asc, eq, inArray } from 'drizzle-orm';
import { changeIdea, post, postStory, school, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { memberTeamIds } from '~/features/people/people-policy';
import type { Connection } from '~/platform/database.server';
import type { SharedPrediction } from '../post';
import { audienceIdsOf, visiblePost } from '../post-scope.server';
import { planFromIdea, planFromPost } from './carried-plan-rules';
import type { ToTry } from './to-try';

/** A post as a plan to try, from what was shared and nothing of its cycle; null when the reader does not see it. */
export async function findPostToTry(db: Connection, actor: Actor, postId: string): Promise<ToTry | null> {
  const rows = await db
    .select({
      id: post.id,
      title: post.title,
      signedAs: post.signedAs,
      ideaId: post.ideaId,
      ideaName: changeIdea.name,
      steps: postStory.steps,
      predictions: postStory.predictions,
    })
    .from(post)
    .innerJoin(postStory, eq(postStory.postId, post.id))
    .leftJoin(changeIdea, eq(changeIdea.id, post.ideaId))
    .where(and(eq(post.id, postId), visiblePost(await audienceIdsOf(db, actor))));
  const found = rows[0];
  if (!found) return null;
  const { id, title, signedAs, ideaId } = found;
  const predictions = JSON.parse(found.predictions) as SharedPrediction[];
  return { kind: 'post', id, title, signedAs, ideaId, plan: planFromPost({ ...found, predictions }) };
}

/** An idea of the catalogue as a plan to try; null when there is none. */
export async function findIdeaToTry(db: Connection, ideaId: string): Promise<ToTry | null> {
  const rows = await db
    .select({ id: changeIdea.id, name: changeIdea.name, why: changeIdea.why })
    .from(changeIdea)
    .where(eq(changeIdea.id, ideaId));
  const found = rows[0];
  if (!found) return null;
  const { id, name } = found;
  return { kind: 'idea', id, title: name, signedAs: '', ideaId: id, plan: planFromIdea(found) };
}

export type OwnTeam = { id: string; name: string; schoolName: string };

/** The teams in which somebody may begin a cycle. */
export async function listOwnTeams(db: Connection, actor: Actor): Promise<OwnTeam[]> {
  const own = memberTeamIds(actor);
  if (own.length === 0) return [];
  return db
    .select({ id: team.id, name: team.name, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(inArray(team.id, own))
    .orderBy(asc(school.name), asc(team.name), asc(team.id));
}
