import { join } from 'node:path';
import type { Logger } from 'drizzle-orm';
import { findNetwork } from '~/features/people/actor-queries.server';
import { systemClock } from '~/platform/clock.server';
import { openDatabase } from '~/platform/database.server';
import type { Environment } from '~/platform/environment.server';
import { makeLogger } from '~/platform/logger.server';
import { makeMailer } from '~/platform/mailer.server';
import type { Platform } from '~/platform/request-context.server';
import { makeSeals } from '~/platform/seals.server';
import { makeSignIn } from '~/platform/sign-in.server';
import { newSetUpCode } from './set-up-code';

export const migrationsFolder = join(process.cwd(), 'db', 'migrations');

/** Opens everything that requests need. Migrates the database; prints the set-up code while there is no network. `statements` sees every SQL statement, for the bench. */
export async function openPlatform(
  environment: Environment,
  statements: Logger | false = false,
): Promise<Platform> {
  const logger = makeLogger(environment.logLevel);
  const database = openDatabase(environment.databaseFile, migrationsFolder, statements);
  const mailer = makeMailer({
    smtpUrl: environment.smtpUrl,
    from: environment.mailFrom,
    outboxFolder: environment.outboxFolder,
  });
  const { publicUrl, secret, demo } = environment;
  const signIn = makeSignIn({ database, mailer, logger, secret, publicUrl });
  const network = await findNetwork(database.reader);
  const setUpCode = { current: network ? null : newSetUpCode() };
  if (setUpCode.current !== null)
    logger.info(
      `This installation is empty. Open ${publicUrl}/set-up and give this code once: ${setUpCode.current}`,
    );
  return {
    database,
    clock: systemClock,
    mailer,
    signIn,
    seals: makeSeals(secret),
    logger,
    environment: { publicUrl, demo },
    setUpCode,
  };
}
