import { describe, expect, it } from 'vitest';
import type { Cycle } from '~/features/cycles/cycle';
import { cycleTexts } from '~/features/cycles/cycle-texts';
import { anchorOf, findAnchor, isReached } from './comment-anchor';
import { editPlace } from './edit-path';

const question = {
  ...{ id: 'q1', question: 'Will it?', measureId: 'm', groupId: 'g', predictedAt: null, verdict: null },
  ...{ result: '', expectedComparison: null, expectedValue: null, expectedDirection: null },
  ...{ because: 'a frame', confidence: null },
};
const cycle: Cycle = {
  ...{ id: 'c', teamId: 't', rampId: 'r', number: 1, changeIdea: 'i', warrant: '', objective: 'o' },
  ...{ scale: 'one_class', plannedStart: '2026-01-05', plannedEnd: '2026-01-16', stage: 'do' },
  ...{ carriedOut: null, carriedOutNote: '', learned: '', version: 1, changedByName: '' },
  ...{ questions: [{ ...question, id: 'q0', measureId: null, groupId: null }, question] },
  ...{ tasks: [], dataPlan: [], observations: [], decision: null, changes: [] },
};
const texts = cycleTexts(cycle, []);
const find = (key: string, of: Cycle = cycle) => findAnchor(key, of, texts);

describe('what a comment hangs on', () => {
  it('finds stages, fields and charts that the cycle has', () => {
    expect(find('stage:do')).toEqual({ kind: 'stage', stage: 'do' });
    expect(find('field:because/q1')).toMatchObject({ kind: 'field', stage: 'plan' });
    expect(find('point:q1')).toMatchObject({ kind: 'point', stage: 'do', measureId: 'm' });
    expect(find('point:q1', { ...cycle, stage: 'complete' })).toMatchObject({ stage: 'study' });
  });

  it.each([
    '',
    'x',
    ':',
    'stage:study',
    'stage:complete',
    'field:learned',
    'field:because',
    'point:q0',
    'point:',
  ])('finds nothing under “%s”', (key) => expect(find(key)).toBeNull());

  it('reads its own keys back', () => {
    const at = { stage: 'plan' as const, field: 'because' as const, questionId: 'q1', point: null };
    expect(anchorOf(at)).toBe('field:because/q1');
    expect(anchorOf({ ...at, field: null, questionId: null })).toBe('stage:plan');
    const point = { measureId: 'm', groupId: 'g', on: '2026-01-09' };
    expect(anchorOf({ ...at, field: null, point })).toBe('point:q1');
  });

  it('a stopped cycle has come as far as it was', () => {
    const stop = { fromStage: 'do' as const, toStage: 'stopped' as const, reason: '' };
    const stopped = {
      ...cycle,
      ...{ stage: 'stopped' as const, changes: [{ ...stop, changedByName: 'M', changedAt: 1 }] },
    };
    expect(isReached(stopped, 'do')).toBe(true);
    expect(isReached(stopped, 'study')).toBe(false);
  });
});

describe('where a part is edited', () => {
  const because = { stage: 'plan' as const, field: 'because' as const, questionId: 'q1', point: null };
  it('in its very field while the stage is open', () => {
    expect(editPlace({ ...cycle, stage: 'plan' }, because).path).toBe(
      '/cycles/c/plan#plan-questions%5B1%5D.because',
    );
  });
  it('on the page of its stage afterwards, and where it is no field', () => {
    expect(editPlace(cycle, because)).toMatchObject({
      ...{ path: '/cycles/c/plan', isOpen: false, canGoBack: true },
    });
    expect(editPlace(cycle, { ...because, stage: 'do', field: null })).toMatchObject({
      ...{ path: '/cycles/c/do', isOpen: true, isField: false },
    });
  });
});
