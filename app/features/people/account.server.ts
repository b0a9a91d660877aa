import { eq } from 'drizzle-orm';
import { person } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import type { SignIn } from '~/platform/sign-in.server';

/** Makes a person who signs in with this password. Runs in the caller's transaction. Gives the person's id. */
export async function createAccount(
  signIn: SignIn,
  who: { name: string; email: string; password: string },
): Promise<string> {
  const context = await signIn.$context;
  const user = await context.internalAdapter.createUser(
    { name: who.name, email: who.email, emailVerified: true },
    { method: 'email-password' },
  );
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await context.password.hash(who.password),
  });
  return user.id;
}

export async function findPersonByEmail(
  db: Connection,
  email: string,
): Promise<{ id: string; name: string } | null> {
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(eq(person.email, email));
  return rows[0] ?? null;
}
