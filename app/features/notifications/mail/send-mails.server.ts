import { findNetwork } from '~/features/people/actor-queries.server';
import type { Network } from '~/features/people/actor';
import type { Handover } from '~/lib/mail-handover';
import type { Clock } from '~/platform/clock.server';
import type { Database } from '~/platform/database.server';
import type { AppLogger } from '~/platform/logger.server';
import type { Letter, MailCarrier, MailLine } from '~/platform/mail-carrier.server';
import { composeMail } from './compose-mail.server';
import type { Sender } from './write-letter.server';
import { fateOf, shortProblem } from './delivery-rules';
import type { MailFate } from './delivery-rules';
import {
  beginHandingOver,
  claimMails,
  closeQuietly,
  putBackMails,
  recordFate,
  takeUpLeftMails,
} from './mail-queue.server';
import type { ClaimedMail } from './mail-queue.server';

export type PostOffice = Sender & { carrier: MailCarrier; clock: Clock; logger: AppLogger };

export type SendOptions = {
  /** Connections to the mail server at once. */
  lines?: number;
  /** How long a mail stays this process's after it was taken; longer than the mail server may stay silent. */
  leaseMs?: number;
  /** Stops the round: mails under way are finished, the others put back. */
  signal?: AbortSignal;
};

/** How many of each fate; `closed` had nothing left to tell. `problem` says why a round ended early. */
export type Round = Record<MailFate['state'] | 'closed', number> & { problem: string | null };

const usual = { lines: 4, leaseMs: 15 * 60_000 };
/** Mails claimed at once, for each line: few, so that several servers share the work. */
const claimedPerLine = 10;
/** Many mail servers end a connection after a hundred. */
const mostOverOneLine = 100;
/** So many mails in a row without any answer, beyond one on each line, and the mail server is taken for ill. */
const mostSilences = 2;

type Work = {
  database: Database;
  office: PostOffice;
  network: Network;
  leaseMs: number;
  round: Round;
  /** Mails in a row that got no answer. */
  silences: number;
  /** What was wrong with the mail server when it was last without an answer. */
  trouble: string;
  isOver: () => boolean;
  next: () => Promise<ClaimedMail | null>;
  putBack: (mail: ClaimedMail) => void;
};

/**
 * Sends the mails that are due, several at once, each in the words and the scope of its moment. Ends when none is due,
 * when the mail server does not answer, or when `signal` says so. Several servers may do this at once.
 */
export async function sendMails(
  database: Database,
  office: PostOffice,
  { lines = usual.lines, leaseMs = usual.leaseMs, signal }: SendOptions = {},
): Promise<Round> {
  const { clock } = office;
  const round: Round = { sent: 0, waiting: 0, unsure: 0, given_up: 0, closed: 0, problem: null };
  await takeUpLeftMails(database, clock.now());
  const network = await findNetwork(database.reader);
  if (!network) return round;
  const ready: ClaimedMail[] = [];
  let claiming: Promise<unknown> = Promise.resolve();
  const isIll = () => work.silences >= lines + mostSilences;
  const isOver = () => signal?.aborted === true || isIll();
  const claimMore = async () => {
    if (ready.length > 0 || isOver()) return;
    ready.push(...(await claimMails(database, { now: clock.now(), most: lines * claimedPerLine, leaseMs })));
  };
  const work: Work = {
    ...{ database, office, network, leaseMs, round, isOver },
    silences: 0,
    trouble: '',
    putBack: (mail) => void ready.unshift(mail),
    async next() {
      if (ready.length === 0) await (claiming = claiming.then(claimMore));
      return isOver() ? null : (ready.shift() ?? null);
    },
  };
  const ended = await Promise.allSettled(Array.from({ length: lines }, () => sendInTurn(work)));
  const leftOff = ready.length > 0 || isIll();
  if (leftOff && signal?.aborted !== true) round.problem = work.trouble;
  await putBackMails(database, ready, clock.now(), round.problem ?? '');
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return round;
}

/** One worker: a mail after the other, over one connection at a time. Without a connection it leaves the rest to others. */
async function sendInTurn(work: Work): Promise<void> {
  let line: MailLine | null = null;
  let carried = 0;
  try {
    for (let mail = await work.next(); mail !== null; mail = await work.next()) {
      const letter = await composeOrNote(work, mail);
      if (letter === null) continue;
      if (line !== null && carried >= mostOverOneLine) line.close();
      if (!line?.isOpen()) {
        const opened = await work.office.carrier.open();
        if (!opened.ok) {
          work.putBack(mail);
          work.trouble = `The mail server could not be reached: ${opened.problem}`;
          return;
        }
        line = opened.line;
        carried = 0;
      }
      carried += 1;
      await handOver(work, mail, letter, line);
    }
  } finally {
    line?.close();
  }
}

/** The letter; null when the mail is settled without one. A mail whose words cannot be made waits, and holds up no other. */
async function composeOrNote(work: Work, mail: ClaimedMail): Promise<Letter | null> {
  const { database, office, network, round } = work;
  const now = office.clock.now();
  try {
    const letter = await composeMail(database.reader, office, mail, { network, now });
    if (letter !== null) return letter;
    round.closed += 1;
    await database.inTransaction((tx) => closeQuietly(tx, mail));
  } catch (error) {
    office.logger.error({ err: error, mail: mail.id }, 'the words of a mail could not be made');
    const problem = 'Its words could not be made; the log says why.';
    await settle(work, mail, { kind: 'refused', permanent: false, problem });
  }
  return null;
}

async function handOver(work: Work, mail: ClaimedMail, letter: Letter, line: MailLine): Promise<void> {
  const { database, office, leaseMs } = work;
  let held = mail;
  const handover = await line.hand(letter, async () => {
    const now = office.clock.now();
    const ours = await database.inTransaction((tx) => beginHandingOver(tx, mail, { now, leaseMs }));
    held = ours ?? mail;
    return ours !== null;
  });
  if (handover.kind === 'not_ours') return;
  const answered = handover.kind === 'accepted' || handover.kind === 'refused';
  work.silences = answered ? 0 : work.silences + 1;
  if (!answered) work.trouble = shortProblem(`The mail server stopped answering. ${handover.problem}`);
  await settle(work, held, handover);
}

async function settle(
  { database, office, round }: Work,
  mail: ClaimedMail,
  handover: Exclude<Handover, { kind: 'not_ours' }>,
): Promise<void> {
  const now = office.clock.now();
  const fate = fateOf(handover, mail.tries, now);
  round[fate.state] += 1;
  if (fate.state === 'unsure' || fate.state === 'given_up')
    office.logger.warn({ mail: mail.id, problem: fate.problem }, `a mail is ${fate.state}`);
  await database.inTransaction((tx) => recordFate(tx, mail, fate, now));
}
