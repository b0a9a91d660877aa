import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ideaNameKey, keepsIdeas } from './change-idea-rules';

describe('the name of an idea as it is compared', () => {
  it.each([
    ['  Sentence   Frames ', 'sentence frames'],
    ['SENTENCE\tFRAMES\n', 'sentence frames'],
    ['Cafe\u0301 talk', 'caf\u00e9 talk'],
    ['Écoute', 'écoute'],
    ['', ''],
  ])('%j is %j', (name, key) => expect(ideaNameKey(name)).toBe(key));

  it('compared twice is compared once, whatever the capitals and spaces', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (name) => {
        const key = ideaNameKey(name);
        expect(ideaNameKey(key)).toBe(key);
        expect(ideaNameKey(`  ${name}  `)).toBe(key);
      }),
    );
  });
});

it('facilitators keep the catalogue', () => {
  expect(keepsIdeas({ facilitatedCohortIds: ['one'] })).toBe(true);
  expect(keepsIdeas({ facilitatedCohortIds: [] })).toBe(false);
});
