import { describe, expect, it } from 'vitest';
import { protectTable } from './protect-table';
import type { TableCell, TableRelation } from './table-relations';

/** `a: 12 of 24`, or `a: 12 of 24 implied`. */
function cell(id: string, k: number, n: number, implied = false): TableCell {
  return implied ? { id, n, k, implied } : { id, n, k };
}

function relation(total: string, ...parts: string[]): TableRelation {
  return { total, parts };
}

function shown(cells: TableCell[], ...relations: TableRelation[]) {
  const table = protectTable({ cells, relations });
  return Object.fromEntries(table.cells.map(({ id, show }) => [id, show]));
}

describe('rule 3: a total and its parts', () => {
  it('hides the complement of a small group: 6 = 30 − 24', () => {
    const table = protectTable({
      cells: [cell('all', 15, 30), cell('swd', 2, 6), cell('non_swd', 13, 24)],
      relations: [relation('all', 'swd', 'non_swd')],
    });
    expect(table).toEqual({
      withheld: false,
      cells: [
        { id: 'all', show: '50%', state: 'published', reason: 'published' },
        { id: 'swd', show: '*', state: 'hidden', reason: 'primary' },
        { id: 'non_swd', show: '*', state: 'hidden', reason: 'complementary' },
      ],
    });
  });

  it('hides a printed flag for its small unprinted rest: 24 − 12 − 10 = 2', () => {
    expect(
      shown(
        [cell('all', 12, 24), cell('black', 6, 12), cell('white', 5, 10), cell('rest', 1, 2, true)],
        relation('all', 'black', 'white', 'rest'),
      ),
    ).toEqual({ all: '50%', black: '50%', white: '*', rest: null });
  });

  it('lets a rest be worked out that could be printed', () => {
    // The rest of 12, 6 of them, follows and may be known; it hides a group of 6 well enough: 12 + 6 = 18 are untold.
    const cells = [
      cell('all', 20, 40),
      cell('black', 3, 6),
      cell('white', 11, 22),
      cell('rest', 6, 12, true),
    ];
    expect(shown(cells, relation('all', 'black', 'white', 'rest'))).toEqual({
      ...{ all: '50%', black: '*', white: '50%', rest: null },
    });
  });

  it('lets no rest be worked out that would be coded: 40 − 28 = 12, none of them', () => {
    const table = protectTable({
      cells: [cell('all', 14, 40), cell('swd', 14, 28), cell('non_swd', 0, 12, true)],
      relations: [relation('all', 'swd', 'non_swd')],
    });
    expect(table.cells.map(({ state }) => state)).toEqual(['published', 'hidden', 'coded']);
    expect(table.cells[2]?.show).toBeNull();
  });

  it('hides until the hidden together are ten: 4 + 5 = 9', () => {
    const cells = [
      cell('all', 32, 60),
      cell('a', 2, 4),
      cell('b', 2, 5),
      cell('c', 10, 20),
      cell('d', 18, 31),
    ];
    expect(shown(cells, relation('all', 'a', 'b', 'c', 'd'))).toMatchObject({
      a: '*',
      b: '*',
      c: '*',
      d: '58%',
    });
    // 5 + 5 = 10, 4 of them, needs nothing more.
    const enough = [
      cell('all', 32, 61),
      cell('a', 2, 5),
      cell('b', 2, 5),
      cell('c', 10, 20),
      cell('d', 18, 31),
    ];
    expect(shown(enough, relation('all', 'a', 'b', 'c', 'd'))).toMatchObject({ c: '50%', d: '58%' });
  });

  it('hides until the hidden together lie in the middle: 0 of 11, then 10 of 31', () => {
    const cells = [
      cell('all', 30, 60),
      cell('a', 0, 5),
      cell('b', 0, 6),
      cell('c', 10, 20),
      cell('d', 20, 29),
    ];
    expect(shown(cells, relation('all', 'a', 'b', 'c', 'd'))).toEqual({
      ...{ all: '50%', a: '*', b: '*', c: '*', d: '69%' },
    });
  });

  it('takes exactly 20 % of 10 to 19 as the middle', () => {
    // 1 of 5 and 1 of 5 together are 2 of 10.
    const cells = [cell('all', 14, 34), cell('a', 1, 5), cell('b', 1, 5), cell('c', 12, 24)];
    expect(shown(cells, relation('all', 'a', 'b', 'c'))).toMatchObject({ c: '50%' });
  });

  it('hides the smallest part, of equal ones the first in the table', () => {
    const cells = [cell('all', 21, 42), cell('c', 9, 18), cell('b', 4, 8), cell('a', 4, 8), cell('d', 4, 8)];
    expect(shown(cells, relation('all', 'a', 'b', 'c', 'd'))).toMatchObject({ c: '50%' });
    const tied = [cell('all', 17, 34), cell('x', 6, 13), cell('y', 7, 13), cell('small', 4, 8)];
    expect(shown(tied, relation('all', 'small', 'y', 'x'))).toMatchObject({ x: '*', y: '54%' });
  });

  it('rather hides the part that helps another relation too', () => {
    // a (4) and c (5) are small. b (12) and d (11) are the smallest parts beside them, x (15) lies in both.
    const cells = [
      ...[cell('T1', 15, 31), cell('T2', 14, 31), cell('a', 2, 4), cell('b', 6, 12), cell('c', 2, 5)],
      ...[cell('d', 5, 11), cell('x', 7, 15)],
    ];
    expect(shown(cells, relation('T1', 'a', 'b', 'x'), relation('T2', 'c', 'd', 'x'))).toMatchObject({
      ...{ x: '*', b: '50%', d: '45%', T1: '48%', T2: '45%' },
    });
  });

  it('hides the total last', () => {
    // 1 of 6 alone; with 1 of 10 it is 2 of 16, which is extreme; so is the total.
    const cells = [cell('all', 2, 16), cell('a', 1, 6), cell('b', 1, 10)];
    expect(shown(cells, relation('all', 'a', 'b'))).toEqual({ all: '*', a: '*', b: '*' });
    // 5 and 7 together are the total, 12, which may be known.
    const both = [cell('all', 6, 12), cell('a', 2, 5), cell('b', 4, 7)];
    expect(shown(both, relation('all', 'a', 'b'))).toEqual({ all: '50%', a: '*', b: '*' });
  });

  it('keeps a group of nobody as it is', () => {
    const cells = [cell('all', 12, 24), cell('a', 0, 0), cell('b', 12, 24)];
    expect(shown(cells, relation('all', 'a', 'b'))).toEqual({ all: '50%', a: 'no students', b: '50%' });
  });

  it('follows class, grade and school', () => {
    // Class 1a (6) hides 1b; grade 1 (26) stays, since the two are what it says.
    const cells = [
      ...[cell('school', 25, 52), cell('grade 1', 13, 26), cell('grade 2', 12, 26)],
      ...[cell('1a', 3, 6), cell('1b', 10, 20), cell('2a', 6, 12), cell('2b', 6, 14)],
    ];
    const nested = [
      relation('school', 'grade 1', 'grade 2'),
      relation('grade 1', '1a', '1b'),
      relation('grade 2', '2a', '2b'),
    ];
    expect(shown(cells, ...nested)).toEqual({
      ...{
        school: '48%',
        'grade 1': '50%',
        'grade 2': '46%',
        '1a': '*',
        '1b': '*',
        '2a': '50%',
        '2b': '43%',
      },
    });
  });
});

