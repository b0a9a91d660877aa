import { describe, expect, it } from 'vitest';
import { addDays } from '~/lib/school-day';
import { readClipboard, readPastedBlock } from './pasted-block';

const days = Array.from({ length: 10 }, (_, week) => addDays('2026-09-04', week * 7));
const groups = [
  { id: 'swd', name: 'Students with disabilities' },
  { id: 'rest', name: 'Students without disabilities' },
];
const grid = { days, groups, today: '2026-11-10' };
const start = { date: days[2] ?? '', groupId: 'swd' };

describe('what a spreadsheet puts on the clipboard', () => {
  it('tabs, line ends of Windows, quotes around tabs, line ends and quotes, and empty cells', () => {
    expect(readClipboard('1\t\t3\r\n"two\nlines"\t"a ""word"""\t\r\n')).toEqual([
      ['1', '', '3'],
      ['two\nlines', 'a "word"', ''],
    ]);
  });

  it('a stray quotation mark', () =>
    expect(readClipboard('5"\t6\n7\t8')).toEqual([
      ['5"', '6'],
      ['7', '8'],
    ]));
});

describe('a pasted block', () => {
  it('goes down and right from the cell', () => {
    expect(readPastedBlock('5/8\t9/17\r\n6/8\t\r\n', start, grid)).toEqual({
      cells: [
        { date: days[2], groupId: 'swd', text: '5/8' },
        { date: days[2], groupId: 'rest', text: '9/17' },
        { date: days[3], groupId: 'swd', text: '6/8' },
      ],
      note: null,
    });
  });

  it.each([
    ['9/18/2026\t5/8\n10/2/2026\t6/8', ['2026-09-18', '2026-10-02']],
    ['18.09.2026\t5/8\n2.10.2026\t6/8', ['2026-09-18', '2026-10-02']],
    ['18/9/2026\t5/8\n2/10/2026\t6/8', ['2026-09-18', '2026-10-02']],
    ['2026-09-18\t5/8\n2026-10-02\t6/8', ['2026-09-18', '2026-10-02']],
    ['9/18/26\t5/8\n10/2/26\t6/8', ['2026-09-18', '2026-10-02']],
    ['Sep 18, 2026\t5/8\nOct 2, 2026\t6/8', ['2026-09-18', '2026-10-02']],
  ])('finds its days: %s', (text, expected) =>
    expect(readPastedBlock(text, start, grid).cells.map(({ date }) => date)).toEqual(expected),
  );

  it('finds its groups by their names in the first row', () => {
    const text = 'Date\tStudents without disabilities\tStudents with disabilities\n9/18/2026\t9/17\t5/8';
    expect(readPastedBlock(text, start, grid).cells).toEqual([
      { date: '2026-09-18', groupId: 'rest', text: '9/17' },
      { date: '2026-09-18', groupId: 'swd', text: '5/8' },
    ]);
  });

  it('is not taken at all where it would stand elsewhere than meant', () => {
    const none = (text: string, from = start) => {
      const read = readPastedBlock(text, from, grid);
      expect(read.cells).toEqual([]);
      return read.note;
    };
    expect(none('5/8', { date: '2026-11-09', groupId: 'swd' })).toContain('The grid has changed meanwhile');
    expect(none('5/8', { date: days[2] ?? '', groupId: 'gone' })).toContain('The grid has changed meanwhile');
    expect(none('9/11\t17/20\n9/18\t18/20\n9/25\t16/20')).toContain('days without a year (9/11)');
    expect(none('46276\t40\t3\n46283\t41\t3')).toContain('does not fit from this cell on');
    expect(none('5/8\t6/8', { date: days[2] ?? '', groupId: 'rest' })).toContain(
      'does not fit from this cell on',
    );
  });

  it('says how days were read that can be read two ways', () => {
    expect(readPastedBlock('1/9/2026\t5/8\n8/9/2026\t6/8', start, grid)).toMatchObject({
      cells: [{ date: '2026-01-09' }, { date: '2026-08-09' }],
      note: 'The first day, “1/9/2026” is read as Fri, Jan 9, 2026.',
    });
  });

  it('says what does not fit', () => {
    const tall = Array.from({ length: 10 }, () => '5/8').join('\n');
    expect(readPastedBlock(tall, start, grid)).toMatchObject({
      note: '2 pasted cells lie outside the grid and were left out. Copy the days along with the numbers to paste further.',
    });
    expect(readPastedBlock('11/20/2026\t5/8\n11/6/2026\t6/8', start, grid)).toMatchObject({
      cells: [{ date: '2026-11-06' }],
      note: '1 cell is for days still to come and was left out.',
    });
    expect(readPastedBlock('\t\n', start, grid)).toEqual({ cells: [], note: 'There was nothing to paste.' });
  });
});
