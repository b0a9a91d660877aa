import { describe, expect, it } from 'vitest';
import { typedPlaces } from './piece-to-place';
import { synthesisDifferences } from './synthesis-differences';
import { synthesisForm, writtenClaims } from './synthesis-form';
import { claimOption, unseenWords } from './synthesis-words';

const [a, b] = ['0192f0c1-0000-7000-8000-00000000000a', '0192f0c1-0000-7000-8000-00000000000b'];
const head = {
  id: '0192f0c1-0000-7000-8000-000000000001',
  version: '3',
  title: 'Frames',
  audience: 'cohort',
};
const messages = (form: object) => {
  const parsed = synthesisForm.safeParse({ ...head, ...form });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message]);
};

describe('a synthesis as typed', () => {
  it('drops a row left empty', () => {
    const parsed = synthesisForm.parse({ ...head, claims: [{ id: a, claim: 'One' }, { id: b }] });
    expect(writtenClaims(parsed)).toEqual([{ id: a, claim: 'One', body: '' }]);
  });

  it.each([
    { claims: [{ id: a, body: 'Because of it.' }] },
    { claims: [{ id: a }], evidence: [{ id: 'e', place: a }] },
  ])('asks for the sentence where something hangs on it: %o', (form) => {
    expect(messages(form)).toEqual([['claims.0.claim', 'Say in one sentence what is claimed.']]);
  });

  it('says all that is missing at once, and how long is too long', () => {
    const long = 'x'.repeat(100_000);
    expect(
      messages({ title: ' ', audience: 'team', introduction: long, claims: [{ id: a, body: 'x' }] }),
    ).toEqual([
      ['title', 'Give it a title that says what was learned.'],
      ['introduction', 'Please keep this under 4000 characters.'],
      ['audience', 'Choose who may read it.'],
      ['claims.0.claim', 'Say in one sentence what is claimed.'],
    ]);
  });
});

it('puts both versions of what differs into words', () => {
  const saved = {
    ...{
      id: head.id,
      cohortId: 'c',
      cohortName: 'Cohort one',
      title: 'Theirs',
      introduction: '',
      version: 4,
    },
    ...{ audience: 'cohort' as const, changedByName: 'Bo', changedAt: 0, publishedAt: null, signedAs: '' },
    ...{ standing: 'draft' as const, claims: [{ id: a, claim: 'One', body: '' }] },
  };
  const evidence = [{ id: 'e', claimId: a, name: 'A win' }];
  const typed = {
    ...{ title: 'Mine', introduction: '', audience: 'network' },
    claims: [{ id: b, claim: 'Two', body: 'x' }],
    evidence: [
      { id: 'e', place: b },
      { id: 'gone', place: 'removed' },
    ],
  };
  expect(synthesisDifferences(saved, evidence, typed)).toEqual([
    { label: 'Title', theirs: 'Theirs', mine: 'Mine' },
    { label: 'Who may read it', theirs: 'Cohort one', mine: 'the whole network' },
    { label: 'Claim 1', theirs: 'One', mine: 'Two\nx' },
    { label: 'A win', theirs: 'Claim 1: One', mine: 'Claim 1: Two' },
  ]);
});

it('reads where evidence was put from any fields', () => {
  expect([...typedPlaces([{ id: 'e', place: 'removed' }, { id: 'f' }, null, 'x', { place: 'y' }])]).toEqual([
    ['e', 'removed'],
    ['f', ''],
  ]);
  expect(typedPlaces('nonsense').size).toBe(0);
});

it('has words for what is not seen, and a short name for a long claim', () => {
  expect(unseenWords({ unseenPosts: 0, unseenCycles: 0 })).toEqual([]);
  expect(unseenWords({ unseenPosts: 1, unseenCycles: 1 })).toEqual([
    'One piece of evidence is not shared with you.',
    'A cycle that its team has not shared.',
  ]);
  expect(unseenWords({ unseenPosts: 3, unseenCycles: 2 })).toEqual([
    '3 pieces of evidence are not shared with you.',
    '2 cycles that their teams have not shared.',
  ]);
  expect(claimOption(1, ' ')).toBe('Claim 2');
  expect([...claimOption(0, '😀'.repeat(200))]).toHaveLength(69);
});
