import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import {
  agendaItem,
  cohortTeam,
  post,
  postStory,
  presentation,
  school,
  studentGroup,
  team,
} from '#db/schema';
import { wholeNetwork } from '~/features/feed/post-scope.server';
import type { SharedPrediction } from '~/features/feed/post';
import { chartOf, sectionsOf, shapeBeside } from '~/features/feed/posts/post-card-queries.server';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import type { ShownStoryboard } from './presentation';
import type { Shown, ShownItems, ShownPost, StoryboardView } from './shown';

type Place = Pick<Meeting, 'id' | 'cohortId' | 'teamId' | 'timeZone'>;

/** A stored storyboard with its chart read. */
export function storyboardView({ chart, ...storyboard }: ShownStoryboard): StoryboardView {
  return { ...storyboard, chart: chartOf(chart) };
}

/** Reads a storyboard as `presentation.shown` keeps it. */
export function readStoryboard(stored: string): StoryboardView {
  return storyboardView(JSON.parse(stored) as ShownStoryboard);
}

function subjectRows(db: Connection, meetingId: string) {
  return db
    .select({
      ...{ itemId: agendaItem.id, postId: agendaItem.postId, cycleId: agendaItem.cycleId },
      ...{ teamName: team.name, schoolName: school.name, shown: presentation.shown },
    })
    .from(agendaItem)
    .leftJoin(team, eq(team.id, agendaItem.teamId))
    .leftJoin(school, eq(school.id, team.schoolId))
    .leftJoin(
      presentation,
      and(
        eq(presentation.meetingId, agendaItem.meetingId),
        eq(presentation.cycleId, agendaItem.cycleId),
        eq(presentation.teamId, agendaItem.teamId),
        isNotNull(presentation.agreedAt),
      ),
    )
    .where(eq(agendaItem.meetingId, meetingId));
}

/** Posts of the agenda that everybody of the meeting's cohort may see, as signed. Whose they are is not asked. */
async function shownPosts(
  db: Connection,
  { id, cohortId, teamId, timeZone }: Place,
): Promise<Map<string, ShownPost>> {
  const ofRoom = or(
    inArray(post.audienceId, [wholeNetwork, ...(cohortId === null ? [] : [cohortId])]),
    sql`${post.audienceId} in (select ${cohortTeam.cohortId} from ${cohortTeam} where ${cohortTeam.teamId} = ${teamId})`,
  );
  const rows = await db
    .select({ post, story: postStory, groupName: studentGroup.name })
    .from(agendaItem)
    .innerJoin(post, eq(post.id, agendaItem.postId))
    .innerJoin(postStory, eq(postStory.postId, post.id))
    .leftJoin(studentGroup, eq(studentGroup.id, post.groupId))
    .where(and(eq(agendaItem.meetingId, id), eq(post.standing, 'shared'), ofRoom));
  return new Map(
    rows.map(({ post: head, story, groupName }) => {
      const { kind, title, signedAs, decision, grades, subject, setting, scale } = head;
      const card: ShownPost = {
        ...{ kind, title, signedAs, decision },
        sharedOn: formatDay(schoolDayAt(head.sharedAt, timeZone)),
        sections: sectionsOf(kind, story),
        predictions: JSON.parse(story.predictions) as SharedPrediction[],
        chart: chartOf(story.chart),
        ...{ shape: shapeBeside(story), hiddenWhy: story.hiddenWhy },
        context: { grades, subject, setting, scale, groupName },
      };
      return [head.id, card];
    }),
  );
}

function shownOf(
  { postId, cycleId, teamName, schoolName, shown }: Awaited<ReturnType<typeof subjectRows>>[number],
  posts: Map<string, ShownPost>,
): Shown {
  if (postId !== null) return { kind: 'post', post: posts.get(postId) ?? null };
  if (teamName === null || schoolName === null) return { kind: 'nothing' };
  if (shown === null) return { kind: 'team', teamName, schoolName, hasNotAgreed: cycleId !== null };
  return { kind: 'storyboard', teamName, schoolName, storyboard: readStoryboard(shown) };
}

/**
 * What the room sees of each item of a meeting that `findMeeting` gave: of a cycle only what its team agreed to show, of a post
 * only what it was shared with. Two statements; nothing in it depends on the reader.
 */
export async function loadShown(db: Connection, meeting: Place): Promise<ShownItems> {
  const rows = await subjectRows(db, meeting.id);
  const posts = rows.some(({ postId }) => postId !== null)
    ? await shownPosts(db, meeting)
    : new Map<string, ShownPost>();
  return Object.fromEntries(rows.map((row) => [row.itemId, shownOf(row, posts)]));
}
