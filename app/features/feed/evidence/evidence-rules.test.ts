import { describe, expect, it } from 'vitest';
import type { EvidenceEntry } from './evidence';
import { evidenceRows, evidenceViewOf } from './evidence-rules';

const nothing: EvidenceEntry['context'] = {
  grades: '',
  subject: '',
  setting: null,
  scale: null,
  groupName: null,
};
const entry = (
  id: string,
  column: EvidenceEntry['column'],
  context: Partial<EvidenceEntry['context']>,
): EvidenceEntry => ({
  ...{ id, to: `/posts/${id}`, title: id, signedAs: 'A team', reach: 'shared', chart: null, verdict: null },
  ...{ words: '', column, context: { ...nothing, ...context } },
});

const entries = [
  entry('a', 'adopt', { grades: 'Grade 10', scale: 'whole_school', setting: 'co_taught' }),
  entry('b', 'abandon', { grades: 'Grade 4', scale: 'one_student' }),
  entry('c', 'adopt', { grades: ' grade  4 ', scale: 'small_group', setting: 'general_classroom' }),
  entry('d', 'testing', {}),
];
const read = (view: Parameters<typeof evidenceRows>[1]) =>
  evidenceRows(entries, view).map(({ context, cells }) => [
    context,
    ...Object.entries(cells).flatMap(([column, list]) => list.map(({ id }) => `${column} ${id}`)),
  ]);

describe('the rows of an evidence grid', () => {
  it('by grade: in the order of numbers, capitals and spaces apart, what was not said last', () => {
    expect(read('grade')).toEqual([
      ['Grade 4', 'adopt c', 'abandon b'],
      ['Grade 10', 'adopt a'],
      ['Not said', 'testing d'],
    ]);
  });

  it('by scale and by setting: from narrow to wide, in the order of the vocabulary', () => {
    expect(read('scale').map(([context]) => context)).toEqual([
      'One student',
      'Small group',
      'Whole school',
      'Not said',
    ]);
    expect(read('setting')).toEqual([
      ['General classroom', 'adopt c'],
      ['Co-taught class', 'adopt a'],
      ['Not said', 'abandon b', 'testing d'],
    ]);
  });

  it('nobody said: one row', () => expect(read('subject').map(([context]) => context)).toEqual(['Not said']));
});

it('a context of the address that is none is the grade', () => {
  expect([null, 'best', 'setting'].map(evidenceViewOf)).toEqual(['grade', 'grade', 'setting']);
});
