import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionAuth, SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { Handover } from '~/lib/mail-handover';
import type { Letter, MailCarrier, MailLine } from './mail-carrier.server';

/** How long the mail server may stay silent, in milliseconds. */
export type SmtpPatience = { connecting: number; answering: number };

const usualPatience: SmtpPatience = { connecting: 30_000, answering: 300_000 };

type SmtpError = Error & {
  code?: string | undefined;
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
  permanent?: boolean | undefined;
};

function refusalOf(error: SmtpError): Handover | null {
  const problem = error.response ?? error.message;
  // Without an answer of the server's, only nodemailer's own check of the size it announced speaks of the message.
  if (error.responseCode === undefined)
    return error.code === 'EMESSAGE' ? { kind: 'refused', permanent: true, problem } : null;
  // A sender that is refused is a matter of the settings: every mail would be given up for it.
  const permanent = error.permanent === true && error.command !== 'MAIL FROM';
  return { kind: 'refused', permanent, problem };
}

/** Hands one letter over an open connection. The words are a stream that the connection reads only after the server's go-ahead. */
function handOver(
  connection: SMTPConnection,
  { from, to, message }: Letter,
  beforeWords: () => Promise<boolean>,
): Promise<Handover> {
  const asked: { answer: Promise<boolean> | null } = { answer: null };
  const told = { words: false };
  const words = new Readable({
    read() {
      if (asked.answer !== null) return;
      asked.answer = beforeWords();
      asked.answer.then(
        (ours) => {
          if (this.destroyed) return;
          if (!ours) return void this.destroy(new Error('Somebody else holds this mail.'));
          told.words = true;
          this.push(message);
          this.push(null);
        },
        (error: unknown) => void this.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  return new Promise((resolve) => {
    connection.send({ from, to: [to], size: message.length }, words, (error) => {
      void settle(error ?? null).then(resolve);
    });
  });

  async function settle(error: SmtpError | null): Promise<Handover> {
    if (error === null) return { kind: 'accepted' };
    const ours = asked.answer === null || (await asked.answer.catch(() => true));
    if (!ours) return { kind: 'not_ours' };
    const refusal = refusalOf(error);
    if (refusal !== null) return refusal;
    return told.words
      ? { kind: 'unsure', problem: `It was handed over, and no answer came: ${error.message}` }
      : { kind: 'cut_off', problem: `The connection ended before it was handed over: ${error.message}` };
  }
}

function lineOver(connection: SMTPConnection): MailLine {
  let open = true;
  connection.on('end', () => (open = false));
  connection.on('error', () => (open = false));
  const drop = () => {
    open = false;
    connection.close();
  };
  const startAnew = () =>
    new Promise<void>((resolve) => {
      connection.once('end', resolve);
      connection.reset((error) => {
        connection.off('end', resolve);
        if (error) drop();
        resolve();
      });
    });
  return {
    async hand(letter, beforeWords) {
      const handover = await handOver(connection, letter, beforeWords);
      if (handover.kind === 'refused' && open) await startAnew();
      else if (handover.kind !== 'accepted') drop();
      return handover;
    },
    isOpen: () => open,
    close() {
      if (open) connection.quit();
      open = false;
    },
  };
}

/**
 * Lines to the mail server of an SMTP address (`smtp://user:pass@host:port`, `smtps://…`), by the library's bare
 * connection: its transports do not tell whether the words of a mail were handed over when a connection ends.
 */
export function smtpCarrier(url: string, patience: SmtpPatience = usualPatience): MailCarrier {
  const { auth, ...address } = parseConnectionUrl(url);
  const options: SMTPConnectionOptions = {
    ...address,
    connectionTimeout: patience.connecting,
    greetingTimeout: patience.connecting,
    dnsTimeout: patience.connecting,
    socketTimeout: patience.answering,
  };
  return {
    open: () =>
      new Promise((resolve) => {
        const connection = new SMTPConnection(options);
        const fail = (error: Error) => {
          connection.close();
          resolve({ ok: false, problem: error.message });
        };
        const succeed = () => resolve({ ok: true, line: lineOver(connection) });
        connection.once('error', fail);
        connection.on('error', () => undefined);
        connection.connect((error) => {
          if (error) return fail(error);
          if (!auth) return succeed();
          const credentials: SMTPConnectionAuth = auth;
          connection.login(credentials, (refused) => (refused ? fail(refused) : succeed()));
        });
      }),
  };
}