describe('rule 4: bounds', () => {
  it('sees a code that a total and a percent settle', () => {
    // all: 50 of 100. b: 82 % of 60 is 49. a: <5% of 40 is 0 or 1, so it is 1. b is hidden for it, then a for b.
    const cells = [cell('all', 50, 100), cell('a', 1, 40), cell('b', 49, 60)];
    expect(shown(cells, relation('all', 'a', 'b'))).toEqual({ all: '50%', a: '*', b: '*' });
  });

  it('sees two codes that settle each other though their sum may be known', () => {
    // a: 0 or 1 of 40, b: 39 or 40 of 40, together 51 − 10 = 41 of 80: so 1 and 40. c is hidden for it, then a for c.
    const cells = [cell('all', 51, 100), cell('a', 1, 40), cell('b', 40, 40), cell('c', 10, 20)];
    expect(shown(cells, relation('all', 'a', 'b', 'c'))).toEqual({ all: '51%', a: '*', b: '>95%', c: '*' });
  });

  it('leaves two codes that leave each other open', () => {
    // Together 40 of 80: 0 and 40, or 1 and 39.
    const cells = [cell('all', 50, 100), cell('a', 1, 40), cell('b', 39, 40), cell('c', 10, 20)];
    expect(shown(cells, relation('all', 'a', 'b', 'c'))).toMatchObject({ a: '<5%', b: '>95%', c: '50%' });
  });

  it('hides the smallest coded part where no part is published, then the total', () => {
    // all: 51 % of 80 is 41, so 1 and 40.
    const cells = [cell('all', 41, 80), cell('a', 1, 40), cell('b', 40, 40)];
    expect(shown(cells, relation('all', 'a', 'b'))).toEqual({ all: '51%', a: '*', b: '*' });
  });

  it('leaves a code open beside percents of many students', () => {
    // 50 % of 1000 is 495 to 504 and 83 % of 400 is 330 to 333, so a and b, <5% of 300 and >95% of 300, stay open.
    const cells = [cell('all', 500, 1000), cell('a', 10, 300), cell('b', 159, 300), cell('c', 331, 400)];
    const codes = [cell('all', 630, 1000), cell('a', 10, 300), cell('b', 289, 300), cell('c', 331, 400)];
    expect(shown(cells, relation('all', 'a', 'b', 'c'))).toMatchObject({ a: '*', c: '83%' });
    expect(shown(codes, relation('all', 'a', 'b', 'c'))).toMatchObject({ a: '<5%', b: '>95%', c: '83%' });
  });
});

