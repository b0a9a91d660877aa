import type { ReportPart } from '#db/vocabulary';
import { capitalised, counted, numberWord } from '~/lib/number-format';
import { addMonths, monthOf } from '~/lib/school-month';
import type { DaySpan } from '../time-span';
import type {
  LearnedFigures,
  MeasureFigures,
  MovedIdea,
  ParticipationFigures,
  PostFigures,
  ReportFigures,
  TriedFigures,
} from './report-figures';
import { monthsWords } from './told-months-rules';

export const partWords: Record<ReportPart, { name: string; about: string }> = {
  participation: { name: 'Who took part', about: 'Teams, cycles, numbers logged, meetings.' },
  tried: {
    name: 'What was tried',
    about: 'Changes that teams tested with their students, and what they decided.',
  },
  learned: {
    name: 'What was learned',
    about: 'Predictions beside what happened, and what several tests show.',
  },
  wins_and_losses: {
    name: 'Wins and losses',
    about: 'As teams told the whole network, and as they signed it.',
  },
  shared_measures: {
    name: 'What the cohort counts together',
    about: 'Measures that teams count in the same way, pooled over teams and never over weeks.',
  },
  ideas: { name: 'Ideas on the move', about: 'Changes that one school took up from another.' },
};

/** `one team`, `11 teams`: words up to ten where a sentence begins or counts few. */
const few = (count: number, one: string, many = `${one}s`) =>
  `${numberWord(count)} ${count === 1 ? one : many}`;
const were = (count: number) => (count === 1 ? 'was' : 'were');

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** More names than these make a sentence nobody reads; they stand in the table. */
const mostNamed = 4;

const sentences = (...all: string[]) => all.filter((one) => one !== '').join(' ');

/** `9 of 11 teams`; `all 11 teams`; `no team`. */
export function ofTeams(count: number, teams: number): string {
  if (count === 0) return 'no team';
  if (count === teams) return teams === 1 ? 'its one team' : `all ${teams} teams`;
  return `${count} of ${teams} teams`;
}

function endedWords({ completed, stopped }: ParticipationFigures): string {
  const decided = `${few(completed, 'cycle')} came to a decision`;
  if (stopped === 0) return completed === 0 ? '' : `${capitalised(decided)}.`;
  const stop = `${few(stopped, 'cycle')} ${were(stopped)} stopped, with the reason written down`;
  return completed === 0 ? `${capitalised(stop)}.` : `${capitalised(decided)}, and ${stop}.`;
}

function numbersWords({ teams, teamsRegular, teamsWithNumbers, schoolWeeks }: ParticipationFigures): string {
  if (teamsWithNumbers === 0) return '';
  if (teamsRegular === 0) return `${capitalised(ofTeams(teamsWithNumbers, teams))} logged numbers.`;
  const weeks = counted(schoolWeeks, 'school week');
  return `${capitalised(ofTeams(teamsRegular, teams))} logged numbers in at least half of the ${weeks}.`;
}

function meetingWords({ meetings, people, teams, teamsAtMeetings }: ParticipationFigures): string {
  if (meetings === 0) return '';
  const met = `The cohort met ${meetings === 1 ? 'once' : meetings === 2 ? 'twice' : `${numberWord(meetings)} times`}`;
  if (people === 0) return `${met}.`;
  const came = `${few(people, 'person', 'people')} came`;
  const from = teamsAtMeetings === 0 ? '' : `, from ${ofTeams(teamsAtMeetings, teams)}`;
  return `${met}; ${came}${meetings === 1 ? '' : ' to at least one meeting'}${from}.`;
}

export function participationWords(figures: ParticipationFigures, cohortName: string): string {
  const { teams, schools, teamsWithCycle, begun } = figures;
  if (teams === 0) return `No team has joined ${cohortName} yet.`;
  const brings = `${cohortName} brings together ${few(teams, 'team')} of ${few(schools, 'school')}.`;
  const ran =
    teamsWithCycle === 0
      ? 'No team had a cycle open in this time.'
      : `In this time ${ofTeams(teamsWithCycle, teams)} ran at least one cycle; ${few(begun, 'cycle')} began.`;
  return sentences(brings, ran, endedWords(figures), numbersWords(figures), meetingWords(figures));
}

/** `In the whole month of October 2026`; `In the two whole months September and October 2026`. Both days are of whole months. */
function duringMonths(months: DaySpan): string {
  const [first, last] = [monthOf(months.from), monthOf(months.through)];
  const words = monthsWords(months);
  if (first === last) return `In the whole month of ${words}`;
  if (addMonths(first, 1) === last) return `In the two whole months ${words.replace(' to ', ' and ')}`;
  return `In the whole months from ${words}`;
}

