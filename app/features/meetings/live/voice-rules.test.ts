import { describe, expect, it } from 'vitest';
import type { Subject } from '../agenda/agenda';
import { partInStep, usualKind, voicesOfStep } from './voice-rules';
import type { InRoom } from './voice-rules';

const none: Subject = { kind: 'none' };
const team: Subject = {
  kind: 'team',
  teamId: 'a',
  teamName: 'Grade 6',
  schoolName: 'Northgate MS',
  cycle: null,
};
const post: Subject = { kind: 'post', postId: 'p', post: { title: 'Frames', signedAs: 'A grade 4 team' } };
const person = (more: Partial<InRoom> = {}): InRoom => ({
  ...{ runs: false, role: null, hasFacilitator: false, teamIds: ['b'] },
  ...more,
});
const presenter = person({ teamIds: ['a'] });
const facilitator = person({ runs: true, teamIds: [] });
const feedback = { speaks: 'group', silent: 'presenter' } as const;
const story = { speaks: 'presenter', silent: 'group' } as const;

describe('the part of a person in a step', () => {
  it('is told to presenters, to the group and to the facilitator', () => {
    expect(partInStep(story, team, presenter).words).toBe('You present now.');
    expect(partInStep(story, team, person())).toEqual({
      ...{ words: 'You are silent now: listen and take notes.', isSilent: true },
    });
    expect(partInStep(story, team, facilitator).words).toBe('');
    expect(partInStep(feedback, team, presenter).isSilent).toBe(true);
    expect(partInStep(feedback, team, person()).words).toBe('You speak now.');
    expect(partInStep({ speaks: 'facilitator', silent: 'nobody' }, none, facilitator).words).toBe(
      'You speak now.',
    );
  });

  it('is the facilitator’s of the day, and only where nobody is, of those who run it', () => {
    const leads = { speaks: 'facilitator', silent: 'nobody' } as const;
    const ofTheDay = person({ role: 'facilitator', hasFacilitator: true });
    const runner = person({ runs: true, teamIds: [], hasFacilitator: true });
    expect(partInStep(leads, none, ofTheDay).words).toBe('You speak now.');
    expect(partInStep(leads, none, runner).words).toBe('');
    expect(partInStep(leads, none, { ...runner, hasFacilitator: false }).words).toBe('You speak now.');
    expect(partInStep(leads, none, person({ hasFacilitator: true })).words).toBe('');
    const keeper = person({ runs: true, role: 'timekeeper', teamIds: [] });
    expect(partInStep(leads, none, keeper).words).toBe('You speak now.');
    expect(partInStep(story, team, runner).isSilent).toBe(true);
  });

  it('is everybody’s where everybody speaks or is quiet', () => {
    expect(partInStep({ speaks: 'everyone', silent: 'nobody' }, none, person()).words).toBe(
      'Everyone speaks.',
    );
    expect(partInStep({ speaks: 'nobody', silent: 'everyone' }, team, presenter).isSilent).toBe(true);
  });

  it('never tells who presents a post: its own team reads what all others read', () => {
    for (const step of [story, feedback])
      expect(partInStep(step, post, presenter)).toEqual(partInStep(step, post, person()));
    expect(partInStep(story, post, presenter).words).toBe('');
  });

  it('is one sentence for everybody', () => {
    expect(voicesOfStep(feedback)).toBe('The group speaks. The presenter is silent.');
    expect(voicesOfStep({ speaks: 'nobody', silent: 'everyone' })).toBe('Nobody speaks.');
    expect(voicesOfStep({ speaks: 'everyone', silent: 'nobody' })).toBe('Everyone speaks.');
  });
});

describe('what is most often said in a step', () => {
  it.each([
    ['Clarifying questions', 'question'],
    ['Probing', 'question'],
    ['Warm and cool feedback', 'warm'],
    ['Group discusses', 'warm'],
    ['Two-minute pitches', 'topic'],
    ['Close', 'question'],
  ] as const)('%s: %s', (title, kind) => expect(usualKind({ title })).toBe(kind));
});
