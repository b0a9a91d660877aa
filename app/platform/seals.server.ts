import { createHmac, timingSafeEqual } from 'node:crypto';

/** Marks a text as written by this installation, without keeping anything: what links in mails carry. */
export type Seals = {
  /** 43 characters that are safe in an address, the same each time. */
  make: (purpose: string, text: string) => string;
  /** True for the seal of this very purpose and text. Takes as long for a wrong one as for a right one. */
  holds: (purpose: string, text: string, seal: string) => boolean;
};

/** @param secret the installation's; it never leaves this function */
export function makeSeals(secret: string): Seals {
  const digest = (purpose: string, text: string) =>
    createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();
  return {
    make: (purpose, text) => digest(purpose, text).toString('base64url'),
    holds(purpose, text, seal) {
      const given = Buffer.from(seal, 'base64url');
      const right = digest(purpose, text);
      return (
        given.length === right.length && given.toString('base64url') === seal && timingSafeEqual(given, right)
      );
    },
  };
}
