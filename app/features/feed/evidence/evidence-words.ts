import type { Decision } from '#db/vocabulary';
import { counted } from '~/lib/number-format';
import type { EvidenceColumn, EvidenceView } from './evidence';

export const columnWords: Record<EvidenceColumn, string> = {
  adopt: 'Adopted',
  adapt: 'Adapted',
  abandon: 'Abandoned',
  testing: 'Not decided',
};

export const viewWords: Record<EvidenceView, string> = {
  grade: 'Grade',
  subject: 'Subject',
  setting: 'Setting',
  group: 'Student group',
  scale: 'Scale',
};

/** A shared test. Team and school are those of a post signed by name; null where the signature hides them. */
export type SharedTest = { origin: { teamId: string; schoolId: string } | null; decision: Decision | null };

function decisionsOf(tests: SharedTest[]): string {
  const count = (decision: Decision | null) => tests.filter((test) => test.decision === decision).length;
  const parts: [number, string][] = [
    [count('adopt'), 'adopted'],
    [count('adapt'), 'adapted'],
    [count('abandon'), 'abandoned'],
    [count(null), 'not decided'],
  ];
  return parts.flatMap(([n, word]) => (n === 0 ? [] : [`${n} ${word}`])).join(', ');
}

function namedPart(named: SharedTest[]): string {
  const teams = new Set(named.map(({ origin }) => origin?.teamId)).size;
  const schools = new Set(named.map(({ origin }) => origin?.schoolId)).size;
  const who = `${counted(teams, 'team')} in ${counted(schools, 'school')}`;
  const head = named.length === teams ? `Tested by ${who}` : `${counted(named.length, 'test')} by ${who}`;
  return `${head}: ${decisionsOf(named)}`;
}

/**
 * How often an idea was tested, and what was decided; empty for no test.
 *
 * Tests whose signature hides the team are counted by themselves, as tests and never as teams or schools. Were they
 * counted among the teams, "9 teams" that stays at 9 when a hidden test is shared would tell that one of the named nine
 * shared it, and "5 schools" that becomes 6 would tell that it was none of the named five. Counted apart, one more hidden
 * test changes the sentence in the same way whosever it is.
 */
export function testedSentence(tests: SharedTest[]): string {
  const named = tests.filter(({ origin }) => origin !== null);
  const hidden = tests.filter(({ origin }) => origin === null);
  const hiddenWords = `${counted(hidden.length, 'test')} by teams that did not sign: ${decisionsOf(hidden)}`;
  if (named.length === 0) return hidden.length === 0 ? '' : `${hiddenWords}.`;
  return hidden.length === 0 ? `${namedPart(named)}.` : `${namedPart(named)}; and ${hiddenWords}.`;
}
