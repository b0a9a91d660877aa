import { and, eq, inArray, sql } from 'drizzle-orm';
import {
  changeIdea,
  dataPoint,
  post,
  postComment,
  postOrigin,
  postPin,
  postStory,
  reaction,
  replication,
  studentGroup,
} from '#db/schema';
import type { PostKind } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { perReach } from '~/features/people/team-scope.server';
import { parseMarkdown } from '~/lib/plain-markdown';
import { rememberByText } from '~/lib/remember-by-text';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { modelOfReleased } from '../charts/released-chart';
import type { ReleasedChart } from '../charts/released-chart';
import type { PostCard, SharedPrediction, StorySection } from '../post';
import { canTry } from '../feed-policy';
import { ownPost } from '../post-scope.server';
import { storyFields, storyLabel } from './story-sections';
import type { Story } from './story-sections';

/** What the numbers of a measure and group look like from outside: it differs once there are newer ones. */
export const seriesPrint = (measureId: unknown, groupId: unknown) =>
  sql<string>`(select count(*) || ' ' || coalesce(max(d.date), '') || ' ' || coalesce(sum(d.version), 0) from ${dataPoint} d where d.measure_id = ${measureId} and d.group_id = ${groupId})`;

/** Cards asked for at once: a page of the feed. Fewer ids leave the other places empty. */
const cardsAtOnce = 20;
const places = Array.from({ length: cardsAtOnce }, (_, place) => sql.placeholder(`post${place}`));
const placed = (postIds: string[]) =>
  Object.fromEntries(
    Array.from({ length: cardsAtOnce }, (_, place) => [`post${place}`, postIds[place] ?? '']),
  );

const rowsFor = perReach((db, actor) =>
  db
    .select({
      post,
      story: postStory,
      groupName: studentGroup.name,
      ideaName: changeIdea.name,
      comments: sql<number>`(select count(*) from ${postComment} c where c.post_id = ${post.id} and c.withdrawn_at is null)`,
      triedBy: sql<number>`(select count(*) from ${replication} r where r.from_post_id = ${post.id})`,
      isPinned: sql`exists (select 1 from ${postPin} p where p.post_id = ${post.id})`.mapWith(Boolean),
      isOwn: sql`${ownPost(actor)}`.mapWith(Boolean),
      hasMovedOn:
        sql`exists (select 1 from ${postOrigin} o where o.post_id = ${post.id} and o.print <> '' and o.print <> ${seriesPrint(sql`o.measure_id`, sql`o.group_id`)})`.mapWith(
          Boolean,
        ),
    })
    .from(post)
    .innerJoin(postStory, eq(postStory.postId, post.id))
    .leftJoin(studentGroup, eq(studentGroup.id, post.groupId))
    .leftJoin(changeIdea, eq(changeIdea.id, post.ideaId))
    .where(inArray(post.id, places))
    .prepare(),
);

const reactionsFor = perConnection((db) =>
  db
    .select({ postId: reaction.postId, kind: reaction.kind })
    .from(reaction)
    .where(and(inArray(reaction.postId, places), eq(reaction.personId, sql.placeholder('personId'))))
    .prepare(),
);

type Row = Awaited<ReturnType<ReturnType<typeof rowsFor>['execute']>>[number];
type Clock = { timeZone: string; today: SchoolDay };

/** The newest posts are on everybody's page: what their words and charts read as is made once. */
const blocksOf = rememberByText(parseMarkdown, 1_000_000);
const readChart = rememberByText((text): NonNullable<PostCard['chart']> => {
  const released = JSON.parse(text) as ReleasedChart;
  return { name: released.name, model: modelOfReleased(released) };
}, 1_000_000);

/** A post's texts under their headings, those of its kind that are not empty. */
export function sectionsOf(kind: PostKind, texts: Story): StorySection[] {
  return storyFields[kind].flatMap((field) =>
    texts[field].trim() === '' ? [] : [{ label: storyLabel(kind, field), blocks: blocksOf(texts[field]) }],
  );
}

/** A released chart as it is stored, with all that is drawn and said of it. */
export function chartOf(stored: string | null): PostCard['chart'] {
  return stored === null ? null : readChart(stored);
}

/** The shape in words, where the story does not say it already. */
export function shapeBeside({ happened, shape }: { happened: string; shape: string }): string {
  return happened.includes(shape) ? '' : shape;
}

function cardOf(
  row: Row,
  { actor, mine }: { actor: Actor; mine: PostCard['mine'] },
  { timeZone, today }: Clock,
): PostCard {
  const { post: head, story, groupName, ideaName, comments, triedBy, isPinned, isOwn, hasMovedOn } = row;
  const { id, version, kind, title, audience, signature, signedAs, standing, decision, verdict } = head;
  const { grades, subject, setting, scale, synthesisId } = head;
  const dayOf = (instant: number) => formatDay(schoolDayAt(instant, timeZone), today);
  return {
    ...{ id, version, kind, title, audience, signature, signedAs, standing, decision, verdict, synthesisId },
    ...{ comments, triedBy, isPinned, isOwn, mine },
    // When a team logs is seen elsewhere too: beside a hidden signature it would tell whose it is.
    hasMovedOn: hasMovedOn && (isOwn || signature === 'by_name'),
    mayTry: standing === 'shared' && canTry(actor, { kind, isOwn }),
    sharedOn: dayOf(head.sharedAt),
    changedOn: head.changedAt === null ? null : dayOf(head.changedAt),
    sections: sectionsOf(kind, story),
    predictions: JSON.parse(story.predictions) as SharedPrediction[],
    chart: chartOf(story.chart),
    shape: shapeBeside(story),
    hiddenWhy: story.hiddenWhy,
    context: { grades, subject, setting, scale, groupName },
    idea: head.ideaId === null || ideaName === null ? null : { id: head.ideaId, name: ideaName },
  };
}

/**
 * Posts as their readers see them, in the order of `postIds`. The ids come from a query with `visiblePost` in its scope
 * (or from the post's own team), so nothing is asked again here.
 */
export async function loadPostCards(
  db: Connection,
  actor: Actor,
  postIds: string[],
  clock: Clock,
): Promise<PostCard[]> {
  const cards: PostCard[] = [];
  for (let from = 0; from < postIds.length; from += cardsAtOnce) {
    const asked = postIds.slice(from, from + cardsAtOnce);
    const rows = await rowsFor(db, actor).execute(placed(asked));
    const reactions = await reactionsFor(db).execute({ ...placed(asked), personId: actor.personId });
    for (const postId of asked) {
      const row = rows.find((one) => one.post.id === postId);
      const mine = reactions.filter((one) => one.postId === postId).map(({ kind }) => kind);
      if (row) cards.push(cardOf(row, { actor, mine }, clock));
    }
  }
  return cards;
}
