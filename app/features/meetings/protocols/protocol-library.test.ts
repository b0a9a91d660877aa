import { describe, expect, it } from 'vitest';
import { stepVoices } from '#db/vocabulary';
import { shippedProtocol, shippedProtocols } from './protocol-library';

/** The table of protocols.md: the named total, and the minutes of each step in order. */
const table: [key: string, total: number, steps: number[]][] = [
  ['consultancy-50', 50, [10, 5, 10, 15, 5, 5]],
  ['consultancy-20', 20, [5, 3, 9, 3]],
  ['tuning-45', 45, [3, 15, 5, 3, 10, 5, 4]],
  ['tuning-30', 30, [2, 5, 2, 5, 8, 5, 3]],
  ['fine-tuning-29', 29, [3, 1, 3, 6, 6, 3, 4, 3]],
  ['success-analysis-30', 30, [5, 5, 3, 5, 7, 3, 2]],
  ['loss-analysis-30', 30, [5, 3, 5, 10, 5, 2]],
  ['data-walk-20', 20, [5, 5, 6, 4]],
  ['idea-market-25', 25, [10, 10, 5]],
  ['team-meeting-45', 45, [3, 7, 15, 15, 5]],
  ['huddle-10', 10, [3, 4, 3]],
  ['peer-observation-25', 25, [3, 7, 7, 5, 3]],
  ['welcome-5', 5, [5]],
  ['check-in-5', 5, [5]],
  ['last-time-10', 10, [10]],
  ['break-10', 10, [10]],
  ['closing-circle-10', 10, [10]],
];

describe('the library', () => {
  it.each(table)('%s takes %i minutes', (key, total, minutes) => {
    const protocol = shippedProtocol(key);
    expect(protocol?.steps.map((step) => step.minutes)).toEqual(minutes);
    expect(protocol?.minutes).toBe(total);
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(total);
  });

  it('holds the table and nothing else, each key and name once', () => {
    expect(shippedProtocols.map(({ key }) => key).sort()).toEqual(table.map(([key]) => key).sort());
    expect(new Set(shippedProtocols.map(({ name }) => name)).size).toBe(shippedProtocols.length);
  });

  it('says in each step who speaks and what to do', () => {
    for (const { steps } of shippedProtocols)
      for (const step of steps) {
        expect(stepVoices).toContain(step.speaks);
        expect(step.speaks).not.toBe(step.silent);
        expect(step.prompt.length).toBeGreaterThan(10);
      }
  });

  it('marks as ours what protocols.md marks, and the plain blocks', () => {
    const ours = shippedProtocols.filter(({ source }) => source.startsWith('Ours')).map(({ key }) => key);
    expect(ours.sort()).toEqual([
      ...['break-10', 'check-in-5', 'closing-circle-10', 'data-walk-20', 'idea-market-25', 'last-time-10'],
      ...['loss-analysis-30', 'peer-observation-25', 'welcome-5'],
    ]);
  });

  it('keeps the presenter silent where the field does', () => {
    const silent = (key: string) =>
      shippedProtocol(key)?.steps.filter((step) => step.silent === 'presenter').length;
    for (const key of ['consultancy-50', 'consultancy-20', 'tuning-45', 'tuning-30', 'fine-tuning-29'])
      expect(silent(key)).toBe(1);
    expect(silent('success-analysis-30')).toBe(1);
    expect(silent('loss-analysis-30')).toBe(1);
  });
});
