import { describe, expect, it } from 'vitest';
import { readDataTable } from './data-table';

async function rows(text: string) {
  const read = await readDataTable(text);
  return read.ok
    ? [read.table.columns, ...read.table.rows.map(({ cells, line }) => [line, ...cells])]
    : read.message;
}

describe('a table', () => {
  it.each([
    ['comma', 'a,b\n1,2'],
    ['semicolon', 'a;b\r\n1;2'],
    ['tab', 'a\tb\n1\t2\n'],
    ['a mark at the beginning', '\ufeffa,b\n1,2'],
  ])('%s', async (_name, text) => {
    expect(await rows(text)).toEqual([
      ['a', 'b'],
      [2, '1', '2'],
    ]);
  });

  it('says sep= itself, and lines are those of the file', async () => {
    expect(await rows('sep=|\na|b\n1|2')).toEqual([
      ['a', 'b'],
      [3, '1', '2'],
    ]);
    expect(await rows('a,b\n\n1,"x\ny"\n,\n3,4')).toEqual([
      ['a', 'b'],
      [4, '1', 'x\ny'],
      [6, '3', '4'],
    ]);
  });

  it('gives every column a name of its own', async () => {
    expect(await rows('Score,score,,Score\n1,2,3,4')).toEqual([
      ['Score', 'score (2)', 'Column 3', 'Score (3)'],
      [2, '1', '2', '3', '4'],
    ]);
  });

  it('is read whole, however it falls into pieces', async () => {
    const text = `name,value\n${Array.from({ length: 30_000 }, (_, index) => `"é ${index}",${index}`).join('\n')}`;
    const read = await readDataTable(text);
    expect(read.ok && read.table.rows.length).toBe(30_000);
    expect(read.ok && read.table.rows.at(-1)).toEqual({ cells: ['é 29999', '29999'], line: 30_001 });
  });

  it.each([
    ['', 'no row of numbers'],
    ['a,b', 'no row of numbers'],
    ['1,2\n3,4', 'must name the columns'],
    ['a,b\n"1,2', 'never closed'],
    [`a\n${'1\n'.repeat(50_001)}`, 'Up to 50,000 rows'],
    [`a${',b'.repeat(120)}\n1`, 'Up to 120 columns'],
  ])('refuses %#', async (text, message) => {
    expect(await rows(text)).toContain(message);
  });
});
