import { hostname } from 'node:os';
import { Cron } from 'croner';
import { makeDigests } from '~/features/notifications/mail/make-digests.server';
import { makeImmediateMails } from '~/features/notifications/mail/make-immediate-mails.server';
import { makeMeetingMails } from '~/features/notifications/mail/make-meeting-mails.server';
import { pruneMails } from '~/features/notifications/mail/prune-mails.server';
import { sendMails } from '~/features/notifications/mail/send-mails.server';
import type { PostOffice, Round } from '~/features/notifications/mail/send-mails.server';
import type { Database } from '~/platform/database.server';
import { jobNames, latestTurn, turnPattern } from './job-rules';
import type { JobName } from './job-rules';
import { runTurn } from './run-job.server';

/** Turns events into notifications. */
export type TellEvents = (database: Database, options: { now: number }) => Promise<unknown>;

export type Jobs = {
  /** No further turn begins; resolves when those under way have ended. */
  stop: () => Promise<void>;
};

export type JobsNeeds = { database: Database; office: PostOffice; tell: TellEvents };

/** `3 mails sent, 1 waits`; of a round without mails, that there were none. */
function outcomeOf({ problem, ...counts }: Round): string {
  const words = {
    sent: 'sent',
    waiting: 'to try again',
    unsure: 'unsure',
    given_up: 'given up',
    closed: 'no longer needed',
  };
  const parts = Object.entries(words).flatMap(([fate, word]) => {
    const count = counts[fate as keyof typeof words];
    return count === 0 ? [] : [`${count} ${word}`];
  });
  const did = parts.length === 0 ? 'nothing to send' : parts.join(', ');
  return problem === null ? did : `${did}. ${problem}`;
}

/** One round at a time in this process; who asks while one runs gets another after it. */
function makeSender({ database, office }: JobsNeeds, signal: AbortSignal) {
  let running: Promise<Round> | null = null;
  let next: Promise<Round> | null = null;
  const begin = () => {
    running = sendMails(database, office, { signal }).finally(() => (running = null));
    return running;
  };
  return (): Promise<Round> => {
    if (running === null) return begin();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return begin();
      });
    return next;
  };
}

/**
 * Starts what has its hour: telling people of events, making digests and sending mails. Each turn is done by one server; on
 * starting, the last turn of each job is made up for once. What fails is logged and tried at the next turn.
 */
export function startJobs(needs: JobsNeeds): Jobs {
  const { database, office, tell } = needs;
  const { clock, logger } = office;
  const stopping = new AbortController();
  const send = makeSender(needs, stopping.signal);
  const server = `${hostname()} ${process.pid}`;
  const underWay = new Set<Promise<unknown>>();

  /** Sends in the background, so that telling has its next turn in time. */
  const sendSoon = () => follow(send());

  async function makeImmediate(): Promise<number> {
    const made = await makeImmediateMails(database, { now: clock.now() });
    if (made > 0) sendSoon();
    return made;
  }

  async function makeOfMeetings(): Promise<number> {
    const made = await makeMeetingMails(database, { now: clock.now() });
    if (made > 0) sendSoon();
    return made;
  }

  const work: Record<JobName, () => Promise<string>> = {
    async tell() {
      await tell(database, { now: clock.now() });
      const immediate = await makeImmediate();
      return `${immediate} immediate mails and ${await makeOfMeetings()} mails of meetings made`;
    },
    async digests() {
      await makeImmediate();
      const made = await makeDigests(database, { now: clock.now() });
      if (made > 0) sendSoon();
      const gone = await pruneMails(database, { now: clock.now() });
      return `${made} digests made${gone === 0 ? '' : `, ${gone} old mails forgotten`}`;
    },
    mails: async () => outcomeOf(await send()),
  };

  function follow(doing: Promise<unknown>): void {
    const followed = doing
      .catch((error: unknown) => logger.error({ err: error }, 'a job has failed'))
      .finally(() => underWay.delete(followed));
    underWay.add(followed);
  }

  const takeTurn = (job: JobName) => {
    if (stopping.signal.aborted) return Promise.resolve(false);
    const now = clock.now();
    return runTurn(database, { job, dueAt: latestTurn(job, now), server, clock, work: work[job] });
  };

  async function catchUp(): Promise<void> {
    for (const job of jobNames)
      await takeTurn(job).catch((error: unknown) => logger.error({ err: error, job }, 'a job has failed'));
  }

  follow(catchUp());
  const busy = new Set<JobName>();
  const turns = jobNames.map(
    (job) =>
      new Cron(turnPattern(job), { unref: true }, () => {
        if (busy.has(job)) return;
        busy.add(job);
        follow(takeTurn(job).finally(() => busy.delete(job)));
      }),
  );
  return {
    async stop() {
      stopping.abort();
      for (const turn of turns) turn.stop();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
