import type { Handover } from '~/lib/mail-handover';

export type MailFate =
  | { state: 'sent' }
  | { state: 'waiting'; nextTryAt: number; problem: string }
  | { state: 'unsure'; problem: string }
  | { state: 'given_up'; problem: string };

const minute = 60_000;
const hour = 60 * minute;
/** How long a mail waits after its first, second, … failed try: eight tries within two days. */
export const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 24 * hour];
export const mostTries = waits.length + 1;
const mostOfProblem = 300;

/** What the mail server said, on one line and of a bearable length. */
export function shortProblem(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > mostOfProblem ? `${line.slice(0, mostOfProblem - 1)}…` : line;
}

/**
 * What becomes of a mail after a try. What may have arrived is never tried again by itself: it might arrive twice.
 * @param tries how often it was tried, this time included
 * @param now UTC milliseconds
 */
export function fateOf(
  handover: Exclude<Handover, { kind: 'not_ours' }>,
  tries: number,
  now: number,
): MailFate {
  if (handover.kind === 'accepted') return { state: 'sent' };
  const problem = shortProblem(handover.problem);
  if (handover.kind === 'unsure') return { state: 'unsure', problem };
  const wait = waits[tries - 1];
  const isOver = wait === undefined || (handover.kind === 'refused' && handover.permanent);
  return isOver ? { state: 'given_up', problem } : { state: 'waiting', nextTryAt: now + wait, problem };
}
