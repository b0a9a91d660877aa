import type { PostOffice } from '~/features/notifications/mail/send-mails.server';
import { makeMailCarrier } from '~/platform/mail-carrier.server';
import { makeSeals } from '~/platform/seals.server';

export const publicUrl = 'https://boldline.example.test';
export const seals = makeSeals('a secret of thirty-two characters, or more');
export const silentLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  fatal: () => undefined,
};

/** A post office at a fake mail server, with short patience and a clock of its own. */
export function postOffice(
  smtpUrl: string | null,
  {
    now,
    outboxFolder = '',
    answering = 500,
  }: { now: () => number; outboxFolder?: string; answering?: number },
): PostOffice {
  const patience = { connecting: 2000, answering };
  return {
    from: 'Boldline <boldline@example.test>',
    publicUrl,
    seals,
    carrier: makeMailCarrier({ smtpUrl, outboxFolder, patience }),
    clock: { now },
    logger: silentLog,
  };
}
