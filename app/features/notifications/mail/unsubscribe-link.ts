/** What the seal of a person's unsubscribe link is for. */
export const unsubscribePurpose = 'unsubscribe';

/** The secret part of the address: whose mails, and the seal that nobody else can make. */
export const unsubscribeSecret = (personId: string, seal: string): string => `${personId}.${seal}`;

/** The two parts of a secret; null when it has not that shape. */
export function readUnsubscribeSecret(secret: string): { personId: string; seal: string } | null {
  const match = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(secret);
  return match ? { personId: match[1] ?? '', seal: match[2] ?? '' } : null;
}
