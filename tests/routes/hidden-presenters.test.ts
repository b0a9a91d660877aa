import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import { makeAlikeSchools } from '../factories/alike-schools';
import type { AlikeSchools } from '../factories/alike-schools';
import { networkToday, password } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { pageOf, visitor } from '../support/visitor';
import type { Visitor } from '../support/visitor';

/** Four schools did the same; one of them shared it with its school hidden, and that post is on a network day's agenda. */
let app: RunningApp;
let network: AlikeSchools;
const meetingId = uuidv7();

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeAlikeSchools(database);
      await database.inTransaction(async (tx) => {
        await tx.update(schema.cycleDecision).set({ decidedAt: Date.now() - 86_400_000 });
        const [cohort] = await tx.select({ id: schema.cohort.id }).from(schema.cohort);
        const [facilitator] = await tx.select().from(schema.facilitatorAssignment);
        const by = facilitator?.personId ?? '';
        const hidden = network.teams[0];
        const postId = await addPost(
          tx,
          {
            authorId: hidden?.member.id ?? '',
            teamId: hidden?.teamId ?? null,
            cycleId: hidden?.cycleId ?? null,
          },
          {
            ...{ kind: 'loss', title: 'Partners fixed spelling only' },
            ...{ signature: 'school_hidden', signedAs: 'A team · school hidden' },
          },
        );
        const startsAt = Date.now() + 7 * 86_400_000;
        await tx.insert(schema.meeting).values({
          ...{ id: meetingId, kind: 'network_day', cohortId: cohort?.id ?? '', title: 'Network day' },
          ...{ day: addDays(networkToday(), 7), time: '15:30', timeZone: 'America/New_York', startsAt },
          ...{ minutes: 60, announcedAt: 1, createdBy: by, createdAt: 1, changedBy: by, changedAt: 1 },
        });
        const itemId = uuidv7();
        await tx
          .insert(schema.agendaItem)
          .values({ id: itemId, meetingId, position: 0, title: 'A loss', postId });
        await tx.insert(schema.agendaStep).values({
          ...{ id: uuidv7(), itemId, position: 0, title: 'Story', minutes: 10 },
          ...{ speaks: 'presenter', silent: 'group' },
        });
        for (const { member, teamId } of network.teams)
          await tx.insert(schema.meetingInvitation).values({
            ...{ id: uuidv7(), meetingId, personId: member.id, teamId, invitedBy: by, invitedAt: 1 },
          });
      });
    },
  });
});
afterAll(() => app.remove());

async function signIn({ email }: { email: string }): Promise<Visitor> {
  const person = visitor(app.url);
  const response = await person.post('/sign-in', { email, password });
  if (response.status !== 302) throw new Error(`${email} could not sign in`);
  return person;
}

/** Everything that would say whose the hidden post is. */
const telling = () => {
  const { teamName, schoolName, teamId, schoolId, cycleId, measureId, member } = network.teams[0] ?? {
    ...{ teamName: '', schoolName: '', teamId: '', schoolId: '', cycleId: '', measureId: '' },
    member: { id: '', name: '' },
  };
  return [teamName, schoolName, teamId, schoolId, cycleId, measureId, member.id, member.name];
};

describe('a post with a hidden signature on an agenda', () => {
  it('says nowhere in the packet whose it is', async () => {
    const others = [network.teams[1]?.member, network.facilitator];
    for (const one of others) {
      const person = await signIn(one ?? { email: '' });
      for (const path of [`/meetings/${meetingId}/packet`, `/meetings/${meetingId}/packet.data`]) {
        const page = await pageOf(await person.get(path));
        expect(page).toContain('Partners fixed spelling only');
        for (const word of telling()) expect(page, `${path} ${word}`).not.toContain(word);
      }
    }
  });

  it('makes no suggestion of its cycle, though the same was done elsewhere', async () => {
    const facilitator = await signIn(network.facilitator);
    const page = await pageOf(await facilitator.get(`/meetings/${meetingId}/presenters`));
    const suggested = page.slice(page.indexOf('Who could present'), page.indexOf('Choose another team'));
    expect(suggested).toContain(network.teams[1]?.teamName ?? 'nobody');
    expect(suggested).toContain('They abandoned it on');
    for (const word of telling()) expect(suggested, word).not.toContain(word);
    // Among all teams, to choose by hand, it stands as each of them does: left out, it would be known.
    const byHand = page.slice(
      page.indexOf('Choose another team'),
      page.indexOf('</form>', page.indexOf('Choose another team')),
    );
    for (const { teamName } of network.teams) expect(byHand).toContain(teamName);
  });
});
