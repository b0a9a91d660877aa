import { and, eq } from 'drizzle-orm';
import { person, team, teamMembership } from '#db/schema';
import { dayAfter, instantOn } from '#db/seed/demo-calendar';
import { demoPeople } from '#db/seed/demo-people';
import type { TeamMemberRole } from '#db/vocabulary';
import { findNetwork, loadActor } from '~/features/people/actor-queries.server';
import type { Actor, Network } from '~/features/people/actor';
import type { Outcome } from '~/lib/result';
import { schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';

/** Days before the demo's today, and the hour of that day with its part (`15.5` is half past three). */
export type When = { ago: number; hour: number };

/** The demo network as its stories are played in it, inside one transaction. */
export type Stage = {
  database: Database;
  tx: Connection;
  network: Network;
  now: number;
  /** The day on which the demo begins. */
  today: SchoolDay;
  /** What the stories call a post or a page, and the id it got. */
  postIds: Map<string, string>;
};

/** Something that happens in the story, at an instant in UTC milliseconds. */
export type Step = { at: number; play: (stage: Stage, at: number) => Promise<void> };

export async function openStage(database: Database, tx: Connection, now: number): Promise<Stage> {
  const network = await findNetwork(tx);
  if (!network) throw new Error('The demo network comes before its feed.');
  return { database, tx, network, now, today: demoToday(now), postIds: new Map() };
}

/** The demo's calendar counts in UTC − 5. */
export const demoToday = (now: number): SchoolDay => new Date(now - 5 * 3_600_000).toISOString().slice(0, 10);

export const dayAgo = (now: number, ago: number): SchoolDay => dayAfter(demoToday(now), -ago);

export const instantAgo = (now: number, { ago, hour }: When): number =>
  Math.round(instantOn(dayAgo(now, ago), hour));

export const dayOf = ({ network }: Stage, at: number): SchoolDay => schoolDayAt(at, network.timeZone);

export function postIdOf({ postIds }: Stage, key: string): string {
  const id = postIds.get(key);
  if (id === undefined) throw new Error(`The demo’s story tells of “${key}” before it was shared.`);
  return id;
}

/** A command that refuses means that the story is wrong. */
export function accepted<T>(outcome: Outcome<T>, what: string): { ok: true } & T {
  if (!outcome.ok)
    throw new Error(`The demo’s story is refused: ${what}: ${JSON.stringify(outcome.problem)}`);
  return outcome;
}

const fixedRoles: readonly string[] = demoPeople.map(({ key }) => key);
const columns = { id: person.id, name: person.name, email: person.email };

async function findPerson(tx: Connection, by: string) {
  if (fixedRoles.includes(by)) {
    const email = demoPeople.find(({ key }) => key === by)?.email ?? '';
    return (await tx.select(columns).from(person).where(eq(person.email, email)))[0];
  }
  const [teamName = '', role = ''] = by.split('/');
  const rows = await tx
    .select({ ...columns, role: teamMembership.role })
    .from(person)
    .innerJoin(teamMembership, eq(teamMembership.personId, person.id))
    .innerJoin(team, eq(team.id, teamMembership.teamId))
    .where(and(eq(team.name, teamName)));
  return rows.find((one) => one.role === (role as TeamMemberRole));
}

/** Somebody of the demo: by their key (`coach`), or by a team and a role in it (`Grade 2 fluency/lead`). */
export async function actorOf(stage: Stage, by: string): Promise<Actor> {
  const found = await findPerson(stage.tx, by);
  if (!found) throw new Error(`The demo has nobody who is “${by}”.`);
  return loadActor(stage.tx, found, stage.today);
}
