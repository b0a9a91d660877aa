import { randomInt } from 'node:crypto';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Twelve letters that are told apart when read aloud, in threes. Good until the next start. */
export function newSetUpCode(): string {
  const code = Array.from({ length: 12 }, () => letters[randomInt(letters.length)] ?? 'A').join('');
  return code.match(/.{3}/g)?.join('-') ?? code;
}
