import type { Marked, TextQuestionKind } from './text-question';

/** Every repetition in these patterns is bounded, so that a text of any kind is read in linear time. */
function marks(kind: TextQuestionKind, text: string, pattern: RegExp): Marked[] {
  return [...text.matchAll(pattern)].map((match) => ({
    kind,
    from: match.index,
    to: match.index + match[0].length,
  }));
}

const mailBefore = /[\p{L}\p{N}._%+'-]{1,64}$/u;
const mailAfter = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/u;

/** Looks around each @ only. */
export function findEmails(text: string): Marked[] {
  const found: Marked[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = mailBefore.exec(text.slice(Math.max(0, at - 64), at))?.[0];
    const host = mailAfter.exec(text.slice(at + 1, at + 320))?.[0];
    if (name && host) found.push({ kind: 'email', from: at - name.length, to: at + 1 + host.length });
  }
  return found;
}

const phones = [
  /(?<![\p{N}+/-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\p{N}-])/gu,
  /(?<![\p{N}+])\+\d{1,3}(?:[ .-]?\d{2,4}){3,4}(?!\p{N})/gu,
];

/** Seven digits only after a word that calls for a number. */
const shortPhone =
  /(?<!\p{L})(?:call|phone|cell|text|tel|mobile|number)(?!\p{L})[^\p{N}\n]{1,12}(\d{3}[-. ]\d{4})(?!\p{N})/giu;

export function findPhones(text: string): Marked[] {
  const short = [...text.matchAll(shortPhone)].map((match): Marked => {
    const to = match.index + match[0].length;
    return { kind: 'phone', from: to - (match[1] ?? '').length, to };
  });
  return [...phones.flatMap((pattern) => marks('phone', text, pattern)), ...short];
}

const longRun = /(?<![\p{L}\p{N}#=&$€£_/-]|\p{N}[.,])\p{Nd}{5,12}(?![\p{L}\p{N}_%]|[.,:/-]\p{N}| ?%)/gu;
const namedNumber =
  /(?<![\p{L}\p{N}])(?:(?:student|pupil|state|lunch|school) )?(?:ids?|i\.d\.|osis|ssid|sasid|pin)(?: ?(?:number|no\.?|is|was|#|:)){0,3} ?#?(?:\p{L}{0,3}-?\p{Nd}{3,12})(?![\p{L}\p{N}])/giu;
const studentNumber =
  /(?<![\p{L}\p{N}])(?:student|pupil) ?(?:#|no\.|number) ?#?\p{Nd}{1,12}(?![\p{L}\p{N}%])/giu;
const bareStudentNumber = /(?<![\p{L}\p{N}]|\b(?:per|each|every) )Student \p{Nd}{1,4}(?![\p{L}\p{N}%/])/gu;
const socialSecurity = /(?<![\p{N}-])\d{3}-\d{2}-\d{4}(?![\p{N}-])/gu;
const countedThings =
  /^ (?:words?|minutes?|hours?|dollars?|students?|schools?|points?|steps?|books?|pages?|people|teachers?|copies|times|letters|characters)\b/i;
const numberedThings = /\b(?:isbn|pages?|pp?\.|lessons?|units?|rooms?|items?|doi|zip|version|[A-Z]{2},?) ?$/;

/** Runs of 5 to 12 digits that are no date, amount or page, and whatever is called a student's number or id. */
export function findStudentNumbers(text: string): Marked[] {
  const called = [namedNumber, studentNumber, bareStudentNumber, socialSecurity].flatMap((pattern) =>
    marks('student_number', text, pattern),
  );
  const runs = marks('student_number', text, longRun).filter((run) => !isOrdinaryNumber(text, run));
  return [...called, ...runs];
}

function isOrdinaryNumber(text: string, { from, to }: Marked): boolean {
  const digits = text.slice(from, to);
  return (
    digits.endsWith('000') ||
    /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits) ||
    countedThings.test(text.slice(to, to + 14)) ||
    numberedThings.test(text.slice(Math.max(0, from - 12), from))
  );
}

const month =
  '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?';
const day = `(?:\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\d{1,2}/\\d{1,2}|${month}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}(?:,? \\d{4})?|(?:19|20)\\d\\d)`;
const births = [
  new RegExp(
    `(?<!\\p{L})(?:born|birth ?day|b-day|birth ?date|date of birth|d\\.?o\\.?b\\.?|nacid[oa]|naci[óo]|fecha de nacimiento)(?!\\p{L})[^\\n\\p{N}.!?]{0,16}?(?<![\\p{L}\\p{N}])${day}(?!\\p{N})`,
    'giu',
  ),
  /(?<!\p{L})(?:DOB|D\.O\.B\.)(?!\p{L})/gu,
  new RegExp(`(?<![\\p{N}/.-])${day} ?\\((?:born|birth ?day|dob)\\)`, 'giu'),
];
const fullDate =
  /(?<![\p{N}/-])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/(?:19[89]\d|20\d\d)(?![\p{N}/-])/gu;
/** A date after one of these is a school day. */
const schoolDay =
  /(?:\b(?:on|since|from|through|thru|until|till|by|before|after|of|to|and|between|starting|ending|due|date|mon|tues?|wed|thur?s?|fri|sat|sun|[a-z]{3,6}day)|[-–])[:,.]? ?$/i;

/** A date beside a word about birth; a month/day/year alone unless a word before it makes it a school day. */
export function findBirthDates(text: string): Marked[] {
  const beside = births.flatMap((pattern) => marks('birth_date', text, pattern));
  const alone = marks('birth_date', text, fullDate).filter(
    ({ from }) => !schoolDay.test(text.slice(Math.max(0, from - 14), from)),
  );
  return [...beside, ...alone];
}
