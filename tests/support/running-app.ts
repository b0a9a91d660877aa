import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '~/platform/database.server';
import type { Database } from '~/platform/database.server';
import { migrationsFolder } from './test-database';

export type RunningApp = {
  url: string;
  folder: string;
  process: ChildProcess;
  /** The database file, opened for looking. */
  look: () => Database;
  log: () => string;
  mails: () => string[];
  stop: (signal?: NodeJS.Signals) => Promise<void>;
  remove: () => Promise<void>;
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The server stopped with ${child.exitCode}`);
    const answer = await fetch(`${url}/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The server did not become ready');
}

type Options = {
  /** Fills the database before the server starts. */
  fill?: (database: Database) => Promise<void>;
  env?: Record<string, string>;
  folder?: string;
};

/** Starts the built app as a process of its own, on a free port, with data in a folder of its own. */
export async function startApp({
  fill,
  env = {},
  folder = mkdtempSync(join(tmpdir(), 'boldline-app-')),
}: Options = {}): Promise<RunningApp> {
  const path = join(folder, 'boldline.db');
  if (fill) {
    const database = openDatabase(path, migrationsFolder);
    await fill(database);
    database.close();
  }
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['build/server/index.js'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      BOLDLINE_DATA: folder,
      BOLDLINE_URL: url,
      LOG_LEVEL: 'info',
      // What has its hour runs only where a test asks for it.
      BOLDLINE_JOBS: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = env.BOLDLINE_URL === undefined ? url : `http://localhost:${port}`;
  await untilReady(origin, child).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`${String(error)}\n${text}`);
  });
  const outbox = join(folder, 'outbox');
  return {
    url,
    folder,
    process: child,
    look: () => openDatabase(path, migrationsFolder),
    log: () => text,
    mails: () => {
      try {
        return readdirSync(outbox)
          .toSorted()
          .map((name) => readFileSync(join(outbox, name), 'utf8'));
      } catch {
        return [];
      }
    },
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null) child.kill(signal);
      await ended;
    },
    async remove() {
      if (child.exitCode === null) child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
