import { expect, it } from 'vitest';
import { calendarMondays, contactWeeks } from './contact-rules';
import { lastHeardWords } from './contact-words';

const today = '2026-11-18';

it('shows twelve weeks, this one last', () => {
  const mondays = calendarMondays(today);
  expect([mondays.length, mondays[0], mondays.at(-1)]).toEqual([12, '2026-08-31', '2026-11-16']);
});

it('marks how a team heard from its coach, the weeks without school, and the last time', () => {
  const heard = [
    { teamId: 't', heard: 'review' as const, on: '2026-11-05' },
    { teamId: 't', heard: 'visit' as const, on: '2026-11-03' },
    { teamId: 't', heard: 'nudge' as const, on: '2026-01-05' },
  ];
  const off = [{ leaId: null, name: 'Fall break', startsOn: '2026-10-12', endsOn: '2026-10-16' }];
  const { weeks, last } = contactWeeks(heard, calendarMondays(today), off);
  expect(weeks.filter((week) => week.heard.length > 0)).toEqual([
    { monday: '2026-11-02', heard: ['review', 'visit'], off: null },
  ]);
  expect(weeks.find(({ monday }) => monday === '2026-10-12')?.off).toBe('Fall break');
  expect(lastHeardWords(last, today)).toBe('13 days ago, reviewed');
  expect(lastHeardWords({ heard: 'nudge', on: '2026-10-14' }, today)).toBe('5 weeks ago, nudged');
  expect(lastHeardWords(null, today)).toBe('not yet');
});
