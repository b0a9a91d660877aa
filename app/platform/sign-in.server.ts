import { drizzleAdapter } from '@better-auth/drizzle-adapter';
import { betterAuth } from 'better-auth';
import { and, eq, like } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { FailureCount } from './failure-count';
import type { Connection, Database } from './database.server';
import type { AppLogger } from './logger.server';
import type { Mailer } from './mailer.server';

export const passwordLength = { min: 10, max: 128 } as const;

type Options = {
  database: Database;
  mailer: Mailer;
  logger: AppLogger;
  secret: string;
  publicUrl: string;
};

const tables = {
  user: schema.person,
  session: schema.session,
  account: schema.account,
  verification: schema.verification,
};

const adapterOf = (connection: Connection) =>
  drizzleAdapter(connection, { provider: 'sqlite', schema: tables, transaction: false });

type AuthOptions = Parameters<ReturnType<typeof adapterOf>>[0];
type AuthAdapter = ReturnType<ReturnType<typeof adapterOf>>;

/** better-auth reads from the reader; each of its writes takes a turn in the one queue of writers. */
function queuedAdapter(database: Database, onWrite: () => void) {
  return (options: AuthOptions): AuthAdapter => {
    const reading = adapterOf(database.reader)(options);
    const writing = new WeakMap<Connection, AuthAdapter>();
    const write = async <T>(work: (adapter: AuthAdapter) => Promise<T>) => {
      onWrite();
      const result = await database.inTransaction((tx) => {
        const adapter = writing.get(tx) ?? adapterOf(tx)(options);
        writing.set(tx, adapter);
        return work(adapter);
      });
      onWrite();
      return result;
    };
    return {
      ...reading,
      create: (input) => write((adapter) => adapter.create(input)),
      update: (input) => write((adapter) => adapter.update(input)),
      updateMany: (input) => write((adapter) => adapter.updateMany(input)),
      delete: (input) => write((adapter) => adapter.delete(input)),
      deleteMany: (input) => write((adapter) => adapter.deleteMany(input)),
      incrementOne: (input) => write((adapter) => adapter.incrementOne(input)),
      consumeOne: (input) => write((adapter) => adapter.consumeOne(input)),
      async transaction(work) {
        onWrite();
        const result = await database.inTransaction((tx) => work(adapterOf(tx)(options)));
        onWrite();
        return result;
      },
    };
  };
}

type Known = { person: SignedInPerson | null; cookies: string[] };
export type SignedInPerson = { id: string; name: string; email: string };

const rememberedMs = 10_000;
const mostRemembered = 5000;

/**
 * Remembers for some seconds who is behind a cookie. Every write of the sign-in library passes the adapter above, in this
 * one process, and forgets all: a session that ends, ends at once.
 */
class KnownSessions {
  private readonly sessions = new Map<string, { person: SignedInPerson; until: number }>();
  private turn = 0;

  forgetAll(): void {
    this.turn += 1;
    this.sessions.clear();
  }

  async sessionOf(
    cookie: string,
    now: number,
    ask: () => Promise<{
      headers: Headers;
      response: { user: SignedInPerson; session: { expiresAt: Date } } | null;
    }>,
  ): Promise<Known> {
    if (cookie === '') return { person: null, cookies: [] };
    const known = this.sessions.get(cookie);
    if (known && known.until > now) return { person: known.person, cookies: [] };
    const { turn } = this;
    const { headers, response } = await ask();
    if (!response) return { person: null, cookies: headers.getSetCookie() };
    const { id, name, email } = response.user;
    const person = { id, name, email };
    if (this.sessions.size >= mostRemembered) this.sessions.clear();
    const until = Math.min(now + rememberedMs, response.session.expiresAt.getTime());
    if (turn === this.turn) this.sessions.set(cookie, { person, until });
    return { person, cookies: headers.getSetCookie() };
  }
}

/** Every link to a new password that this person still holds is good no more. */
export async function forgetResetLinks(database: Database, personId: string): Promise<void> {
  const { verification } = schema;
  await database.inTransaction((tx) =>
    tx
      .delete(verification)
      .where(and(eq(verification.value, personId), like(verification.identifier, 'reset-password:%'))),
  );
}

/**
 * Accounts are made by set-up and by invitations, never by signing up. Our own routes call `auth.api`;
 * no endpoint of the library is mounted.
 */
export function makeSignIn({ database, mailer, logger, secret, publicUrl }: Options) {
  const known = new KnownSessions();
  const auth = betterAuth({
    appName: 'Boldline',
    secret,
    baseURL: publicUrl,
    database: queuedAdapter(database, () => known.forgetAll()),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => logger[level === 'error' ? 'error' : 'warn']({ from: 'better-auth' }, message),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * 60,
      onPasswordReset: ({ user }) => forgetResetLinks(database, user.id),
      async sendResetPassword({ user, token }) {
        await mailer.send({
          to: user.email,
          subject: 'Choose a new password for Boldline',
          text: `Hello ${user.name},\n\nsomebody, hopefully you, asked for a new password.\nThis link works once, within the next hour:\n\n${publicUrl}/reset-password/${token}\n\nIf it was not you, do nothing: your password stays as it is.`,
        });
      },
    },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'boldline',
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: () => uuidv7() },
    },
  });
  return {
    ...auth,
    /** Wrong passwords by address, whoever's network they come from. */
    failures: new FailureCount(10),
    /** Who is signed in by these cookies, and the cookies to renew. */
    sessionOf: (headers: Headers, now: number) =>
      known.sessionOf(headers.get('Cookie') ?? '', now, () =>
        auth.api.getSession({ headers, returnHeaders: true }),
      ),
  };
}

export type SignIn = ReturnType<typeof makeSignIn>;
