import { describe, expect, it } from 'vitest';
import type { CycleSummary } from '~/features/cycles/cycle';
import { nextForTeam } from './next-for-team';
import type { Reader } from './next-for-team';
import { openCycles } from './open-cycle-rules';
import type { ReviewInStory } from './story';

const today = '2026-11-22';
const cycle = (id: string, stage: CycleSummary['stage'], plannedEnd: string): CycleSummary => ({
  ...{ id, teamId: 'team', rampId: 'r', number: 2, changeIdea: 'Frames', objective: '', scale: 'one_class' },
  ...{ stage, plannedStart: '2026-11-02', plannedEnd, decision: null, backInPlanAt: null },
});
const review = (stage: ReviewInStory['stage'], more: Partial<ReviewInStory> = {}): ReviewInStory => ({
  ...{ id: stage, cycleId: 'c', cycleNumber: 2, changeIdea: 'Frames', stage, asks: 'Is it bold?' },
  ...{ requestedByName: 'Maya', coachId: null, coachName: null, beganAt: 1, feedbackAt: null, endedAt: null },
  ...{ questions: 0, ideas: 0, settled: 0, ...more },
});
const next = (as: Reader['as'], reviews: ReviewInStory[], open: CycleSummary[]) =>
  nextForTeam(
    { teamId: 'team', open, reviews },
    { personId: 'me', as },
    { today, timeZone: 'America/New_York' },
  );
const open = [cycle('c', 'do', '2026-11-13')];

describe('what a team needs next', () => {
  it('is a review that was asked for, for its coach', () => {
    expect(next('coach', [review('requested')], open)).toEqual({
      title: 'Maya asks for your review of cycle 2 of “Frames”',
      text: '“Is it bold?”',
      ...{ button: 'Review', path: '/cycles/c/review' },
    });
    expect(next('coach', [review('in_progress', { coachId: 'me' })], open).button).toBe(
      'Go on with the review',
    );
    expect(next('coach', [review('in_progress', { coachId: 'other' })], open).button).toBe('Read');
    expect(next('facilitator', [review('requested')], open).button).toBe('Read');
  });

  it('is questions to answer, for the team', () => {
    expect(next('member', [review('returned', { coachName: 'Lena' })], open).title).toBe(
      'Lena read cycle 2 of “Frames”',
    );
    expect(next('member', [review('requested')], open).button).toBe('Finish Do and study');
  });

  it('is the open cycle, or something to begin with', () => {
    expect(next('coach', [], open)).toMatchObject({ button: 'Read', path: '/cycles/c/do' });
    expect(next('coach', [], []).path).toBe('/coaching/team/nudges/new');
    expect(next('facilitator', [], []).path).toBe('/teams/team');
    expect(next('member', [], []).path).toBe('/cycles/new?team=team');
  });
});

it('open cycles stand in the order in which they ask for a look', () => {
  const cycles = [
    cycle('planned', 'plan', '2026-12-01'),
    cycle('done', 'complete', '2026-11-01'),
    cycle('later', 'do', '2026-12-04'),
    cycle('past', 'do', '2026-11-20'),
    cycle('study', 'study', '2026-11-20'),
    cycle('stopped', 'stopped', '2026-11-01'),
    cycle('act', 'act', '2026-11-20'),
  ];
  expect(openCycles(cycles, today).map(({ id }) => id)).toEqual(['act', 'study', 'past', 'later', 'planned']);
});
