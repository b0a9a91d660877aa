import { describe, expect, it } from 'vitest';
import { versionSentence } from './definition-words';

const when = { today: '2026-11-20', timeZone: 'America/New_York' };
const version = {
  id: 'v',
  number: 2,
  definition: 'x',
  inForceFrom: '2026-10-05',
  createdAt: Date.parse('2026-10-06T15:00:00Z'),
  createdByName: 'Samuel Ortiz',
};

describe('a version of a definition in words', () => {
  it.each([
    [version, 'Version 2, in force from Oct 5. Samuel Ortiz changed it on Oct 6.'],
    [
      { ...version, number: 1, inForceFrom: null },
      'Version 1, in force from the beginning. Samuel Ortiz wrote it on Oct 6.',
    ],
    [
      { ...version, inForceFrom: null },
      'Version 2, in force since the measure was adopted. Samuel Ortiz wrote it on Oct 6.',
    ],
    [
      { ...version, inForceFrom: '2025-10-05' },
      'Version 2, in force from Oct 5, 2025. Samuel Ortiz changed it on Oct 6.',
    ],
  ])('%#', (one, sentence) => {
    expect(versionSentence(one, when)).toBe(sentence);
  });
});
