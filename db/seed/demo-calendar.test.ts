import { expect, it } from 'vitest';
import { demoBreaks } from './demo-calendar';

const thanksgiving = (today: string) => demoBreaks(today).filter(({ name }) => name === 'Thanksgiving');

it.each([
  ['2026-11-22', ['2026-11-26']],
  ['2026-10-29', ['2026-11-26']],
  ['2026-10-28', []],
  ['2026-11-26', []],
  ['2027-11-20', ['2027-11-25']],
  ['2027-03-01', []],
] as const)('the demo of %s has Thanksgiving before it where it is near', (today, starts) => {
  expect(thanksgiving(today).map(({ startsOn }) => startsOn)).toEqual(starts);
});
