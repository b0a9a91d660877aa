import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { draft } from '#db/schema';
import { discardDraft, endDraft, keepDraft } from '~/features/drafts/keep-draft.server';
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

const keep = (form: string, body: string, ended?: number) =>
  keepDraft(
    test.database,
    network.people.member.id,
    { id: uuidv7(), form, fields: new URLSearchParams({ body }).toString(), ended },
    Date.now(),
  );

const takeForm = (form: string) =>
  test.database.inTransaction((tx) => endDraft(tx, network.people.member.id, form));

const kept = (form: string) => mine().then((drafts) => drafts.find((one) => one.form === form));

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
  expect(await keep('aim/499', 'New')).toMatchObject({ ok: true, isKept: true });
  expect((await keep('aim/another', 'New')).ok).toBe(false);
  const drafts = await mine();
  expect(drafts).toHaveLength(500);
  expect(drafts.find(({ form }) => form === 'aim/499')?.fields).toBe('body=New');
});

it('a save that arrives after its form was taken keeps nothing, and one from a page loaded since is a draft', async () => {
  await keep('post-edit/1', 'Half', 0);
  await takeForm('post-edit/1');
  expect(await keep('post-edit/1', 'Half of', 0)).toEqual({ ok: true, ended: 1, isKept: false });
  expect(await kept('post-edit/1')).toBeUndefined();
  expect(await keep('post-edit/1', 'Anew', 1)).toEqual({ ok: true, ended: 1, isKept: true });
  expect((await kept('post-edit/1'))?.fields).toBe('body=Anew');
  expect(await keep('post-edit/2', 'Another form', 0)).toMatchObject({ isKept: true });
});

it('a save that arrives after its draft was thrown away keeps nothing', async () => {
  await keep('aim/thrown', 'Half', 0);
  const draftId = (await kept('aim/thrown'))?.id ?? '';
  expect((await discardDraft(test.database, network.people.colleague.id, draftId)).ok).toBe(false);
  expect((await discardDraft(test.database, network.people.member.id, draftId)).ok).toBe(true);
  expect(await keep('aim/thrown', 'Half of', 0)).toMatchObject({ isKept: false });
  expect(await kept('aim/thrown')).toBeUndefined();
});

it('what one person hands in leaves another person’s draft of the same form alone', async () => {
  await takeForm('aim/both');
  const theirs = { id: uuidv7(), form: 'aim/both', fields: 'what=Theirs', ended: 0 };
  expect(await keepDraft(test.database, network.people.colleague.id, theirs, Date.now())).toMatchObject({
    isKept: true,
  });
});

it('a text is as long as it was typed, in every script', async () => {
  expect(await keep('minutes/long', 'क'.repeat(20_000))).toMatchObject({ ok: true });
  expect((await keep('minutes/longer', 'a'.repeat(60_001))).ok).toBe(false);
});
