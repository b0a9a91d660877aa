import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '#db/schema';
import { keepDraft } from '~/features/drafts/keep-draft.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

let test: TestDatabase;
let network: SmallNetwork;
beforeEach(async () => {
  test = openTestDatabase();
  network = await makeSmallNetwork(test.database);
});
afterEach(() => test.remove());

const keep = (form: string, body: string) =>
  keepDraft(
    test.database,
    network.people.member.id,
    { id: uuidv7(), form, fields: new URLSearchParams({ body }).toString() },
    Date.now(),
  );

const mine = () =>
  test.database.reader.select().from(draft).where(eq(draft.personId, network.people.member.id));

it('whoever has as many drafts as there may be still keeps the forms they have begun, and begins no more', async () => {
  await test.database.inTransaction(async (tx) => {
    const [personId, before] = [network.people.member.id, (await mine()).length];
    for (let number = before; number < 500; number += 1)
      await tx
        .insert(draft)
        .values({ id: uuidv7(), personId, form: `aim/${number}`, fields: 'what=Old', savedAt: 1 });
  });
  expect(await keep('aim/499', 'New')).toEqual({ ok: true });
  expect((await keep('aim/another', 'New')).ok).toBe(false);
  const drafts = await mine();
  expect(drafts).toHaveLength(500);
  expect(drafts.find(({ form }) => form === 'aim/499')?.fields).toBe('body=New');
});

it('a text is as long as it was typed, in every script', async () => {
  expect(await keep('minutes/long', 'क'.repeat(20_000))).toEqual({ ok: true });
  expect((await keep('minutes/longer', 'a'.repeat(60_001))).ok).toBe(false);
});
