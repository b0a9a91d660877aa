import { describe, expect, it } from 'vitest';
import type { Measure } from '~/features/measures/measure';
import { formatRecorded } from '~/features/run-charts/plotted-value';
import { lookAtColumns } from './column-facts';
import { completeMapping } from './complete-mapping';
import { readDataTable } from './data-table';
import type { DataTable } from './data-table';
import { importReport, linesInReport } from './import-report';
import { measureTemplate, teamTemplate } from './import-template';
import type { Mapping } from './mapping';
import { mappingShape } from './mapping-shape';
import { mappingAsBefore, suggestMapping } from './mapping-suggestion';
import { countOutcomes, fateOf } from './number-fate';
import { readNumbers } from './read-numbers';

const swd = { id: 'g-swd', key: 'swd', name: 'Students with disabilities', complementId: null };
const all = { id: 'g-all', key: 'all', name: 'All students', complementId: null };
const made = (id: string, name: string, kind: Measure['kind'], groups = [all], unit = '') => ({
  ...{ id, name, kind, groups, unit, teamId: 't', level: 'outcome' as const, direction: 'increase' as const },
  ...{ frequency: 'weekly' as const, goal: null, goalOn: null, collectorId: null, sharedMeasureId: null },
  ...{ version: 1, definition: 'x' },
});
const words = made('m-words', 'Words', 'mean');
const met = made('m-met', 'Paragraphs', 'proportion', [swd, all], '%');
const calls = made('m-calls', 'Calls home', 'count');
const today = '2026-11-22';

async function tableOf(text: string): Promise<DataTable> {
  const read = await readDataTable(text);
  if (!read.ok) throw new Error(read.message);
  return read.table;
}

async function readAs(
  text: string,
  measures: Measure[],
  change: (mapping: Mapping) => Mapping = (same) => same,
) {
  const table = await tableOf(text);
  const columns = lookAtColumns(table);
  const mapping = completeMapping(change(suggestMapping(columns, measures, null)), columns, measures);
  return { mapping, columns, table, ...readNumbers(table, mapping, { measures, today }) };
}

const shown = ({ numbers }: Awaited<ReturnType<typeof readAs>>) =>
  numbers.map((one) => `${one.date} ${one.groupId} ${one.measureId} ${formatRecorded(one)}`);

describe('a file is read as suggested', () => {
  it('with the columns of one measure in any order', async () => {
    expect(shown(await readAs('Value,Week of\n46,1/12/2026\n47,1/19/2026', [words]))).toEqual([
      '2026-01-12 g-all m-words 46',
      '2026-01-19 g-all m-words 47',
    ]);
  });

  it('with groups in a column, by any of their names', async () => {
    const read = await readAs(
      'day,subgroup,numerator,denominator\n2026-01-12,SWD,3,8\n2026-01-12,Total,9,20',
      [met],
    );
    expect(shown(read)).toEqual(['2026-01-12 g-swd m-met 3 of 8', '2026-01-12 g-all m-met 9 of 20']);
  });

  it('with a proportion of a percent measure shown as percent', async () => {
    const attendance = made('m-att', 'Attendance', 'mean', [all], '%');
    expect(
      shown(await readAs('date,attendance rate\n2026-01-12,0.9169\n2026-01-13,0.88', [attendance])),
    ).toEqual(['2026-01-12 g-all m-att 91.69', '2026-01-13 g-all m-att 88']);
  });

  it('with a percent and how many it is of', async () => {
    const read = await readAs('date,pct met,n\n2026-01-12,62.5,8\n2026-01-19,60,8', [
      { ...met, groups: [all] },
    ]);
    expect(shown(read)).toEqual(['2026-01-12 g-all m-met 5 of 8']);
    expect(read.notes).toMatchObject([{ line: 3, outcome: 'refused' }]);
    expect(read.notes[0]?.message).toContain('whole number');
  });

  it('with a row for each student, counted and averaged', async () => {
    const list = 'Student,Date,Met\na,2026-01-12,yes\nb,2026-01-12,no\nc,2026-01-12,yes\nd,2026-01-13,1';
    expect(shown(await readAs(list, [{ ...met, groups: [all] }]))).toEqual([
      '2026-01-12 g-all m-met 2 of 3',
      '2026-01-13 g-all m-met 1 of 1',
    ]);
    const scores = 'Student,Date,Score\na,2026-01-12,40\nb,2026-01-12,41\nc,2026-01-12,43';
    expect(shown(await readAs(scores, [words]))).toEqual(['2026-01-12 g-all m-words 41.3333']);
    expect(shown(await readAs(scores, [calls]))).toEqual(['2026-01-12 g-all m-calls 124']);
  });
});

describe('several rows on one day', () => {
  const text = 'date,value\n2026-01-12,40\n2026-01-12,44\n2026-01-13,9';
  it('all stay out unless they are to be one number', async () => {
    const read = await readAs(text, [words]);
    expect(shown(read)).toEqual(['2026-01-13 g-all m-words 9']);
    expect(read.notes.map(({ line, sameDay }) => [line, sameDay])).toEqual([
      [2, true],
      [3, true],
    ]);
    const combined = await readAs(text, [words], (mapping) => ({ ...mapping, sameDay: 'combine' }));
    expect(shown(combined)[0]).toBe('2026-01-12 g-all m-words 42');
    expect(combined.numbers[0]?.lines).toEqual([2, 3]);
  });
});

