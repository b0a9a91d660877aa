import { eq } from 'drizzle-orm';
import { changeIdea } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import type { SharedPrediction } from '../post';
import type { OwnPost } from './own-post.server';
import type { ShareForm } from './share-form';
import { sharedKinds } from './shared-kinds';

/** An own post as its form begins with it. Questions are found again by their words, which the post has kept. */
export async function changeStart(db: Connection, own: OwnPost): Promise<Partial<ShareForm>> {
  const { post: head, story, origin } = own;
  const { tried, expected, happened, explanation, advice, wanted, steps } = story;
  const ideas =
    head.ideaId === null
      ? []
      : await db.select({ name: changeIdea.name }).from(changeIdea).where(eq(changeIdea.id, head.ideaId));
  const kind = sharedKinds.find((one) => one === head.kind) ?? 'win';
  return {
    ...{ id: head.id, kind, title: head.title, audience: head.audience, signature: head.signature },
    ...{ tried, expected, happened, explanation, advice, wanted, steps },
    series: origin.measureId === null ? '' : `${origin.measureId}/${origin.groupId ?? ''}`,
    pool: JSON.parse(origin.pooledWith) as string[],
    ...(origin.pooledWith === '[]' ? {} : { poolApart: 'yes' }),
    ideaName: ideas[0]?.name ?? '',
    ...(origin.students === null ? {} : { students: origin.students }),
    ...(head.setting === null ? {} : { setting: head.setting }),
    ...(head.scale === null ? {} : { scale: head.scale }),
  };
}

/** Which questions of the cycle a post shows. */
export function shownQuestions(own: OwnPost, questions: { id: string; question: string }[]): string[] {
  const shown = JSON.parse(own.story.predictions) as SharedPrediction[];
  return questions
    .filter(({ question }) => shown.some((one) => one.question === question))
    .map(({ id }) => id);
}
