import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const flag = z
  .enum(['', '0', '1', 'true', 'false'])
  .default('')
  .transform((word) => word === '1' || word === 'true');

const variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  BOLDLINE_DATA: z.string().default('./data'),
  BOLDLINE_URL: z.url().optional(),
  BOLDLINE_SECRET: z.string().min(32).optional(),
  BOLDLINE_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  BOLDLINE_DEMO: flag,
  BOLDLINE_JOBS: z.enum(['on', 'off']).default('on'),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Boldline <boldline@localhost>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Environment = {
  port: number;
  host: string;
  dataFolder: string;
  databaseFile: string;
  outboxFolder: string;
  publicUrl: string;
  secret: string;
  proxyHops: number;
  demo: boolean;
  /** Whether this process does what has its hour: telling, digests, mails. */
  jobs: boolean;
  smtpUrl: string | null;
  mailFrom: string;
  logLevel: string;
};

/** Signs sessions. Made once and kept beside the data when none is given. */
function secretOf(dataFolder: string): string {
  const path = join(dataFolder, 'secret');
  if (!existsSync(path)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(path, 'utf8').trim();
}

/** Reads every variable Boldline knows (README lists them). Throws with the variable's name when one is wrong. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const parsed = variables.safeParse(source);
  if (!parsed.success) throw new Error(`The environment is not right.\n${z.prettifyError(parsed.error)}`);
  const given = parsed.data;
  return {
    port: given.PORT,
    host: given.HOST,
    dataFolder: given.BOLDLINE_DATA,
    databaseFile: join(given.BOLDLINE_DATA, 'boldline.db'),
    outboxFolder: join(given.BOLDLINE_DATA, 'outbox'),
    publicUrl: given.BOLDLINE_URL ?? `http://localhost:${given.PORT}`,
    secret: given.BOLDLINE_SECRET ?? secretOf(given.BOLDLINE_DATA),
    proxyHops: given.BOLDLINE_PROXY_HOPS,
    demo: given.BOLDLINE_DEMO,
    jobs: given.BOLDLINE_JOBS === 'on',
    // The people of the demo have addresses that nobody should write to.
    smtpUrl: given.BOLDLINE_DEMO ? null : (given.SMTP_URL ?? null),
    mailFrom: given.MAIL_FROM,
    logLevel: given.LOG_LEVEL,
  };
}
