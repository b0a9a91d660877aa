import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { openDatabase } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { addAgendaItem, addMeeting } from '../../factories/small-meetings';
import { makeSmallNetwork, password } from '../../factories/small-network';
import type { SmallNetwork } from '../../factories/small-network';

export type MeetingOfMany = {
  folder: string;
  meetingId: string;
  itemIds: string[];
  /** In the order of the agenda. */
  steps: { id: string; itemId: string; minutes: number }[];
  /** The addresses of those who are invited; all have the small network's password. */
  emails: string[];
  facilitator: string;
};

/** Somebody of a team of the cohort, who signs in with the same password as everybody. */
async function addGuest(tx: Connection, network: SmallNetwork, number: number): Promise<string> {
  const [id, email] = [uuidv7(), `guest${number}@example.test`];
  const stamps = { createdAt: new Date(), updatedAt: new Date() };
  const [known] = await tx
    .select({ hash: schema.account.password })
    .from(schema.account)
    .where(eq(schema.account.userId, network.people.member.id));
  await tx
    .insert(schema.person)
    .values({ id, name: `Guest ${number}`, email, emailVerified: true, ...stamps });
  await tx.insert(schema.account).values({
    ...{ id: uuidv7(), accountId: id, providerId: 'credential', userId: id, password: known?.hash },
    ...stamps,
  });
  const teamId = number % 2 === 0 ? network.own.teamId : network.sameSchool.teamId;
  await tx
    .insert(schema.teamMembership)
    .values({ id: uuidv7(), teamId, personId: id, role: 'special_educator' });
  return id;
}

/** A network day that begins now, with so many people invited, and an agenda of six items with three steps each. */
export async function makeMeetingOfMany(people: number): Promise<MeetingOfMany> {
  const folder = mkdtempSync(join(tmpdir(), 'boldline-live-'));
  const database = openDatabase(join(folder, 'boldline.db'), 'db/migrations');
  const network = await makeSmallNetwork(database);
  const made = await database.inTransaction(async (tx) => {
    const meetingId = await addMeeting(tx, network, { announced: true, startsAt: Date.now(), minutes: 90 });
    const steps: MeetingOfMany['steps'] = [];
    for (let item = 0; item < 6; item += 1) {
      const minutes = [5, 3, 7];
      const { itemId, stepIds } = await addAgendaItem(tx, meetingId, {
        title: `Item ${item + 1}`,
        steps: minutes.map((long, at) => ({ title: `Step ${at + 1}`, minutes: long })),
      });
      steps.push(...stepIds.map((id, at) => ({ id, itemId, minutes: minutes[at] ?? 1 })));
    }
    for (let number = 0; number < people; number += 1) {
      const personId = await addGuest(tx, network, number);
      await tx.insert(schema.meetingInvitation).values({
        ...{ id: uuidv7(), meetingId, personId, teamId: network.own.teamId },
        ...{ invitedBy: network.people.facilitator.id, invitedAt: Date.now() },
      });
    }
    return { meetingId, steps, itemIds: [...new Set(steps.map(({ itemId }) => itemId))] };
  });
  database.close();
  const emails = Array.from({ length: people }, (_, number) => `guest${number}@example.test`);
  return { folder, ...made, emails, facilitator: network.people.facilitator.email };
}

/** The cookie of somebody who signed in. */
export async function signInTo(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/sign-in`, {
    ...{ method: 'POST', redirect: 'manual', headers: { Origin: url } },
    body: new URLSearchParams({ email, password }),
  });
  if (response.status !== 302) throw new Error(`${email} could not sign in: ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
