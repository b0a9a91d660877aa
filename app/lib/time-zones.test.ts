import { expect, it } from 'vitest';
import { timeZoneChoices } from './time-zones';

it('begins with the network’s zone and those of the United States; every zone stands once', () => {
  const { likely, others } = timeZoneChoices(['America/Chicago', 'Europe/Berlin']);
  expect(likely.slice(0, 4)).toEqual([
    ...['America/Chicago', 'Europe/Berlin', 'America/Puerto_Rico', 'America/New_York'],
  ]);
  expect(others).toContain('UTC');
  expect(others).toContain('Europe/Paris');
  const all = [...likely, ...others];
  expect(new Set(all).size).toBe(all.length);
});
