import { and, asc, eq, exists, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { changeIdea, cohort, lea, network, post, studentGroup } from '#db/schema';
import { classSettings, decisions } from '#db/vocabulary';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { perAudiences } from '../per-audiences.server';
import { visiblePost } from '../post-scope.server';
import type { FilterOptions } from './feed-filter';

/** Ideas to choose from; others are reached from their own pages. */
const mostIdeas = 200;

/** Some post that may be read answers this. */
function someVisible(audienceIds: string[], condition: SQL): SQL {
  const one = new QueryBuilder()
    .select({ one: sql`1` })
    .from(post)
    .where(and(condition, visiblePost(audienceIds)));
  return sql`${exists(one)}`;
}

const placesFor = perAudiences((db, audienceIds) => ({
  groups: db
    .select({ id: studentGroup.id, name: studentGroup.name })
    .from(studentGroup)
    .where(someVisible(audienceIds, eq(post.groupId, studentGroup.id)))
    .orderBy(asc(studentGroup.position), asc(studentGroup.name))
    .prepare(),
  ideas: db
    .select({ id: changeIdea.id, name: changeIdea.name })
    .from(changeIdea)
    .where(someVisible(audienceIds, eq(post.ideaId, changeIdea.id)))
    .orderBy(asc(changeIdea.name))
    .limit(mostIdeas)
    .prepare(),
  leas: db
    .select({ id: lea.id, name: lea.name })
    .from(lea)
    .where(someVisible(audienceIds, eq(post.leaId, lea.id)))
    .orderBy(asc(lea.name))
    .prepare(),
  cohorts: db
    .select({ id: cohort.id, name: cohort.name })
    .from(cohort)
    .where(
      and(
        inArray(cohort.id, audienceIds),
        someVisible(audienceIds, sql`${post.audience} = 'cohort' and ${eq(post.audienceId, cohort.id)}`),
      ),
    )
    .orderBy(asc(cohort.name))
    .prepare(),
}));

/** Which words of the closed lists occur: one row, a column for each. */
const wordsFor = perAudiences((db, audienceIds) => {
  const occurs = (condition: SQL) => someVisible(audienceIds, condition).mapWith(Boolean);
  return db
    .select({
      ...{ adopt: occurs(eq(post.decision, 'adopt')), adapt: occurs(eq(post.decision, 'adapt')) },
      abandon: occurs(eq(post.decision, 'abandon')),
      general_classroom: occurs(eq(post.setting, 'general_classroom')),
      co_taught: occurs(eq(post.setting, 'co_taught')),
      small_group_room: occurs(eq(post.setting, 'small_group_room')),
      resource_room: occurs(eq(post.setting, 'resource_room')),
      whole_school: occurs(eq(post.setting, 'whole_school')),
      outside_class: occurs(eq(post.setting, 'outside_class')),
      improvement: occurs(eq(post.shownImprovement, true)),
    })
    .from(network)
    .prepare();
});

const ideaNamed = perConnection((db) =>
  db
    .select({ id: changeIdea.id, name: changeIdea.name })
    .from(changeIdea)
    .where(eq(changeIdea.id, sql.placeholder('id')))
    .prepare(),
);

/** What a reader may filter by; a change idea that is asked for by its id is on offer though others come before it. */
export async function loadFilterOptions(
  db: Connection,
  audienceIds: string[],
  askedIdeaId: string | null,
): Promise<FilterOptions> {
  const places = placesFor(db, audienceIds);
  const groups = await places.groups.execute();
  const ideas = await places.ideas.execute();
  const leas = await places.leas.execute();
  const cohorts = await places.cohorts.execute();
  const [words] = await wordsFor(db, audienceIds).execute();
  const isMissing = askedIdeaId !== null && !ideas.some(({ id }) => id === askedIdeaId);
  return {
    ideas: isMissing ? [...ideas, ...(await ideaNamed(db).execute({ id: askedIdeaId }))] : ideas,
    ...{ groups, leas, cohorts },
    decisions: decisions.filter((one) => words?.[one]),
    settings: classSettings.filter((one) => words?.[one]),
    improvement: words?.improvement ?? false,
  };
}
