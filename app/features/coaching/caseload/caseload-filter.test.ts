import { describe, expect, it } from 'vitest';
import { asksNothing, caseloadPath, letsThrough, readCaseloadFilter } from './caseload-filter';

const both = { coaches: true, facilitates: true };
const read = (search: string, follows = both) => readCaseloadFilter(new URLSearchParams(search), follows);

describe('the address of the caseload', () => {
  it('comes back as it was read', () => {
    for (const address of [
      '/coaching',
      '/coaching?scope=all&reason=no_data&lea=l&school=s&search=frames&page=3',
      '/coaching?view=contact&scope=all',
    ]) {
      const filter = read(address.split('?')[1] ?? '');
      expect(caseloadPath(filter, 'mine', { page: filter.page })).toBe(address);
    }
  });

  it('asks nothing that is unknown', () => {
    const filter = read('reason=lazy&scope=everything&view=table&page=-4&search=+');
    expect(filter).toMatchObject({ reason: null, scope: 'mine', shape: 'need', page: 1, search: '' });
    expect(asksNothing(filter)).toBe(true);
  });

  it('gives nobody a scope they do not have', () => {
    expect(read('scope=all', { coaches: true, facilitates: false }).scope).toBe('mine');
    expect(read('scope=mine', { coaches: false, facilitates: true }).scope).toBe('all');
    expect(read('', { coaches: false, facilitates: true }).scope).toBe('all');
  });

  it('goes back to the first page with another filter', () => {
    expect(caseloadPath(read('page=3'), 'mine', { reason: 'quiet' })).toBe('/coaching?reason=quiet');
  });
});

it('looks in team, school and change idea', () => {
  const team = {
    ...{ teamName: 'Grade 4 writing', schoolId: 's', schoolName: 'Eastern Ridge ES', leaId: 'l' },
    ...{ changeIdeas: ['Sentence frames'], reasons: [{ reason: 'quiet' as const }] },
  };
  for (const search of [
    'search=WRITING',
    'search=ridge',
    'search=frames',
    'school=s',
    'lea=l',
    'reason=quiet',
  ])
    expect(letsThrough(read(search), team)).toBe(true);
  for (const search of ['search=math', 'school=other', 'lea=other', 'reason=signal'])
    expect(letsThrough(read(search), team)).toBe(false);
});
