import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handover } from '~/lib/mail-handover';
import { smtpCarrier } from './smtp-carrier.server';
import type { SmtpPatience } from './smtp-carrier.server';

/** A whole message (RFC 5322) with its envelope. */
export type Letter = {
  /** Names the file where there is no mail server. */
  id: string;
  from: string;
  to: string;
  message: Buffer;
};

/**
 * One open connection to the mail server; it carries one letter at a time.
 */
export type MailLine = {
  /**
   * Hands a letter over. `beforeWords` runs after the server has agreed to sender and recipient and before the first byte
   * of the message; when it says no, nothing is handed over. Never rejects.
   */
  hand: (letter: Letter, beforeWords: () => Promise<boolean>) => Promise<Handover>;
  /** False once the connection is over. */
  isOpen: () => boolean;
  close: () => void;
};

export type MailCarrier = {
  /** A line, or why there is none: no answer, or the server does not let us in. Never rejects. */
  open: () => Promise<{ ok: true; line: MailLine } | { ok: false; problem: string }>;
};

/** A letter becomes a file of the outbox folder, once: its name is its id. */
function outboxCarrier(folder: string): MailCarrier {
  const line: MailLine = {
    async hand({ id, message }, beforeWords) {
      if (!(await beforeWords())) return { kind: 'not_ours' };
      const path = join(folder, `${id}.eml`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(`${path}.part`, message, { mode: 0o600 });
        await rename(`${path}.part`, path);
        return { kind: 'accepted' };
      } catch (error) {
        return { kind: 'refused', permanent: false, problem: `The outbox folder: ${String(error)}` };
      }
    },
    isOpen: () => true,
    close: () => undefined,
  };
  return { open: () => Promise.resolve({ ok: true, line }) };
}

/** Carries mails that must go once: to SMTP when an address is set, else into the outbox folder. */
export function makeMailCarrier(options: {
  smtpUrl: string | null;
  outboxFolder: string;
  patience?: SmtpPatience;
}): MailCarrier {
  return options.smtpUrl === null
    ? outboxCarrier(options.outboxFolder)
    : smtpCarrier(options.smtpUrl, options.patience);
}
