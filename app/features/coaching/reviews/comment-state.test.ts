import { describe, expect, it } from 'vitest';
import type { CycleText } from '~/features/cycles/cycle-texts';
import { commentStanding, takingBack } from './comment-state';

const lena = { id: 'lena', name: 'Lena' };
const maya = { id: 'maya', name: 'Maya' };
const text = (said: string): CycleText => ({
  ...{ key: 'because/q1', stage: 'plan', field: 'because', questionId: 'q1', label: 'Because', text: said },
});
const asked = {
  ...{ stage: 'plan' as const, field: 'because' as const, questionId: 'q1', point: null },
  ...{ saidThen: 'they have a frame', author: lena, answers: [], settled: null },
};
const answer = (author: typeof lena) => ({ id: 'a', body: 'x', author, answeredAt: 1 });
const settled = { by: 'Maya', at: 1 };
const same = [text('they have a frame')];
const edited = [text('last spring nine of ten did')];

describe('how far a comment has come', () => {
  it.each([
    { name: 'nothing happened', comment: asked, texts: same, state: 'open' },
    {
      ...{ name: 'the team answered', comment: { ...asked, answers: [answer(maya)] } },
      ...{ texts: same, state: 'answered' },
    },
    {
      ...{ name: 'its author added words', comment: { ...asked, answers: [answer(lena)] } },
      ...{ texts: same, state: 'open' },
    },
    { name: 'the field was edited', comment: asked, texts: edited, state: 'changed' },
    {
      ...{ name: 'edited and answered', comment: { ...asked, answers: [answer(maya)] } },
      ...{ texts: edited, state: 'changed' },
    },
    { name: 'settled', comment: { ...asked, settled }, texts: edited, state: 'settled' },
    { name: 'the question is gone', comment: { ...asked, questionId: null }, texts: [], state: 'changed' },
  ])('$name: $state', ({ comment, texts, state }) => {
    expect(commentStanding(comment, texts).state).toBe(state);
  });

  it('shows before and now of an edit', () => {
    expect(commentStanding(asked, edited).edit).toEqual({
      ...{ before: 'they have a frame', now: 'last spring nine of ten did' },
    });
  });

  it('no edit answers what hangs on a stage or on a point of a chart', () => {
    const point = { measureId: 'm', groupId: 'g', on: '2026-11-17' };
    expect(commentStanding({ ...asked, field: null, saidThen: '' }, edited).state).toBe('open');
    expect(commentStanding({ ...asked, field: null, point, saidThen: 'Nov 17: 62%' }, edited).state).toBe(
      'open',
    );
  });
});

describe('taking a comment back', () => {
  it.each([
    [{ handedAt: null, isAnswered: false, isSettled: false }, 'at_once'],
    [{ handedAt: 1, isAnswered: false, isSettled: false }, 'asked'],
    [{ handedAt: 1, isAnswered: true, isSettled: false }, 'no'],
    [{ handedAt: 1, isAnswered: false, isSettled: true }, 'no'],
  ] as const)('%o: %s', (comment, how) => {
    expect(takingBack(comment)).toBe(how);
  });
});
