import { analyses } from './analyses';
import { consultancies } from './consultancies';
import type { Protocol } from './protocol';
import { plainBlocks, regularMeetings } from './regular-meetings';

/**
 * The protocols that ship with the product. Timings and shapes are those of the field's published forms, as protocols.md
 * has them; where none was found the source says that it is ours.
 */
export const shippedProtocols: readonly Protocol[] = [
  ...consultancies,
  ...analyses,
  ...regularMeetings,
  ...plainBlocks,
];

const byKey = new Map(shippedProtocols.map((one) => [one.key, one]));

export function shippedProtocol(key: string): Protocol | null {
  return byKey.get(key) ?? null;
}
