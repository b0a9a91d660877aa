import { existsSync, realpathSync, rmSync } from 'node:fs';
import type { Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ServerRouter } from 'react-router';
import SqliteFile from 'better-sqlite3';
import * as build from 'virtual:react-router/server-build';
import { roomStreamsOf } from '~/features/meetings/live/room-streams.server';
import { tellEvents } from '~/features/notifications/telling/tell-events.server';
import { readEnvironment } from '~/platform/environment.server';
import { makeMailCarrier } from '~/platform/mail-carrier.server';
import type { Environment } from '~/platform/environment.server';
import type { Platform } from '~/platform/request-context.server';
import { makeApplication } from './application';
import { seedDemoCoaching } from './demo-coaching';
import { seedDemoFeed } from './demo-feed';
import { seedDemoMeetings } from './demo-meetings';
import { startJobs } from './jobs';
import type { Jobs } from './jobs';
import { openPlatform } from './platform';

const clientFolder = join(process.cwd(), 'build', 'client');
/** How long requests and mails under way may take when the server is asked to stop. */
const patienceMs = 8000;

function stopGracefully(server: Server, platform: Platform, jobs: Jobs | null) {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    platform.logger.info('stopping: requests under way are finished first');
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
    void patience.then(() => server.closeAllConnections());
    roomStreamsOf(platform).closeAll();
    const jobsEnded = Promise.race([jobs?.stop(), patience]);
    server.close(() => {
      void jobsEnded.finally(() => {
        platform.database.close();
        process.exit(0);
      });
    });
    server.on('request', (_request: unknown, response: ServerResponse) =>
      response.setHeader('Connection', 'close'),
    );
    setInterval(() => server.closeIdleConnections(), 100).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function serve(): Promise<void> {
  const environment = readEnvironment();
  const platform = await openPlatform(environment);
  const app = makeApplication({ platform, build, clientFolder, proxyHops: environment.proxyHops });
  const server = app.listen(environment.port, environment.host, () => {
    platform.logger.info(`Boldline listens at ${environment.publicUrl}`);
  });
  server.keepAliveTimeout = 65_000;
  stopGracefully(server, platform, environment.jobs ? startJobsOf(platform, environment) : null);
}

function startJobsOf(platform: Platform, { smtpUrl, outboxFolder, mailFrom, publicUrl }: Environment): Jobs {
  const { database, clock, logger, seals } = platform;
  const carrier = makeMailCarrier({ smtpUrl, outboxFolder });
  return startJobs({
    database,
    office: { carrier, clock, logger, seals, publicUrl, from: mailFrom },
    tell: tellEvents,
  });
}

/** A fresh demo network each time, in a folder of its own below the data's: no other network is ever touched. */
async function serveDemo(): Promise<void> {
  process.env.BOLDLINE_DEMO = '1';
  process.env.BOLDLINE_DATA = join(process.env.BOLDLINE_DATA ?? './data', 'demo');
  const { databaseFile } = readEnvironment();
  for (const ending of ['', '-wal', '-shm'])
    if (existsSync(databaseFile + ending)) rmSync(databaseFile + ending);
  const { seedDemoNetwork, howToSignIn } = await import('#db/seed/demo-network');
  const platform = await openPlatform({ ...readEnvironment(), logLevel: 'silent' });
  const now = Date.now();
  await seedDemoNetwork(platform.database, { now });
  await seedDemoFeed(platform.database, { now });
  await seedDemoCoaching(platform.database, { now });
  await seedDemoMeetings(platform.database, { now });
  await tellEvents(platform.database, { now });
  platform.database.close();
  await serve();
  console.log(howToSignIn(readEnvironment().publicUrl));
}

async function backUp(target: string | undefined): Promise<void> {
  if (target === undefined) throw new Error('Say where to: npm run backup -- FILE');
  const file = new SqliteFile(readEnvironment().databaseFile, { readonly: true, fileMustExist: true });
  await file.backup(target);
  file.close();
  console.log(`The network is copied to ${target}`);
}

const [command = 'serve', argument] = process.argv.slice(2);
const commands: Record<string, () => Promise<void>> = {
  serve,
  demo: serveDemo,
  backup: () => backUp(argument),
};
const run = commands[command];
const isMain =
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isMain && !run)
  throw new Error(`There is no command "${command}". There are: ${Object.keys(commands).join(', ')}.`);
if (isMain) await run?.();

/** What the bench measures: the very build, platform and router that are served. */
export { build, makeApplication, openPlatform, ServerRouter };
