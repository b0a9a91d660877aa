import { createHash } from 'node:crypto';

/**
 * The writer's id of a paragraph that came by a form: the same for the same form and words, so that a second sending adds nothing,
 * and other words under the same form are not lost. Between 2^32 (browsers draw below it) and 2^53.
 */
export function writerOfForm(formId: string, paragraph: string): number {
  const hash = createHash('sha256').update(`${formId}\n${paragraph}`).digest();
  return 2 ** 52 + (hash.readUIntBE(0, 6) % 2 ** 48);
}
