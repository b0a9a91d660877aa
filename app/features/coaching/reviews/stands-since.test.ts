import { describe, expect, it } from 'vitest';
import { standsSince } from './stands-since';

const asked = { id: 'a', name: 'Ana' };
const review = { beganAt: 1, feedbackAt: null, endedAt: null, requestedBy: asked };

describe('since when a review stands as it does', () => {
  it.each([
    ['asked for', { ...review, stage: 'requested' }, [], 1],
    ['asked to look again', { ...review, stage: 'requested', feedbackAt: 5 }, [], null],
    ['taken up', { ...review, stage: 'in_progress' }, [], null],
    ['begun by its coach', { ...review, stage: 'in_progress', requestedBy: null }, [], 1],
    ['with the team', { ...review, stage: 'returned', feedbackAt: 5 }, [{ handedAt: 5 }, { handedAt: 9 }], 9],
    ['answered', { ...review, stage: 'returned', feedbackAt: 5 }, [], null],
    ['done', { ...review, stage: 'done', feedbackAt: 5, endedAt: 12 }, [{ handedAt: 5 }], 12],
  ] as const)('%s', (_name, stood, waiting, since) => {
    expect(standsSince(stood, waiting)).toBe(since);
  });
});
