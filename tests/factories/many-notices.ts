import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import type { NoticeUrgency } from '#db/vocabulary';
import type { Connection, Database } from '~/platform/database.server';
import { makeSmallNetwork } from './small-network';
import type { SmallNetwork } from './small-network';
import { openTestDatabase } from '../support/test-database';

const dayMs = 86_400_000;

/** `person-17@example.test`, in order; all of them members of the own team. */
export async function addPeople(
  database: Database,
  network: SmallNetwork,
  count: number,
): Promise<{ id: string; email: string }[]> {
  const people = Array.from({ length: count }, (_, number) => ({
    id: uuidv7(),
    name: `Person ${number}`,
    email: `person-${number}@example.test`,
    createdAt: new Date(0),
    updatedAt: new Date(0),
  }));
  await database.inTransaction(async (tx) => {
    for (let from = 0; from < count; from += 200) {
      const some = people.slice(from, from + 200);
      if (some.length === 0) continue;
      await tx.insert(schema.person).values(some);
      await tx.insert(schema.teamMembership).values(
        some.map(({ id }) => ({
          ...{ id: uuidv7(), teamId: network.own.teamId, personId: id, role: 'other' as const },
        })),
      );
    }
  });
  return people.map(({ id, email }) => ({ id, email }));
}

/** A review of a cycle of the own team, returned by its coach: something that its members are told. */
export async function addReturnedReview(
  tx: Connection,
  network: SmallNetwork,
  stage: 'plan' | 'do' | 'study' | 'act' | 'complete',
  at: number,
): Promise<string> {
  const { own, people } = network;
  const cycleId = own.cycles[stage];
  const [reviewId, eventId] = [uuidv7(), uuidv7()];
  await tx.insert(schema.review).values({
    ...{ id: reviewId, cycleId, teamId: own.teamId, stage: 'done', cycleStage: stage },
    ...{ requestedBy: people.member.id, coachId: people.coach.id },
    ...{ beganAt: at - dayMs, feedbackAt: at, endedAt: at },
  });
  await tx.insert(schema.activityEvent).values({
    ...{ id: eventId, kind: 'review_done', actorId: people.coach.id, teamId: own.teamId },
    ...{ cycleId, reviewId, aboutPersonId: people.member.id, happenedAt: at, toldAt: at },
  });
  return eventId;
}

/** Tells these people of these events. Gives the notifications' ids. */
export async function tell(
  tx: Connection,
  personIds: readonly string[],
  eventIds: readonly string[],
  { at, urgency = 'digest' }: { at: number; urgency?: NoticeUrgency },
): Promise<string[]> {
  const rows = personIds.flatMap((personId) =>
    eventIds.map((eventId) => ({ id: uuidv7(), personId, eventId, urgency, toldAt: at })),
  );
  for (let from = 0; from < rows.length; from += 500)
    await tx.insert(schema.notification).values(rows.slice(from, from + 500));
  return rows.map(({ id }) => id);
}

/** Wednesday, an hour after everybody's digest. */
export const morning = Date.parse('2026-10-07T12:00:00Z');
export const evening = morning - 14 * 3_600_000;

/** A database of its own, where each of these people was told of the same five things the evening before. */
export async function networkWithNews(count: number) {
  const opened = openTestDatabase();
  const { database } = opened;
  const network = await makeSmallNetwork(database);
  const people = await addPeople(database, network, count);
  await database.inTransaction(async (tx) => {
    const events: string[] = [];
    for (const stage of ['plan', 'do', 'study', 'act', 'complete'] as const)
      events.push(await addReturnedReview(tx, network, stage, evening + events.length));
    const ids = people.map(({ id }) => id);
    await tell(tx, ids, events, { at: evening });
  });
  return { ...opened, network, people };
}

/** Every mail with whom it is for. */
export function listMails(database: Database) {
  const { outgoingMail, person } = schema;
  return database.reader
    .select({
      ...{ id: outgoingMail.id, slot: outgoingMail.slot, state: outgoingMail.state, email: person.email },
      ...{
        problem: outgoingMail.problem,
        attempts: outgoingMail.attempts,
        nextTryAt: outgoingMail.nextTryAt,
      },
      ...{ sentAt: outgoingMail.sentAt, personId: outgoingMail.personId },
    })
    .from(outgoingMail)
    .innerJoin(person, eq(person.id, outgoingMail.personId));
}
