import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '~/platform/mail-carrier.server';
import type { Seals } from '~/platform/seals.server';
import type { ClaimedMail } from './mail-queue.server';

/** Who sends, and what links need. */
export type Sender = {
  /** `Boldline <boldline@example.org>` */
  from: string;
  /** Without a slash at its end. */
  publicUrl: string;
  seals: Seals;
};

export type LetterWords = {
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
  /** A date for the calendar of whoever gets it. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
};

/** The address that links in mails begin with. */
export const linkBase = ({ publicUrl }: Sender): string => publicUrl.replace(/\/$/, '');

/** A mail's words as a whole message, under its own Message-ID however often it is written. */
export async function writeLetter(
  sender: Sender,
  { id, person: { name, email } }: ClaimedMail,
  { subject, text, html, headers, calendar }: LetterWords,
  now: number,
): Promise<Letter> {
  const node = new MailComposer({
    from: sender.from,
    to: { name, address: email },
    subject,
    messageId: `<${id}@${new URL(sender.publicUrl).hostname}>`,
    date: new Date(now),
    ...{ text, html },
    headers: { ...headers, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(calendar === undefined
      ? {}
      : { icalEvent: { method: calendar.method, filename: 'invitation.ics', content: calendar.text } }),
  }).compile();
  const { from } = node.getEnvelope();
  return { id, from: from === false ? '' : from, to: email, message: await node.build() };
}
