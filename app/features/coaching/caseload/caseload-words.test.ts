import { describe, expect, it } from 'vitest';
import {
  agoWords,
  caseloadLead,
  caseloadTitle,
  feedbackWords,
  nextMove,
  readingTitle,
} from './caseload-words';
import { feedbackTimeWords } from '../reviews/median-feedback';
import { answeredSince, turnOf } from './review-turns';
import type { AskedComment, TurnStep } from './review-turns';

describe('the head of the caseload', () => {
  it.each([
    [0, 'Nobody needs you today'],
    [1, 'One team needs you'],
    [3, 'Three teams need you'],
    [12, '12 teams need you'],
  ])('%i: %s', (needing, title) => expect(caseloadTitle(needing)).toBe(title));
  it('says the middle time to feedback as the review page does', () => {
    expect(readingTitle(2)).toBe('Two teams need a coach');
    const hour = 3_600_000;
    expect(feedbackWords(31 * hour)).toBe('Half of your reviews were back within 31 hours.');
    expect(feedbackWords(60 * hour)).toContain(feedbackTimeWords(60 * hour));
    expect(caseloadLead('mine', { total: 12, needing: 3, medianMs: 48 * hour })).toBe(
      'of 12 in your caseload. Half of your reviews were back within 2 days.',
    );
    expect(caseloadLead('all', { total: 300, needing: 0, medianMs: 2 })).toBe('300 teams that you read.');
  });
  it('says how long ago', () => {
    const of = (day: string) => agoWords(day, '2026-11-18');
    expect(['2026-11-18', '2026-11-17', '2026-11-05', '2026-11-04'].map(of)).toEqual([
      ...['today', 'yesterday', '13 days ago', '2 weeks ago'],
    ]);
  });
});

describe('the one button', () => {
  const of = (reason: Parameters<typeof nextMove>[1], coached = true) =>
    nextMove({ id: 't', coached }, reason);
  it('is what the first reason asks for, as far as one may', () => {
    expect(of(undefined)).toEqual({ label: 'Read', path: '/coaching/t' });
    expect(of({ reason: 'review_asked', cycleId: 'c' })).toEqual({
      label: 'Review',
      path: '/cycles/c/review',
    });
    expect(of({ reason: 'review_asked', cycleId: 'c' }, false).label).toBe('Read');
    expect(of({ reason: 'no_data', cycleId: 'c' }).path).toBe('/coaching/t/nudges/new?cycle=c');
    expect(of({ reason: 'quiet', cycleId: null }).path).toBe('/coaching/t/nudges/new');
    expect(of({ reason: 'quiet', cycleId: null }, false)).toEqual({ label: 'Open', path: '/coaching/t' });
    expect(of({ reason: 'signal', cycleId: 'c' })).toEqual({ label: 'Open', path: '/cycles/c' });
  });
});

describe('whose turn a returned review is', () => {
  const comment = (part: Partial<AskedComment>): AskedComment => ({
    ...{ reviewId: 'r', authorId: 'coach', settledAt: null, answeredAt: null, answeredBy: null },
    ...{ edited: false, ...part },
  });
  it('is the coach’s from the last answer on, once nothing is open', () => {
    expect(answeredSince([], 10)).toBeNull();
    expect(answeredSince([comment({})], 10)).toBeNull();
    expect(answeredSince([comment({ edited: true })], 10)).toBe(10);
    const answered = comment({ answeredBy: 'member', answeredAt: 20 });
    expect(answeredSince([answered, comment({ settledAt: 15 })], 10)).toBe(20);
    expect(answeredSince([answered, comment({})], 10)).toBeNull();
    expect(answeredSince([comment({ answeredBy: 'coach', answeredAt: 30 })], 10)).toBeNull();
  });
});

describe('the turn a review is in', () => {
  const step = (id: string, toStage: TurnStep['toStage'], takenAt: number) => ({ id, toStage, takenAt });
  const first = [step('a', 'requested', 1), step('b', 'in_progress', 2)];
  const back = [...first, step('c', 'returned', 3)];
  it('is none before it came back, then begins with the return or with what the team asked after it', () => {
    expect(turnOf(first)).toBeNull();
    expect(turnOf(back)).toEqual({ returnedAt: 3, askedAgain: false, stepId: 'c', since: 3 });
    const again = [...back, step('d', 'requested', 4)];
    expect(turnOf(again)).toEqual({ returnedAt: 3, askedAgain: true, stepId: 'd', since: 4 });
    expect(turnOf([...again, step('e', 'in_progress', 5)])).toMatchObject({ stepId: 'd', since: 4 });
    expect(turnOf([...back, step('e', 'in_progress', 5)])).toMatchObject({ askedAgain: false, since: 5 });
    expect(turnOf([...again, step('f', 'returned', 6)])).toMatchObject({ askedAgain: false, stepId: 'f' });
  });
});
