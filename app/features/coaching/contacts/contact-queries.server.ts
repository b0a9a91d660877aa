import { and, desc, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  coachAssignment,
  coachContact,
  nudge,
  person,
  review,
  reviewAnswer,
  reviewComment,
  reviewStep,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { daysOffOf } from '~/features/people/days-off';
import { listDaysOffAbout } from '~/features/people/days-off-queries.server';
import { coachesTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { addDays, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { listFollowedTeams } from '../caseload/caseload-facts.server';
import { letsThrough } from '../caseload/caseload-filter';
import type { CaseloadFilter, CaseloadScope } from '../caseload/caseload-filter';
import { perScope } from '../caseload/followed-scope.server';
import { placeOptions } from '../caseload/place-options';
import type { ContactCalendar, ContactRow, Heard, HeardOn, NotedContact } from './contact';
import { calendarMondays, contactWeeks } from './contact-rules';

const dayMs = 86_400_000;
/** How far back a last contact is looked for, in days. */
const longestLook = 400;
const pageSize = 50;

/** In one's own caseload it is what oneself did; among all one reads, what any coach of the team did. */
function byCoach(scope: CaseloadScope, personId: SQLiteColumn, teamId: SQLiteColumn): SQL {
  return scope === 'mine'
    ? eq(personId, sql.placeholder('me'))
    : sql`exists (select 1 from ${coachAssignment} ca where ca.person_id = ${personId} and ca.team_id = ${teamId})`;
}

const since = sql.placeholder('since');
const asWord = (word: string) => sql<string>`${sql.raw(`'${word}'`)}`.as('heard');
const noDay = sql<string | null>`null`.as('happened_on');

const heardQuery = perScope((db, followed, scope) => {
  const steps = db
    .select({ teamId: review.teamId, heard: asWord('review'), at: reviewStep.takenAt, on: noDay })
    .from(reviewStep)
    .innerJoin(review, eq(review.id, reviewStep.reviewId))
    .where(
      and(
        inArray(reviewStep.toStage, ['returned', 'done']),
        gte(reviewStep.takenAt, since),
        byCoach(scope, reviewStep.takenBy, review.teamId),
        followed(review.teamId),
      ),
    );
  const answers = db
    .select({ teamId: review.teamId, heard: asWord('answer'), at: reviewAnswer.answeredAt, on: noDay })
    .from(reviewAnswer)
    .innerJoin(reviewComment, eq(reviewComment.id, reviewAnswer.commentId))
    .innerJoin(review, eq(review.id, reviewComment.reviewId))
    .where(
      and(
        isNotNull(reviewComment.handedAt),
        gte(reviewAnswer.answeredAt, since),
        byCoach(scope, reviewAnswer.authorId, review.teamId),
        followed(review.teamId),
      ),
    );
  const nudges = db
    .select({ teamId: nudge.teamId, heard: asWord('nudge'), at: nudge.sentAt, on: noDay })
    .from(nudge)
    .where(
      and(gte(nudge.sentAt, since), byCoach(scope, nudge.coachId, nudge.teamId), followed(nudge.teamId)),
    );
  const contacts = db
    .select({
      teamId: coachContact.teamId,
      heard: sql<string>`${coachContact.kind}`.as('heard'),
      at: coachContact.notedAt,
      on: sql<string | null>`${coachContact.happenedOn}`.as('happened_on'),
    })
    .from(coachContact)
    .where(
      and(
        gte(coachContact.happenedOn, sql.placeholder('sinceDay')),
        byCoach(scope, coachContact.coachId, coachContact.teamId),
        followed(coachContact.teamId),
      ),
    );
  return unionAll(steps, answers, nudges, contacts).prepare();
});

const known: readonly Heard[] = ['visit', 'call', 'message', 'meeting', 'review', 'answer', 'nudge'];

type Day = { now: number; today: SchoolDay; timeZone: string };

async function listHeard(
  db: Connection,
  actor: Actor,
  scope: CaseloadScope,
  { now, today, timeZone }: Day,
): Promise<Map<string, HeardOn[]>> {
  const rows = await heardQuery(db, actor, scope).execute({
    me: actor.personId,
    since: now - longestLook * dayMs,
    sinceDay: addDays(today, -longestLook),
  });
  const byTeam = new Map<string, HeardOn[]>();
  for (const { teamId, heard, at, on } of rows) {
    const how = known.find((one) => one === heard);
    if (how === undefined) continue;
    const one = { teamId, heard: how, on: on ?? schoolDayAt(at, timeZone) };
    const there = byTeam.get(teamId);
    if (there) there.push(one);
    else byTeam.set(teamId, [one]);
  }
  return byTeam;
}

/** When each team of a scope heard from its coach, week by week; by school and name, fifty to a page. */
export async function loadContactCalendar(
  db: Connection,
  actor: Actor,
  filter: CaseloadFilter,
  day: Day,
): Promise<ContactCalendar> {
  const mondays = calendarMondays(day.today);
  const followed = await listFollowedTeams(db, actor, filter.scope);
  const teams = followed.filter((one) =>
    letsThrough({ ...filter, reason: null }, { ...one, teamName: one.name, changeIdeas: [], reasons: [] }),
  );
  const daysOff = await listDaysOffAbout(db, day.today);
  const heard = await listHeard(db, actor, filter.scope, day);
  const pages = Math.max(1, Math.ceil(teams.length / pageSize));
  const page = Math.min(filter.page, pages);
  const rows = teams.slice((page - 1) * pageSize, page * pageSize).map((one): ContactRow => ({
    ...{ teamId: one.id, teamName: one.name, schoolName: one.schoolName },
    coached: coachesTeam(actor, one.id),
    ...contactWeeks(heard.get(one.id) ?? [], mondays, daysOffOf(daysOff, one.leaId)),
  }));
  return { mondays, rows, total: followed.length, page, pages, options: placeOptions(followed) };
}

const mostNoted = 50;

/** The contacts noted with a team, newest first, for whoever reads it. */
export async function listNotedContacts(
  db: Connection,
  actor: Actor,
  teamId: string,
): Promise<NotedContact[]> {
  return db
    .select({
      id: coachContact.id,
      kind: coachContact.kind,
      happenedOn: coachContact.happenedOn,
      note: coachContact.note,
      coachName: person.name,
    })
    .from(coachContact)
    .innerJoin(person, eq(person.id, coachContact.coachId))
    .where(and(eq(coachContact.teamId, teamId), readableTeam(actor, coachContact.teamId)))
    .orderBy(desc(coachContact.happenedOn), desc(coachContact.id))
    .limit(mostNoted);
}
