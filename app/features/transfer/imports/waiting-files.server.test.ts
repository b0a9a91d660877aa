import { describe, expect, it } from 'vitest';
import { noSource } from './mapping';
import { findWaitingFile, keepWaitingFile } from './waiting-files.server';
import type { WaitingFile } from './waiting-files.server';

const hour = 60 * 60 * 1000;
const megabytes = (count: number) => 'x'.repeat(count * 1024 * 1024);

function fileOf(importId: string, personId: string, uploadedAt: number, text = 'x'): WaitingFile {
  return {
    ...{ importId, personId, teamId: 'team', fileName: 'x.csv', text, rowCount: 1, columns: [] },
    ...{ revision: 0, replace: false, asLastTime: false, measureId: null, uploadedAt },
    mapping: {
      date: { column: 'date', format: 'iso', days: {} },
      group: { column: '', fixed: '', values: {} },
      ...{ layout: 'wide', measures: {}, long: { column: '', values: {}, source: noSource } },
      ...{ note: '', filters: [], sameDay: 'refuse' },
    },
  };
}

const find = (importId: string, personId: string, now: number, teamId = 'team') =>
  findWaitingFile({ importId, personId, teamId }, now)?.importId ?? null;

describe('waiting files', () => {
  it('are for one person and one team', () => {
    keepWaitingFile(fileOf('a', 'ann', 0));
    expect(find('a', 'ann', 1)).toBe('a');
    expect(find('a', 'ben', 1)).toBeNull();
    expect(find('a', 'ann', 1, 'other team')).toBeNull();
  });

  it('give way to the person’s next one', () => {
    keepWaitingFile(fileOf('b', 'ann', 2));
    expect([find('a', 'ann', 3), find('b', 'ann', 3)]).toEqual([null, 'b']);
  });

  it('wait an hour at most', () => {
    expect(find('b', 'ann', 2 + hour)).toBe('b');
    expect(find('b', 'ann', 3 + hour)).toBeNull();
  });

  it('never grow beyond 40 MB together: the oldest go', () => {
    const people = Array.from({ length: 10 }, (_, index) => `p${index}`);
    for (const [index, person] of people.entries())
      keepWaitingFile(fileOf(person, person, 10 * hour + index, megabytes(5)));
    expect(people.map((person) => find(person, person, 10 * hour + 20))).toEqual([
      null,
      null,
      ...people.slice(2),
    ]);
  });
});
