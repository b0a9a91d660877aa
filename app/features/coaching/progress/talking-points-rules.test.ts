import { expect, it } from 'vitest';
import { talkingPoints } from './talking-points-rules';

it('one and more apart is worth a talk, by who reads', () => {
  const scores = { computed: 2.5, team: 3, coach: 2 };
  expect(talkingPoints(scores, 'team')).toEqual(['You see 3.0, your coach 2.0: a good thing to talk about.']);
  expect(talkingPoints(scores, 'coach')).toEqual(['The team sees 3.0, you 2.0: a good thing to talk about.']);
  expect(talkingPoints(scores, 'other')).toEqual([
    'The team sees 3.0, the coach 2.0: a good thing to talk about.',
  ]);
});

it('less than one, and a score alone, are not', () => {
  expect(talkingPoints({ computed: 2.5, team: 2.5, coach: 2 }, 'team')).toEqual([]);
  expect(talkingPoints({ computed: null, team: 5, coach: null }, 'team')).toEqual([]);
});

it('beside what is worked out', () => {
  expect(talkingPoints({ computed: 2, team: 4, coach: null }, 'team')).toEqual([
    'You see 4.0, cycles and numbers say 2.0: what do you see that they do not show yet?',
  ]);
  expect(talkingPoints({ computed: 4, team: 3, coach: null }, 'team')).toEqual([
    'You see 3.0, cycles and numbers say 4.0: do they show more than it feels like?',
  ]);
  expect(talkingPoints({ computed: 4, team: 3, coach: 3 }, 'coach')).toEqual([
    'The team sees 3.0, cycles and numbers say 4.0: worth asking what lies behind it.',
  ]);
});
