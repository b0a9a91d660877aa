import { z } from 'zod';
import { safeLink } from '~/lib/safe-link';
import { typedLine, typedLines } from '~/lib/typed-text';

const tooLong = (most: number) => `Please keep this under ${most} characters.`;

/** A text of one line, without what cannot be seen in it; empty: undefined. */
export const lineField = (most: number, error?: string) =>
  z
    .string(error === undefined ? {} : { error })
    .overwrite(typedLine)
    .trim()
    .max(most, tooLong(most));

/** A text of several lines, without what cannot be seen in it; empty: undefined. */
export const linesField = (most: number) => z.string().overwrite(typedLines).trim().max(most, tooLong(most));

/** Lines that must be there. */
export const neededLines = (most: number, message: string) =>
  z.string({ error: message }).overwrite(typedLines).trim().min(1, message).max(most, tooLong(most));

/** A line that must be there. */
export const neededLine = (most: number, message: string) => lineField(most, message).min(1, message);

export const placeField = lineField(300).default('');

const linkMessage = 'An address that begins with https:// or http://.';

/** Only what a browser opens as a page; what is kept is the address as it was looked at. */
export const linkField = lineField(2000)
  .default('')
  .transform((address, context) => {
    if (address === '') return '';
    const safe = /^https?:\/\//i.test(address) ? safeLink(address) : null;
    if (safe) return safe.href;
    context.addIssue({ code: 'custom', message: linkMessage });
    return z.NEVER;
  });

/** A whole number in decimal digits: neither `0x10` nor `1e1`. */
export const wholeNumberField = (from: number, to: number, message: string) =>
  z
    .string({ error: message })
    .trim()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((count) => count >= from && count <= to, message);

export const timeField = (error: string, otherwise: string) =>
  z.string({ error }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, otherwise);
