import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findParent } from '~/features/coaching/checklist/checklist-queries.server';
import { checkCycle } from '~/features/coaching/checklist/checklist-rules';
import { findCycle } from '~/features/cycles/cycle-queries.server';
import { decideCycle } from '~/features/cycles/decide-cycle.server';
import { loadActor } from '~/features/people/actor-queries.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

let test: TestDatabase;
let network: SmallNetwork;
const nextCycleId = uuidv7();

const actorOf = (role: Role) => loadActor(test.database.reader, network.people[role], network.today);

beforeAll(async () => {
  test = openTestDatabase();
  network = await makeSmallNetwork(test.database);
  const form = { version: 1, decision: 'adapt' as const, why: 'Starters need a shorter frame.', nextCycleId };
  const decided = await decideCycle(
    test.database,
    await actorOf('member'),
    { cycleId: network.own.cycles.act, form },
    { now: Date.now(), today: network.today },
  );
  expect(decided.ok).toBe(true);
});
afterAll(() => test.remove());

const parentFor = async (role: Role, id: string) =>
  findParent(test.database.reader, await actorOf(role), { id });

it('the cycle before, for those who read the team', async () => {
  for (const role of ['member', 'coach', 'facilitator'] as const)
    expect(await parentFor(role, nextCycleId)).toMatchObject({
      ...{ number: 1, learned: 'Frames help starters.', why: 'Starters need a shorter frame.' },
      ...{ scale: 'small_group', decision: 'adapt' },
    });
  expect(await parentFor('coach', network.own.cycles.plan)).toBeNull();
});

it('nothing for anybody else', async () => {
  for (const role of [
    'otherTeamMember',
    'otherCoach',
    'otherFacilitator',
    'sponsor',
    'administrator',
  ] as const)
    expect(await parentFor(role, nextCycleId)).toBeNull();
});

it('a plan that was carried over and not touched is not yet built on the last', async () => {
  const actor = await actorOf('coach');
  const cycle = await findCycle(test.database.reader, actor, nextCycleId);
  const parent = await parentFor('coach', nextCycleId);
  if (!cycle) throw new Error('The next cycle was not opened');
  const line = (of: typeof cycle) =>
    checkCycle({ cycle: of, parent, evidence: [] }).find((one) => one.line === 'built_on_last');
  expect(line(cycle)).toMatchObject({
    mark: 'partly',
    because: 'Cycle 1 was adapted for a written reason; this plan still reads word for word as its plan did.',
  });
  expect(line({ ...cycle, objective: 'A shorter frame' })?.mark).toBe('yes');
});
