import { expect, it } from 'vitest';
import { startOnDay } from './series-time-rules';

const timeZone = 'America/New_York';

it('a day of a series on which clocks leave its time out is named, with the time there is', () => {
  const start = startOnDay({ day: '2027-03-14', time: '02:30', timeZone }, '2027-01-04');
  expect(start).toEqual({
    ok: false,
    message:
      'Sun, Mar 14, 02:30: Clocks are set forward that day in America/New York: there is no 02:30. It would be 03:30; write that if you mean it.',
  });
});

it('every other day begins at its time', () => {
  const start = startOnDay({ day: '2027-03-15', time: '02:30', timeZone }, '2027-01-04');
  expect(start).toMatchObject({ ok: true, startsAt: Date.UTC(2027, 2, 15, 6, 30) });
});
