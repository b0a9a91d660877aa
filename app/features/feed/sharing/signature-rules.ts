import type { Audience, Signature } from '#db/vocabulary';
import { capitalised } from '~/lib/number-format';

/** A team of the network, as far as it could be the one behind a hidden signature. */
export type TeamPlace = {
  teamId: string;
  teamName: string;
  schoolId: string;
  schoolName: string;
  leaId: string;
  grades: string;
  subject: string;
  cohortIds: string[];
};

export type SignatureWish = {
  signature: Signature;
  audience: Audience;
  /** The school, LEA or cohort it is shared with. */
  audienceId: string;
  authorName: string;
};

/** What a post may say of where it comes from. */
export type PrintedSignature = {
  signedAs: string;
  leaId: string | null;
  grades: string;
  subject: string;
};

/** Somebody who is hidden stands among at least so many. */
export const fewestToHideAmong = 3;

type Unit = 'teamId' | 'schoolId';
type Trait = 'leaId' | 'grades' | 'subject';

const spread = (teams: TeamPlace[], unit: Unit) => new Set(teams.map((one) => one[unit])).size;
const wordOf = (team: TeamPlace, trait: Trait) => team[trait].trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * The traits of a team that may be printed, the earlier ones first. A trait divides the teams into those for whom it is
 * printed and a rest; it is left out for all of them where a part would have fewer than `fewestToHideAmong` schools (or
 * teams): what is not printed tells as much as what is. So all teams with one print span at least that many.
 */
function printedTraits(team: TeamPlace, among: TeamPlace[], traits: Trait[], unit: Unit): Trait[] {
  const [trait, ...later] = traits;
  if (trait === undefined) return [];
  const sharing = (one: TeamPlace) => among.filter((other) => wordOf(other, trait) === wordOf(one, trait));
  const isPrinted = (one: TeamPlace) =>
    wordOf(one, trait) !== '' && spread(sharing(one), unit) >= fewestToHideAmong;
  const rest = among.filter((one) => !isPrinted(one));
  if (rest.length === among.length || (rest.length > 0 && spread(rest, unit) < fewestToHideAmong))
    return printedTraits(team, among, later, unit);
  if (!isPrinted(team)) return printedTraits(team, rest, later, unit);
  return [trait, ...printedTraits(team, sharing(team), later, unit)];
}

/** In one spelling for all: capitals of one's own would tell teams apart. */
const printedWord = (team: TeamPlace, traits: Trait[], trait: Trait) =>
  traits.includes(trait) ? capitalised(wordOf(team, trait)) : '';

const article = (word: string) => (/^(8|11|18|eight|eleven|[aeiou])/i.test(word) ? 'An' : 'A');

/** `A grade 5 team`, or `A team` where the grade would tell too much. */
function teamWords(grades: string): string {
  if (grades === '') return 'A team';
  const words = grades.charAt(0).toLowerCase() + grades.slice(1);
  return `${article(words)} ${words} team`;
}

/** The teams that somebody of the audience could think of. */
function audienceTeams(teams: TeamPlace[], { audience, audienceId }: SignatureWish): TeamPlace[] {
  if (audience === 'lea') return teams.filter((one) => one.leaId === audienceId);
  if (audience === 'cohort') return teams.filter((one) => one.cohortIds.includes(audienceId));
  return teams;
}

function hideTeam(team: TeamPlace, wish: SignatureWish, teams: TeamPlace[]) {
  const among = audienceTeams(teams, wish).filter((one) => one.schoolId === team.schoolId);
  if (wish.audience === 'team')
    return refused('Your own team knows who wrote this. Sign it by name, or share it more widely.');
  if (spread(among, 'teamId') < fewestToHideAmong)
    return refused(
      `${team.schoolName} has too few teams here for yours to be hidden among them. Hide the school as well, or sign by name.`,
    );
  const traits = printedTraits(team, among, ['grades', 'subject'], 'teamId');
  const grades = printedWord(team, traits, 'grades');
  const subject = printedWord(team, traits, 'subject');
  return printed({
    ...{ signedAs: `${teamWords(grades)} · ${team.schoolName}`, leaId: team.leaId, grades, subject },
  });
}

function hideSchool(team: TeamPlace, wish: SignatureWish, teams: TeamPlace[]) {
  if (wish.audience === 'team' || wish.audience === 'school')
    return refused(
      'Your own school knows where this comes from. Share it more widely, or hide the team only.',
    );
  const among = audienceTeams(teams, wish);
  if (spread(among, 'schoolId') < fewestToHideAmong)
    return refused(
      'Too few schools would see this for yours to be hidden among them. Share it with more of the network, or sign by name.',
    );
  const traits = printedTraits(team, among, ['leaId', 'grades', 'subject'], 'schoolId');
  const grades = printedWord(team, traits, 'grades');
  const subject = printedWord(team, traits, 'subject');
  const leaId = traits.includes('leaId') ? team.leaId : null;
  return printed({ signedAs: `${teamWords(grades)} · school hidden`, leaId, grades, subject });
}

type Signed = { ok: true; printed: PrintedSignature } | { ok: false; why: string };
const refused = (why: string): Signed => ({ ok: false, why });
const printed = (signature: PrintedSignature): Signed => ({ ok: true, printed: signature });

/**
 * The signature as it is printed, with as much of the place as it allows; or why it would not hide what it says it hides.
 * A hidden team or school stands among at least three for which the same would be printed.
 * @param teams every team of the network, the author's own among them
 */
export function signPost(team: TeamPlace, wish: SignatureWish, teams: TeamPlace[]): Signed {
  if (wish.signature === 'team_hidden') return hideTeam(team, wish, teams);
  if (wish.signature === 'school_hidden') return hideSchool(team, wish, teams);
  const { grades, subject, leaId } = team;
  return printed({
    ...{ signedAs: `${wish.authorName} · ${team.teamName}, ${team.schoolName}`, leaId, grades, subject },
  });
}

/** What a text must not hold when the signature hides it: names of school, team, LEA and its people. */
export function wordsThatGiveAway(team: TeamPlace, signature: Signature, memberNames: string[]): string[] {
  if (signature === 'by_name') return [];
  if (signature === 'team_hidden') return [team.teamName, ...memberNames];
  return [team.teamName, team.schoolName, ...memberNames];
}
