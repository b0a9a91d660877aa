import { describe, expect, it } from 'vitest';
import { csvText } from './csv-text';

describe('a table as CSV', () => {
  it('disarms what a spreadsheet would run, and keeps numbers', () => {
    const text = csvText(
      ['team', 'cycles'],
      [
        ['=HYPERLINK("x")', 2],
        ['A, "quoted"', -1],
      ],
    );
    expect(text).toBe(`\ufeffteam,cycles\r\n"'=HYPERLINK(""x"")",2\r\n"A, ""quoted""",-1\r\n`);
  });

  it('has a head where there are no rows', () => {
    expect(csvText(['team'], [])).toBe('\ufeffteam\r\n');
  });
});
