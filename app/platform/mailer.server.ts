import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { v7 as uuidv7 } from 'uuid';

export type Mail = { to: string; subject: string; text: string };
export type Mailer = { send: (mail: Mail) => Promise<void> };

/** Mail goes to SMTP when an address is set, else each mail becomes a file in the outbox folder. */
export function makeMailer(options: { smtpUrl: string | null; from: string; outboxFolder: string }): Mailer {
  if (options.smtpUrl) {
    const transport = createTransport(options.smtpUrl);
    return { send: async (mail) => void (await transport.sendMail({ from: options.from, ...mail })) };
  }
  return {
    async send({ to, subject, text }) {
      await mkdir(options.outboxFolder, { recursive: true });
      const message = `From: ${options.from}\nTo: ${to}\nSubject: ${subject}\n\n${text}\n`;
      await writeFile(join(options.outboxFolder, `${uuidv7()}.txt`), message, { mode: 0o600 });
    },
  };
}
