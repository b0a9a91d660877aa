import { describe, expect, it } from 'vitest';
import { mappingProblem, mostReadings } from './mapping';
import type { Mapping } from './mapping';

const mapping: Mapping = {
  date: { column: 'date', format: 'iso', days: {} },
  group: { column: '', values: {}, fixed: 'swd' },
  layout: 'wide',
  measures: {
    a: { how: 'value', column: 'value', of: '' },
    b: { how: 'value', column: 'value', of: '' },
  },
  long: { column: '', values: {}, source: { how: 'value', column: '', of: '' } },
  note: '',
  filters: [],
  sameDay: 'refuse',
};

describe('how much is read at once', () => {
  it('is bounded by rows times measures, and the message says what to do', () => {
    expect(mappingProblem(mapping, [], mostReadings / 2)).toBeNull();
    expect(mappingProblem(mapping, [], mostReadings / 2 + 1)).toBe(
      '30,001 rows for 2 measures are too much to read at once. Choose fewer measures, import them, then choose the file again.',
    );
  });
});
