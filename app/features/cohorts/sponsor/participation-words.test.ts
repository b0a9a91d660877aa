import { expect, it } from 'vitest';
import { atWorkWords, cyclesWords, lastActiveWords, sponsorAsked, sponsorPath } from './participation-words';

it('says when a team was last at work by weeks', () => {
  expect([null, 0, 1, 2, 14, 53].map(lastActiveWords)).toEqual([
    ...['nothing noted yet', 'this week', 'last week', '2 weeks ago', '14 weeks ago', 'over a year ago'],
  ]);
});

it('says what a team is at work on', () => {
  expect(cyclesWords({ begun: 0, completed: 0 })).toBe('none yet');
  expect(cyclesWords({ begun: 1, completed: 2 })).toBe('1 begun, 2 completed');
  expect([0, 1, 4].map(atWorkWords)).toEqual(['no cycle now', 'one cycle', '4 cycles']);
});

it('reads and writes its address', () => {
  const asked = { search: 'elm & oak', page: 2, postPage: 3 };
  const path = sponsorPath(asked, 'participation');
  expect(path).toBe('/?search=elm+%26+oak&page=2&posts=3#participation');
  expect(sponsorAsked(new URL(path, 'http://localhost').searchParams)).toEqual(asked);
  expect(sponsorPath({ search: '', page: 1, postPage: 1 }, 'school-posts')).toBe('/#school-posts');
  expect(sponsorAsked(new URLSearchParams('page=-3&posts=many'))).toEqual({
    search: '',
    page: 1,
    postPage: 1,
  });
});
