import { describe, expect, it } from 'vitest';
import type { Step, Subject } from '../agenda/agenda';
import { heldAt, presentedWords, wasReached } from './what-was-held-rules';

const step = (id: string): Step => ({
  ...{ id, title: 'Step', minutes: 5, speaks: 'everyone', silent: 'nobody', prompt: '' },
});
const steps = [step('one'), step('two')];

describe('an item was reached', () => {
  const room = (...begun: string[]) => ({ startedAt: 1, begunSteps: new Set(begun) });
  it('where the clock was in one of its steps, or somebody wrote in it', () => {
    expect(wasReached({ steps }, room('two', 'of another'), false)).toBe(true);
    expect(wasReached({ steps }, room(), true)).toBe(true);
    expect(wasReached({ steps }, room('of another'), false)).toBe(false);
  });
  it('where no clock can tell', () => {
    expect(wasReached({ steps: [] }, room('of another'), false)).toBe(true);
    expect(wasReached({ steps }, { startedAt: null, begunSteps: new Set() }, false)).toBe(true);
  });
});

describe('what was presented', () => {
  const subject: Subject = {
    ...{ kind: 'team', teamId: 'own', teamName: 'Own team', schoolName: 'School one' },
    cycle: { id: 'cycle', number: 3, changeIdea: 'Sentence frames' },
  };
  const said = (of: Subject, agreed: string[], here: string[]) =>
    presentedWords({ subject: of }, { agreedCycles: new Set(agreed), teamsHere: new Set(here) });
  it('is a cycle once its team agreed, and the team’s name where somebody of it came', () => {
    expect(said(subject, ['cycle'], [])).toBe('School one · Own team, “Sentence frames”, cycle 3');
    expect(said(subject, ['other'], ['own'])).toBe('School one · Own team');
    expect(said({ ...subject, cycle: null }, [], ['own'])).toBe('School one · Own team');
  });
  it('is nothing of a team that neither agreed nor came', () => {
    expect(said(subject, ['other'], ['others'])).toBe('');
  });
  it('is a post as it is signed, while it is shared', () => {
    const post = { title: 'Quiet corners', signedAs: 'A grade 4 team' };
    expect(said({ kind: 'post', postId: 'post', post }, [], [])).toBe('“Quiet corners”, A grade 4 team');
    expect(said({ kind: 'post', postId: 'post', post: null }, [], [])).toBe('');
    expect(said({ kind: 'none' }, [], ['own'])).toBe('');
  });
});

describe('when it was held', () => {
  const planned = { day: '2026-02-06', time: '15:30', timeZone: 'America/New_York' };
  const told = { day: '2026-02-06', time: '15:30' };
  it('is as planned, where nobody started it or it began on its day', () => {
    expect(heldAt(planned, null)).toEqual(told);
    expect(heldAt(planned, Date.parse('2026-02-06T20:41:00Z'))).toEqual(told);
    // Past midnight in UTC, the same evening in New York.
    expect(heldAt(planned, Date.parse('2026-02-07T01:00:00Z'))).toEqual(told);
  });
  it('is when its room was started, on another day', () => {
    expect(heldAt(planned, Date.parse('2026-02-09T14:05:00Z'))).toEqual({ day: '2026-02-09', time: '09:05' });
  });
});