describe('rows that give no number', () => {
  it('are empty, left out, or refused with the reason', async () => {
    const text =
      'date,school,value\n2026-01-12,Oak,\n2026-01-13,Elm,4\n2026-01-14,Oak,five\nlater,Oak,5\n2026-12-24,Oak,5\n,Oak,5\n2026-01-15,Oak,"1,234"';
    const dates = Array.from({ length: 40 }, (_, index) => `2025-0${1 + (index % 9)}-1${index % 8},Elm,1`);
    const read = await readAs(`${text}\n${dates.join('\n')}`, [words], (mapping) => ({
      ...mapping,
      filters: [{ column: 'school', value: 'Oak' }],
    }));
    expect(read.numbers).toEqual([]);
    expect(read.notes.slice(0, 7).map(({ outcome, message }) => `${outcome} ${message}`)).toEqual([
      'empty ',
      'left_out ',
      'refused 2026-01-14: "five" is not a number.',
      'refused “later” is not read as a day in the chosen form.',
      'refused 2026-12-24: This day is still to come. Log it once it has happened.',
      'refused Which day is this number from?',
      'refused 2026-01-15: "1,234" can be read two ways: type it without the comma.',
    ]);
  });
});

describe('templates', () => {
  const measures = [met, words, made('m-rate', '=Prompts', 'rate')];
  it('for the team are read as they are meant when they come back filled in', async () => {
    const text = teamTemplate(measures, '2026-11-20');
    const filled = text
      .trim()
      .split('\n')
      .map((line, index) => (index === 2 ? '2026-11-20,All students,5,8,44,12,6,A note' : line));
    const read = await readAs(filled.join('\n'), measures);
    expect(shown(read)).toEqual([
      '2026-11-20 g-all m-met 5 of 8',
      '2026-11-20 g-all m-words 44',
      '2026-11-20 g-all m-rate 12 of 6',
    ]);
    expect(read.numbers[0]?.note).toBe('A note');
    expect(read.notes.map(({ outcome }) => outcome)).toEqual(['empty']);
  });
  it('for one measure have a row for each of its groups', () => {
    expect(measureTemplate(met, '2026-11-20').trim().split('\n')).toEqual([
      '\ufeffdate,group,numerator,denominator,note'.slice(1),
      '2026-11-20,Students with disabilities,,,',
      '2026-11-20,All students,,,',
    ]);
  });
});

describe('a remembered mapping', () => {
  it('survives its journey through JSON, and another measure takes the place of the first', async () => {
    const read = await readAs('date,value\n2026-01-12,4', [words, calls], (mapping) => ({
      ...mapping,
      measures: { 'm-words': { how: 'value', column: 'value', of: '' } },
    }));
    const before = mappingShape.parse(JSON.parse(JSON.stringify(read.mapping)));
    expect(mappingAsBefore(before, read.columns, [words, calls], null)).toEqual(read.mapping);
    const other = mappingAsBefore(before, read.columns, [words, calls], 'm-calls');
    expect(other.measures).toEqual({ 'm-calls': { how: 'value', column: 'value', of: '' } });
  });
  it('forgets columns, groups and measures that are gone', async () => {
    const read = await readAs('date,value\n2026-01-12,4', [words]);
    const stale: Mapping = {
      ...read.mapping,
      ...{ note: 'remarks', group: { column: 'kind', fixed: '', values: { a: 'gone' } } },
      measures: { gone: { how: 'value', column: 'value', of: '' } },
    };
    expect(completeMapping(stale, read.columns, [words])).toMatchObject({
      ...{ note: '', measures: {}, group: { column: '', fixed: '', values: {} } },
    });
  });
});

describe('the report', () => {
  const pause = () => Promise.resolve();
  it('says of every line what became of it, and holds no cell of other columns', async () => {
    const read = await readAs(
      'Student,date,value,Secret\nann,2026-01-12,4,x1\nben,2026-01-12,6,x2\ncy,2026-01-13,=1+1,x3\ndi,2026-01-14,,x4',
      [words],
    );
    const fates = read.numbers.map((one) =>
      fateOf(one, { value: 9, numerator: null, denominator: null }, true),
    );
    const report = await importReport(read, fates, [words], pause);
    expect(report.trim().split('\n')).toEqual([
      'line,what became of it,measure,group,date,number,why',
      '2,replaced what was there,Words,All students,2026-01-12,5,one number of 2 lines',
      '3,replaced what was there,Words,All students,2026-01-12,5,one number of 2 lines',
      '4,cannot be read,Words,,,,"2026-01-13: ""=1+1"" is not a number."',
      '5,empty,Words,,,,',
    ]);
    expect(linesInReport(report)).toEqual({
      ...{ added: 0, replaced: 2, same: 0, kept: 0, empty: 1, left_out: 0, refused: 1 },
    });
    expect(countOutcomes(read, fates)).toMatchObject({ replaced: 1, empty: 1, refused: 1 });
  });
  it('runs nothing in a spreadsheet', async () => {
    const named = { ...words, name: '=HYPERLINK("x")' };
    const read = await readAs('date,value\n2026-01-12,4', [named]);
    expect(await importReport(read, ['added'], [named], pause)).toContain("'=HYPERLINK");
  });
});
