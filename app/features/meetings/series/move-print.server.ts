import { createHash } from 'node:crypto';
import type { SchoolDay } from '~/lib/school-day';

/** What a plan to move came to, in 43 characters however many move, so that what is done is what was seen. */
export function movePrint(moves: readonly { id: string; version: number; to: SchoolDay }[]): string {
  const shown = moves.map(({ id, version, to }) => [id, version, to]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
}
