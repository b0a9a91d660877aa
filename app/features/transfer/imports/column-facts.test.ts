import { describe, expect, it } from 'vitest';
import { isMissing, lookAtColumns, noDatesMessage, readMark, readRatioText } from './column-facts';

const look = (name: string, values: string[]) =>
  lookAtColumns({
    columns: [name],
    rows: values.map((value, index) => ({ cells: [value], line: index + 2 })),
  })[0];

describe('columns that hold students', () => {
  it.each([
    'learner',
    'Student',
    'student_id',
    'StudentName',
    'Pupil',
    'child',
    'First name',
    'Last Name',
    'SSID',
    'E-mail',
    'Student IDs',
    'DOB',
  ])('%s, whatever it holds', (name) => {
    const facts = look(name, ['a', 'a', '2026-01-01']);
    expect(facts).toMatchObject({ holdsStudents: true, values: [], dateFormats: [] });
  });

  it.each([
    'students',
    'n_students',
    'Student group',
    'school_name',
    'Students tested',
    'measure',
    'children',
  ])('%s does not', (name) => {
    expect(look(name, ['1', '2', '3'])?.holdsStudents).toBe(false);
  });

  it('“id” and “name” do when they differ from row to row', () => {
    expect(look('ID', ['1', '2', '3', '4'])?.holdsStudents).toBe(true);
    expect(look('Name', ['Oak', 'Elm', 'Oak', 'Elm', 'Oak', 'Elm'])?.holdsStudents).toBe(false);
  });
});

describe('cells', () => {
  it.each(['', ' ', 'NA', 'n/a', '-', '—', '.', '*', '**', 'NULL', '#N/A'])('“%s” is missing', (text) => {
    expect(isMissing(text)).toBe(true);
  });
  it.each(['0', 'no', '-1', '<10'])('“%s” is not missing', (text) => {
    expect(isMissing(text)).toBe(false);
  });
  it('a ratio', () => {
    expect(readRatioText('17/20')).toEqual({ numerator: '17', denominator: '20' });
    expect(readRatioText(' 17 out of 20 ')).toEqual({ numerator: '17', denominator: '20' });
    expect(readRatioText('1/12/2026')).toBeNull();
  });
  it('a mark', () => {
    expect(['Yes', '1', 'TRUE', 'met'].map(readMark)).toEqual([true, true, true, true]);
    expect(['no', '0', 'False', 'Not met'].map(readMark)).toEqual([false, false, false, false]);
    expect(['', '2', 'maybe'].map(readMark)).toEqual([null, null, null]);
  });
});

it('a file without dates hears what its columns are', () => {
  const table = { columns: ['school', 'score'], rows: [{ cells: ['Oak', '5'], line: 2 }] };
  expect(noDatesMessage(lookAtColumns(table), 'x.csv')).toContain('Its columns are “school”, “score”.');
  const dated = { columns: ['day'], rows: [{ cells: ['2026-01-05'], line: 2 }] };
  expect(noDatesMessage(lookAtColumns(dated), 'x.csv')).toBeNull();
});
