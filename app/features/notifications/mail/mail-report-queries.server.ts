import { and, asc, count, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import { jobRun, outgoingMail, person } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { formatClock, formatWeekday, schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { JobLine, MailReport, TroubledMail } from './mail-report';

const dayMs = 86_400_000;
/** Older trouble is past mending. */
const troubleKeptMs = 30 * dayMs;
const mostTroubled = 100;

const jobWords: Record<string, string> = {
  tell: 'Notifications',
  digests: 'Digests',
  mails: 'Sending mails',
};

const when = (instant: number, timeZone: string) =>
  `${formatWeekday(schoolDayAt(instant, timeZone))}, ${formatClock(instant, timeZone)}`;

async function countMails(db: Connection, now: number) {
  const recent = gt(outgoingMail.madeAt, now - troubleKeptMs);
  const rows = await db
    .select({ state: outgoingMail.state, mails: count() })
    .from(outgoingMail)
    .where(
      and(inArray(outgoingMail.state, ['waiting', 'sending', 'handing_over', 'unsure', 'given_up']), recent),
    )
    .groupBy(outgoingMail.state);
  const [sent] = await db
    .select({ mails: count() })
    .from(outgoingMail)
    .where(and(eq(outgoingMail.state, 'sent'), gt(outgoingMail.sentAt, now - 7 * dayMs)));
  const of = (state: string) => rows.find((row) => row.state === state)?.mails ?? 0;
  return {
    sentInWeek: sent?.mails ?? 0,
    waiting: of('waiting') + of('sending') + of('handing_over'),
    unsure: of('unsure'),
    givenUp: of('given_up'),
  };
}

async function listTroubled(db: Connection, now: number, timeZone: string): Promise<TroubledMail[]> {
  const rows = await db
    .select({
      ...{
        id: outgoingMail.id,
        state: outgoingMail.state,
        kind: outgoingMail.kind,
        madeAt: outgoingMail.madeAt,
      },
      ...{
        problem: outgoingMail.problem,
        tries: outgoingMail.attempts,
        personName: person.name,
        email: person.email,
      },
    })
    .from(outgoingMail)
    .innerJoin(person, eq(person.id, outgoingMail.personId))
    .where(
      and(inArray(outgoingMail.state, ['unsure', 'given_up']), gt(outgoingMail.madeAt, now - troubleKeptMs)),
    )
    .orderBy(desc(outgoingMail.madeAt), asc(outgoingMail.id))
    .limit(mostTroubled);
  return rows.flatMap(({ madeAt, state, ...row }) =>
    state === 'unsure' || state === 'given_up' ? [{ ...row, state, made: when(madeAt, timeZone) }] : [],
  );
}

async function listJobs(db: Connection, timeZone: string): Promise<JobLine[]> {
  const newest = db
    .select({ job: jobRun.job, dueAt: sql<number>`max(${jobRun.dueAt})`.as('newest') })
    .from(jobRun)
    .groupBy(jobRun.job)
    .as('newest_turn');
  const rows = await db
    .select({
      job: jobRun.job,
      startedAt: jobRun.startedAt,
      finishedAt: jobRun.finishedAt,
      outcome: jobRun.outcome,
    })
    .from(jobRun)
    .innerJoin(newest, and(eq(newest.job, jobRun.job), eq(newest.dueAt, jobRun.dueAt)));
  return Object.entries(jobWords).map(([job, name]) => {
    const row = rows.find((one) => one.job === job);
    if (!row) return { name, last: 'has not run yet', outcome: '' };
    return {
      name,
      last: `last run ${when(row.startedAt, timeZone)}`,
      outcome: row.finishedAt === null ? 'under way' : row.outcome,
    };
  });
}

async function firstProblem(db: Connection): Promise<string> {
  const [row] = await db
    .select({ problem: outgoingMail.problem })
    .from(outgoingMail)
    .where(and(eq(outgoingMail.state, 'waiting'), ne(outgoingMail.problem, '')))
    .orderBy(asc(outgoingMail.madeAt))
    .limit(1);
  return row?.problem ?? '';
}

/** How mails fare; null for anybody but an administrator. */
export async function loadMailReport(
  db: Connection,
  actor: Actor,
  { now, timeZone }: { now: number; timeZone: string },
): Promise<MailReport | null> {
  if (!actor.isAdministrator) return null;
  return {
    ...(await countMails(db, now)),
    waitingBecause: await firstProblem(db),
    troubled: await listTroubled(db, now, timeZone),
    jobs: await listJobs(db, timeZone),
  };
}