function decisionsWords(decisions: TriedFigures['decisions']): string {
  if (decisions === null) return '';
  const { adopt, adapt, abandon } = decisions.counts;
  const ways = [
    adopt === 0 ? '' : `adopted ${few(adopt, 'change')}`,
    adapt === 0 ? '' : `adapted ${few(adapt, 'change')} to test again`,
    abandon === 0 ? '' : `let go of ${few(abandon, 'change')}, which spares others the same try`,
  ];
  return `${duringMonths(decisions.months)} teams ${listed(ways.filter((way) => way !== ''))}.`;
}

export function triedWords({ cycles, decisions, ideas }: TriedFigures): string {
  if (cycles === 0) return 'No cycle was open in this time.';
  const names = ideas.map(({ name }) => `“${name}”`);
  const told =
    names.length === 0
      ? ''
      : names.length > mostNamed
        ? `Under their names teams told the network of tests of ${names.length} ideas.`
        : `Under their names teams told the network of tests of ${listed(names)}.`;
  return sentences(
    `${capitalised(few(cycles, 'cycle'))} ${were(cycles)} open in this time.`,
    decisionsWords(decisions),
    told,
  );
}

export function learnedWords({ verdicts, syntheses }: LearnedFigures): string {
  const titles = syntheses.map(({ title }) => `“${title}”`);
  const written =
    titles.length === 0 ? '' : `What several tests show together is written down in ${listed(titles)}.`;
  if (verdicts === null)
    return written === '' ? 'What these months taught is still to be written down here.' : written;
  const { as_predicted: held, partly, not_as_predicted: missed } = verdicts.counts;
  const total = held + partly + missed;
  const some = (count: number) => (count === 0 ? 'none' : numberWord(count));
  const laid = `${duringMonths(verdicts.months)} teams laid ${few(total, 'prediction')} beside what happened: ${some(held)} came out as predicted, ${some(partly)} partly, ${some(missed)} otherwise.`;
  const why = missed + partly > 0 ? 'Where a prediction missed, the next test knows more.' : '';
  return sentences(laid, why, written);
}

export function postsWords({ wins, losses, withinCohort }: PostFigures): string {
  const kept =
    withinCohort === 0
      ? ''
      : `${capitalised(few(withinCohort, 'more story', 'more stories'))} stayed within the cohort.`;
  if (wins + losses === 0)
    return sentences('No win or loss was shared with the whole network by name in this time.', kept);
  const told = [wins === 0 ? '' : few(wins, 'win'), losses === 0 ? '' : few(losses, 'loss', 'losses')].filter(
    (one) => one !== '',
  );
  const worth =
    losses === 0 ? '' : 'A loss told is worth as much as a win: nobody else has to find it out again.';
  return sentences(`Teams told the whole network of ${listed(told)} under their names.`, kept, worth);
}

export function measuresWords(measures: readonly MeasureFigures[]): string {
  if (measures.length === 0) return 'The cohort has no shared measure yet.';
  const names = listed(measures.map(({ name }) => `“${name}”`));
  const shown = measures.flatMap(({ name, groups }) =>
    groups.flatMap(({ groupName, chart }) =>
      chart === null ? [] : [`${name}, ${groupName}: ${chart.model.verdict.headline}`],
    ),
  );
  const hidden =
    shown.length === 0 ? 'Too few teams have numbers for the same weeks to show them together yet.' : '';
  return sentences(`Teams of the cohort count ${names} in the same way.`, ...shown, hidden);
}

export function movedWords(ideas: readonly MovedIdea[]): string {
  if (ideas.length === 0)
    return 'No idea went from one school to another in this time, as far as teams told each other.';
  const moved = ideas.map(
    ({ name, cycles, schools }) =>
      `“${name}” (${few(cycles, 'new cycle')}, ${few(schools, 'school')} in all)`,
  );
  const names = moved.length > mostNamed ? '' : `: ${listed(moved)}`;
  return `${capitalised(few(ideas.length, 'idea'))} went from one school to another${names}.`;
}

/** The sentences each part begins with. They follow the figures until a facilitator writes others. */
export function draftedWords(figures: ReportFigures, cohortName: string): Record<ReportPart, string> {
  return {
    participation: participationWords(figures.participation, cohortName),
    tried: triedWords(figures.tried),
    learned: learnedWords(figures.learned),
    wins_and_losses: postsWords(figures.wins_and_losses),
    shared_measures: measuresWords(figures.shared_measures),
    ideas: movedWords(figures.ideas),
  };
}

/** Whether written words stand for the drafted ones: the same but for line ends and spaces around, or none at all. */
export function sameWords(written: string, drafted: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();
  return plain(written) === '' || plain(written) === plain(drafted);
}
