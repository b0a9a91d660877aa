export type TextQuestionKind =
  | 'student_name'
  | 'student_number'
  | 'birth_date'
  | 'email'
  | 'phone'
  | 'number_of_small_group'
  | 'gives_away_signature';

/**
 * `from` and `to` are UTF-16 offsets of `excerpt` in the text as it is stored; `reason` is one kind sentence that ends in a
 * question and quotes the excerpt as it is seen.
 */
export type TextQuestion = {
  kind: TextQuestionKind;
  excerpt: string;
  from: number;
  to: number;
  reason: string;
};

/** A stretch of the text that a rule wants to ask about. */
export type Marked = { kind: TextQuestionKind; from: number; to: number };

export type TextContext = {
  staffNames: string[];
  placeNames: string[];
  /** The text stands beside numbers that the small-cell rule hides. */
  numbersAreHidden: boolean;
  hidden: 'nothing' | 'team' | 'school';
  /** What would tell who signed: own school, team, LEA, members' names. */
  givenAway: string[];
};

const longestQuoted = 60;

/** The question about one excerpt, for people. */
export function reasonFor(kind: TextQuestionKind, excerpt: string, hidden: TextContext['hidden']): string {
  const quoted = `“${shortened(excerpt)}”`;
  switch (kind) {
    case 'student_name':
      return `${quoted} looks like a student's name. Could you write “a student” instead?`;
    case 'student_number':
      return `${quoted} looks like a student's number. Could you leave it out?`;
    case 'birth_date':
      return `${quoted} looks like a date of birth. Could you leave it out?`;
    case 'email':
      return `${quoted} is an e-mail address that everyone would see. Could you leave it out?`;
    case 'phone':
      return `${quoted} looks like a phone number. Could you leave it out?`;
    case 'number_of_small_group':
      return `The group is too small to show numbers, and ${quoted} may tell them. Could you say it in words?`;
    case 'gives_away_signature':
      return `${quoted} may tell which ${hidden === 'team' ? 'team' : 'school'} this is from. Could you leave it out?`;
  }
}

function shortened(excerpt: string): string {
  const characters = [...excerpt];
  return characters.length <= longestQuoted ? excerpt : `${characters.slice(0, longestQuoted).join('')}…`;
}

/**
 * A short stable text for "I have looked at these": the same as long as what is asked stays the same, wherever it
 * stands in the text; another as soon as something new is asked. '' when nothing is asked.
 */
export function questionsPrint(questions: Pick<TextQuestion, 'kind' | 'excerpt'>[]): string {
  const asked = new Set(
    questions.map(({ kind, excerpt }) => `${kind}:${excerpt.normalize('NFC').replace(/\s+/gu, ' ')}`),
  );
  if (asked.size === 0) return '';
  return `${asked.size}-${fingerprint([...asked].sort().join('\n'))}`;
}

/** Two rounds of FNV-1a from different starts; it tells texts apart and keeps no secret. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193].map((start) => fnv(text, start).toString(16).padStart(8, '0')).join('');
}

function fnv(text: string, start: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
