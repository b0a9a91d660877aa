import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { cohortTeam, cycle, post, ramp, school, team } from '#db/schema';
import { audienceIdsOf, visiblePost, wholeNetwork } from '~/features/feed/post-scope.server';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import type { StoredSubject, SubjectChoices } from './subject-choices';

type Owner = Pick<Meeting, 'cohortId' | 'teamId'>;

/** The teams that may present in a meeting: those of its cohort, or its own. For a query of `team`. */
function presentingTeam(actor: Actor, { cohortId, teamId }: Owner): SQL | undefined {
  const ofMeeting =
    teamId === null
      ? sql`${team.id} in (select ${cohortTeam.teamId} from ${cohortTeam} where ${cohortTeam.cohortId} = ${cohortId})`
      : eq(team.id, teamId);
  return and(ofMeeting, readableTeam(actor, team.id));
}

/** The cohorts whose posts a meeting may show: its own, or those of its team. */
async function cohortIdsOf(db: Connection, { cohortId, teamId }: Owner): Promise<string[]> {
  if (cohortId !== null) return [cohortId];
  const rows = await db
    .select({ id: cohortTeam.cohortId })
    .from(cohortTeam)
    .where(eq(cohortTeam.teamId, teamId ?? ''));
  return rows.map(({ id }) => id);
}

/** Posts that everybody in the room may know: shared with the network or the meeting's cohort, and seen by whoever asks. */
async function showablePost(db: Connection, actor: Actor, owner: Owner): Promise<SQL | undefined> {
  const room = [wholeNetwork, ...(await cohortIdsOf(db, owner))];
  return and(visiblePost(await audienceIdsOf(db, actor)), inArray(post.audienceId, room));
}

const mostCycles = 4;
const mostPosts = 30;

/** What an item of a meeting may be about: its teams with their newest cycles, and the newest posts, as they are signed. */
export async function listSubjects(db: Connection, actor: Actor, owner: Owner): Promise<SubjectChoices> {
  const teams = await db
    .select({ id: team.id, name: team.name, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(presentingTeam(actor, owner))
    .orderBy(asc(school.name), asc(team.name), asc(team.id));
  const newest = sql<number>`row_number() over (partition by ${cycle.teamId} order by ${cycle.plannedStart} desc, ${cycle.id} desc)`;
  const ranked = db
    .select({
      ...{ id: cycle.id, teamId: cycle.teamId, number: cycle.number, changeIdea: ramp.changeIdea },
      place: newest.as('place'),
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .where(presentingTeam(actor, owner))
    .as('ranked');
  const cycles = await db
    .select({ id: ranked.id, teamId: ranked.teamId, number: ranked.number, changeIdea: ranked.changeIdea })
    .from(ranked)
    .where(sql`${ranked.place} <= ${mostCycles}`)
    .orderBy(asc(ranked.teamId), asc(ranked.place));
  const posts = await db
    .select({ id: post.id, title: post.title, signedAs: post.signedAs })
    .from(post)
    .where(await showablePost(db, actor, owner))
    .orderBy(desc(post.sharedAt), desc(post.id))
    .limit(mostPosts);
  return {
    teams: teams.map((one) => ({
      ...one,
      cycles: cycles.filter(({ teamId }) => teamId === one.id).map(({ teamId: _teamId, ...rest }) => rest),
    })),
    posts,
  };
}

const none: StoredSubject = { teamId: null, cycleId: null, postId: null };

/** What a typed subject (`team:<id>`, `cycle:<id>`, `post:<id>`, nothing) stands for; null where it is not one of the meeting's. */
export async function findSubject(
  db: Connection,
  actor: Actor,
  { owner, subject }: { owner: Owner; subject: string },
): Promise<StoredSubject | null> {
  if (subject === '') return none;
  const [kind, id = ''] = subject.split(':');
  if (kind === 'post') {
    const rows = await db
      .select({ postId: post.id })
      .from(post)
      .where(and(eq(post.id, id), await showablePost(db, actor, owner)));
    return rows[0] ? { ...none, ...rows[0] } : null;
  }
  if (kind === 'cycle') {
    const rows = await db
      .select({ teamId: cycle.teamId, cycleId: cycle.id })
      .from(cycle)
      .innerJoin(team, eq(team.id, cycle.teamId))
      .where(and(eq(cycle.id, id), presentingTeam(actor, owner)));
    return rows[0] ? { ...none, ...rows[0] } : null;
  }
  if (kind !== 'team') return null;
  const rows = await db
    .select({ teamId: team.id })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(eq(team.id, id), presentingTeam(actor, owner)));
  return rows[0] ? { ...none, ...rows[0] } : null;
}