describe('rule 5: sums over all relations at once', () => {
  const shared = [cell('x', 2, 5), cell('y', 4, 8), cell('p', 7, 15), cell('q', 6, 12)];

  it('sees a group that two relations leave: z = (T2 − q) − (T1 − p)', () => {
    // x + y = 13 and x + y + z = 19 are fine each; their difference is z, 6 students. q is hidden with it: 18.
    const cells = [...shared, cell('z', 3, 6), cell('T1', 13, 28), cell('T2', 15, 31)];
    expect(shown(cells, relation('T1', 'x', 'y', 'p'), relation('T2', 'x', 'y', 'z', 'q'))).toEqual({
      ...{ x: '*', y: '*', z: '*', q: '*', p: '47%', T1: '46%', T2: '48%' },
    });
  });

  it('sees a sum of two that is small: 4 + 5', () => {
    const cells = [...shared, cell('z', 2, 4), cell('w', 2, 5), cell('T1', 13, 28), cell('T2', 16, 34)];
    expect(
      shown(cells, relation('T1', 'x', 'y', 'p'), relation('T2', 'x', 'y', 'z', 'w', 'q')),
    ).toMatchObject({
      ...{ q: '*', p: '47%' },
    });
  });

  it('lets a sum of ten be known: 5 + 5', () => {
    const cells = [...shared, cell('z', 2, 5), cell('w', 2, 5), cell('T1', 13, 28), cell('T2', 16, 35)];
    expect(
      shown(cells, relation('T1', 'x', 'y', 'p'), relation('T2', 'x', 'y', 'z', 'w', 'q')),
    ).toMatchObject({
      ...{ q: '50%', p: '47%' },
    });
  });

  it('takes a coded count as unknown, and lets no equation tell it', () => {
    // Of 1000 and 600 the percents leave ranges, so bounds settle nothing; with exact counts a is 500 − 490 = 10 of 400.
    const cells = [cell('all', 500, 1000), cell('a', 10, 400), cell('b', 490, 600)];
    expect(shown(cells, relation('all', 'a', 'b'))).toEqual({ all: '50%', a: '*', b: '*' });
  });

  it('lets two extreme groups be known together only in the middle', () => {
    // 1 of 20 and 1 of 20 are 2 of 40, exactly 5 %.
    const middle = [cell('all', 12, 60), cell('a', 1, 20), cell('b', 1, 20), cell('c', 10, 20)];
    const parts = relation('all', 'a', 'b', 'c');
    // But then both bounds are settled (0 or 1 each, 2 together), so the published part goes, and a for it.
    expect(shown(middle, parts)).toEqual({ all: '20%', a: '*', b: '<10%', c: '*' });
    // 1 of 20 and 0 of 20 are 1 of 40, extreme: the smallest shown part, a, goes, then b and c for it.
    const extreme = [cell('all', 13, 64), cell('a', 1, 20), cell('b', 0, 20), cell('c', 12, 24)];
    expect(shown(extreme, parts)).toEqual({ all: '20%', a: '*', b: '*', c: '*' });
  });
});

