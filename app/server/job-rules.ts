const minuteMs = 60_000;

/** What has its hour, in the order in which a server catches up after it was off. */
export const jobNames = ['tell', 'digests', 'mails'] as const;
export type JobName = (typeof jobNames)[number];

/** How often each has its turn, in minutes; a turn falls on a whole multiple of it since 1970, in every time zone. */
export const everyMinutes: Record<JobName, number> = { tell: 1, digests: 5, mails: 1 };

/** The turn that came last at `now` (UTC milliseconds): however many were missed, it is the one that is made up for. */
export function latestTurn(job: JobName, now: number): number {
  const every = everyMinutes[job] * minuteMs;
  return Math.floor(now / every) * every;
}

/** The turns as a cron pattern of minutes. */
export const turnPattern = (job: JobName): string =>
  everyMinutes[job] === 1 ? '* * * * *' : `*/${everyMinutes[job]} * * * *`;

/** How long a server may take for a turn before another takes it for dead. */
export const turnLeaseMs = 30 * minuteMs;

/** How long turns are kept, for the page that tells of them. */
export const turnsKeptMs = 2 * 24 * 60 * minuteMs;

export type Turn = { server: string; startedAt: number; finishedAt: number | null };

/** Whether a turn that somebody has begun is to be taken over: its server has not finished it for too long. */
export function isLeftBehind({ startedAt, finishedAt }: Turn, now: number): boolean {
  return finishedAt === null && now - startedAt >= turnLeaseMs;
}
