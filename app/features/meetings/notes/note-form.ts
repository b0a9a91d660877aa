import { z } from 'zod';
import { withoutUnseen } from '~/lib/typed-text';
import { longestParagraph } from './note';

/** A paragraph for the notes, as the form without script brings it. */
export const paragraphForm = z.object({
  formId: z.uuid(),
  words: z
    .string({ error: 'Write a few words first.' })
    .transform((text) => withoutUnseen(text.replaceAll(/\r\n?/g, '\n')).trim())
    .pipe(
      z
        .string()
        .min(1, 'Write a few words first.')
        .max(
          longestParagraph,
          `Please keep this under ${longestParagraph.toLocaleString('en-US')} characters.`,
        ),
    ),
});

/** 256 kB in base64. */
const mostBase64 = 350_000;

const bytes = z
  .string()
  .max(mostBase64)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .transform((text) => Uint8Array.from(atob64(text), (letter) => letter.charCodeAt(0)));

function atob64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}

const edition = z.coerce.number().int().min(0).catch(0);

/** What the script sends as somebody types. */
export const changeForm = z.object({
  update: bytes,
  /** Who typed it; empty where that is whoever sends it. */
  writer: z.string().max(60).default(''),
  vector: bytes.catch(new Uint8Array()),
  edition,
});

/** What the script asks after being away. */
export const catchUpForm = z.object({ vector: bytes.catch(new Uint8Array()), edition });