describe('rule 6: two-way tables', () => {
  function twoWay(rows: number[][]) {
    const half = (n: number) => Math.floor(n / 2);
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
    const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? 0));
    const inner = rows.flatMap((row, r) => row.map((n, c) => cell(`${r}${c}`, half(n), n)));
    const margin = (name: string, place: number, ns: number[]) =>
      cell(`${name}${place}`, sum(ns.map(half)), sum(ns));
    return protectTable({
      cells: [
        ...inner,
        ...rows.map((row, r) => margin('row', r, row)),
        ...columns.map((column, c) => margin('column', c, column)),
        margin('all', 0, rows.flat()),
      ],
      relations: [
        ...rows.map((row, r) => relation(`row${r}`, ...row.map((_, c) => `${r}${c}`))),
        ...columns.map((column, c) => relation(`column${c}`, ...column.map((_, r) => `${r}${c}`))),
        relation('all0', ...rows.map((_, r) => `row${r}`)),
        relation('all0', ...columns.map((_, c) => `column${c}`)),
      ],
    });
  }

  it('withholds the inside of which more than two thirds are hidden, and keeps the margins', () => {
    const table = twoWay([
      [6, 7, 8],
      [8, 5, 30],
    ]);
    // Five of six are small.
    expect(table.withheld).toBe(true);
    expect(table.cells.slice(0, 6).map(({ show }) => show)).toEqual([null, null, null, null, null, null]);
    expect(table.cells.slice(6).map(({ show }) => show)).toEqual(['48%', '49%', '50%', '42%', '50%', '48%']);
  });

  it('prints the inside of which exactly two thirds are hidden', () => {
    const table = twoWay([
      [6, 7, 20],
      [8, 5, 22],
    ]);
    expect(table.withheld).toBe(false);
    expect(table.cells.slice(0, 6).map(({ show }) => show)).toEqual(['*', '*', '50%', '*', '*', '50%']);
  });

  it('counts only cells with students', () => {
    // Four of the five cells that have students.
    const table = twoWay([
      [6, 7, 20],
      [8, 5, 0],
    ]);
    expect(table.withheld).toBe(true);
    expect(table.cells[5]).toEqual({ id: '12', show: null, state: 'zero', reason: 'zero' });
  });

  it('never withholds groups of several families, or months and classes one within another', () => {
    const cells = [
      ...[
        cell('all', 12, 24),
        cell('swd', 3, 8),
        cell('non_swd', 9, 16),
        cell('el', 4, 9),
        cell('non_el', 8, 15),
      ],
    ];
    const table = protectTable({
      cells,
      relations: [relation('all', 'swd', 'non_swd'), relation('all', 'el', 'non_el')],
    });
    expect(table.withheld).toBe(false);
    expect(table.cells.map(({ show }) => show)).toEqual(['50%', '*', '*', '*', '*']);
  });
});

describe('a table that cannot be', () => {
  const a = cell('a', 5, 10);
  const b = cell('b', 6, 12);
  const all = cell('all', 11, 22);

  it.each([
    ['names a cell that is not there', [all, a], [relation('all', 'a', 'b')]],
    ['has a cell twice', [all, a, a], []],
    ['names a part twice', [all, a, b], [relation('all', 'a', 'a')]],
    ['has a total that is its own part', [all, a, b], [relation('all', 'all', 'b')]],
    ['names no parts', [all], [relation('all')]],
    ['does not add up', [all, a], [relation('all', 'a')]],
    ['goes round', [cell('p', 5, 10), cell('q', 5, 10)], [relation('p', 'q'), relation('q', 'p')]],
    ['has more who did than there are', [cell('p', 11, 10)], []],
    ['has half a student', [cell('p', 1, 10.5)], []],
    ['has fewer than none', [cell('p', 0, -1)], []],
  ])('%s', (_, cells, relations) => {
    expect(() => protectTable({ cells, relations })).toThrow(RangeError);
  });

  it('says what is wrong in plain words', () => {
    expect(() => protectTable({ cells: [all, a], relations: [relation('all', 'a')] })).toThrow(
      'The parts of all do not add up to it: name the rest as an implied cell.',
    );
  });
});

it('raises the minimum for cells, sums and rests alike', () => {
  // 12 of 24 have the flag; from a minimum of 15 on both halves are small, and together the whole.
  const table = {
    cells: [cell('all', 12, 24), cell('a', 6, 12), cell('b', 6, 12)],
    relations: [relation('all', 'a', 'b')],
  };
  expect(protectTable(table, { minimum: 15 }).cells.map(({ show }) => show)).toEqual(['50%', '*', '*']);
  expect(protectTable(table, { minimum: 3 }).cells.map(({ show }) => show)).toEqual(['50%', '50%', '50%']);
});
