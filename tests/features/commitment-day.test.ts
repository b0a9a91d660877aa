import { afterEach, beforeEach, expect, it } from 'vitest';
import { meetingRoom } from '#db/schema';
import { loadCommitmentFormFacts } from '~/features/meetings/commitments/commitment-form-facts.server';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { loadActor } from '~/features/people/actor-queries.server';
import { addDays } from '~/lib/school-day';
import { addMeeting } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

let test: TestDatabase;
let network: SmallNetwork;
let meetingId = '';

type Input = NonNullable<Parameters<typeof addMeeting>[2]>;
const invited: Role[] = ['member', 'colleague'];
const inDays = (days: number) => addDays(network.today, days);
const plan = (input: Input) =>
  test.database.inTransaction((tx) => addMeeting(tx, network, { announced: true, invited, ...input }));

/** The day that the form of the meeting suggests to somebody. */
async function suggestedTo(role: Role): Promise<string> {
  const { id, name, email } = network.people[role];
  const db = test.database.reader;
  const actor = await loadActor(db, { id, name, email }, network.today);
  const meeting = await findMeeting(db, actor, meetingId);
  if (!meeting) throw new Error(`${role} does not read the meeting`);
  return (await loadCommitmentFormFacts(db, actor, meeting, network.today)).byWhen;
}

beforeEach(async () => {
  test = openTestDatabase();
  network = await makeSmallNetwork(test.database);
  meetingId = await plan({ day: network.today });
});
afterEach(() => test.remove());

it('is due at the next meeting of the same cohort, where one is near', async () => {
  await plan({ day: inDays(33) });
  await plan({ day: inDays(20) });
  expect(await suggestedTo('member')).toBe(inDays(20));
  expect(await suggestedTo('facilitator')).toBe(inDays(20));
});

it('is due in two weeks or a little after, where no meeting is near', async () => {
  await plan({ day: inDays(43) });
  await plan({ day: inDays(-3) });
  await plan({ day: inDays(5), cancelledWhy: 'Snow.' });
  const over = await plan({ day: inDays(6) });
  await test.database.inTransaction((tx) =>
    tx.insert(meetingRoom).values({ meetingId: over, startedAt: 1, endedAt: 2 }),
  );
  await plan({ day: inDays(7), kind: 'team_meeting' });
  const day = await suggestedTo('member');
  expect(day >= inDays(14) && day < inDays(43)).toBe(true);
});

it.each([14, 15, 16])(
  'is never the planned day of a meeting that is held before it, %i days on',
  async (days) => {
    meetingId = await plan({ day: inDays(days), title: 'Held early' });
    expect(await suggestedTo('member')).not.toBe(inDays(days));
  },
);

it('tells nobody of a meeting they may not read', async () => {
  await plan({ day: inDays(5), announced: false });
  await plan({ day: inDays(6), invited: ['colleague'] });
  expect(await suggestedTo('facilitator')).toBe(inDays(5));
  expect(await suggestedTo('colleague')).toBe(inDays(6));
  expect((await suggestedTo('member')) >= inDays(14)).toBe(true);
});

it('of a team meeting goes by the meetings of its team', async () => {
  meetingId = await plan({ day: inDays(2), kind: 'team_meeting' });
  await plan({ day: inDays(4) });
  await plan({ day: inDays(9), kind: 'team_meeting' });
  expect(await suggestedTo('member')).toBe(inDays(9));
});
