import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { changeIdea, post } from '#db/schema';
import type { PostKey } from '../search/search-queries.server';
import type { FeedFilter } from './feed-filter';

/** Posts of one cohort. The word is written out, so that SQLite knows the index of these posts for the right one. */
export function sharedWithCohort(cohortId: string): SQL {
  return sql`${post.audience} = 'cohort' and ${eq(post.audienceId, cohortId)}`;
}

const containing = (text: string) => `%${text.replaceAll(/[%_\\]/g, '')}%`;

/**
 * A filter as a condition on what posts say of themselves. Nothing in it looks at whose a post is: by what is found, a
 * hidden signature would tell.
 */
export function askedOfPosts(filter: FeedFilter): SQL | undefined {
  const { kind, groupId, grade, ideaId, driver, leaId, cohortId, decision, setting } = filter;
  return and(
    kind === null ? undefined : eq(post.kind, kind),
    groupId === null ? undefined : eq(post.groupId, groupId),
    grade === ''
      ? undefined
      : sql`(${post.grades} like ${containing(grade)} or ${post.subject} like ${containing(grade)})`,
    ideaId === null ? undefined : eq(post.ideaId, ideaId),
    driver === ''
      ? undefined
      : inArray(
          post.ideaId,
          new QueryBuilder()
            .select({ id: changeIdea.id })
            .from(changeIdea)
            .where(sql`${changeIdea.driver} like ${containing(driver)}`),
        ),
    leaId === null ? undefined : eq(post.leaId, leaId),
    cohortId === null ? undefined : sharedWithCohort(cohortId),
    decision === null ? undefined : eq(post.decision, decision),
    setting === null ? undefined : eq(post.setting, setting),
    filter.shownImprovement ? eq(post.shownImprovement, true) : undefined,
  );
}

/** Posts older than this one, in the order of the feed. */
export function olderThan({ sharedAt, id }: PostKey): SQL {
  return sql`(${post.sharedAt}, ${post.id}) < (${sharedAt}, ${id})`;
}
