import { createHash, timingSafeEqual } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { administratorAssignment, network, studentGroup } from '#db/schema';
import { firstStudentGroups } from '#db/student-groups';
import { notFound, invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Platform } from '~/platform/request-context.server';
import { createAccount } from './account.server';
import { findNetwork } from './actor-queries.server';
import type { SetUpForm } from './sign-in-forms';

const digest = (text: string) => createHash('sha256').update(text.replaceAll('-', '')).digest();

/** Makes the network and its first administrator, once, for whoever holds the code from the log. */
export async function setUpNetwork(platform: Platform, form: SetUpForm, now: number): Promise<Outcome> {
  const { database, setUpCode, signIn } = platform;
  const { current } = setUpCode;
  if (current === null) return notFound;
  if (!timingSafeEqual(digest(current), digest(form.code)))
    return invalid('Nothing was made yet.', {
      code: ['This is not the code. It is in the server’s log, and new after each start.'],
    });
  const outcome = await database.inTransaction(async (tx): Promise<Outcome> => {
    if (await findNetwork(tx)) return notFound;
    await tx
      .insert(network)
      .values({ id: uuidv7(), name: form.network, timeZone: form.timeZone, createdAt: now });
    await tx.insert(studentGroup).values(firstStudentGroups(() => uuidv7()));
    const personId = await createAccount(signIn, form);
    await tx.insert(administratorAssignment).values({ id: uuidv7(), personId, since: now });
    return { ok: true };
  });
  if (outcome.ok) setUpCode.current = null;
  return outcome;
}
