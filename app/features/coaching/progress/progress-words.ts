import { capitalised, counted, numberWord } from '~/lib/number-format';
import type { MeasureStanding } from './measure-standing-rules';
import { fifth, half, improvedBy, lastingOf, standingAt } from './month-facts-rules';
import type { MonthFacts, Months } from './month-facts-rules';
import { formatScore } from './progress-scale';
import type { ProgressScore } from './progress-scale';

const slack = 1e-9;
const isAre = (count: number) => (count === 1 ? 'is' : 'are');
const hasHave = (count: number) => (count === 1 ? 'has' : 'have');
/** In whole percents, never rounded up: 19.6% is not yet a fifth. */
const percentOf = (way: number) => `${Math.floor(way * 100 + slack)}%`;
const quoted = ({ name }: MeasureStanding) => `“${name}”`;

function inOneList(parts: string[]): string {
  return [parts.slice(0, -1).join(', '), parts.at(-1) ?? ''].filter((part) => part !== '').join(' and ');
}

/** `31% of the way from its baseline to its goal`. */
function wayWords({ way }: MeasureStanding): string {
  return way >= 1 - slack
    ? 'all the way to its goal'
    : `${percentOf(way)} of the way from its baseline to its goal`;
}

function furthest(standings: MeasureStanding[]): MeasureStanding | undefined {
  return standings.toSorted((one, other) => other.way - one.way)[0];
}

/** Why a month has its score, in one plain sentence. */
export function reasonFor(score: ProgressScore, months: Months): string {
  const { now } = months;
  const total = now.standings.length;
  const reasons: Record<ProgressScore, () => string> = {
    0.5: () => 'The team has joined; what it works on is still to be written.',
    1: () => `The aim is written, and there are ${numberWord(now.members)} people on the team.`,
    1.5: () =>
      `Planning has begun: ${inOneList([
        ...(now.measures > 0 ? [counted(now.measures, 'measure')] : []),
        ...(now.cycles > 0 ? [counted(now.cycles, 'cycle')] : []),
      ])} written, no number logged and nothing tried yet.`,
    2: () => activityReason(now),
    2.5: () => {
      const best = furthest(improvedBy(now, 0));
      const tested = `${capitalised(numberWord(now.tested))} ${now.tested === 1 ? 'cycle has' : 'cycles have'} been through Do`;
      return best
        ? `${tested}; the best move beyond chance is ${percentOf(best.way)} of the way to its goal, ${quoted(best)}.`
        : `${tested}; no measure with a goal shows an improvement beyond chance yet.`;
    },
    3: () => {
      const best = furthest(improvedBy(now, fifth));
      return best ? `${quoted(best)} has come ${wayWords(best)}, beyond chance.` : '';
    },
    3.5: () => continuedReason(months),
    4: () => `${mostWords(now)} half the way to ${total === 1 ? 'its goal' : 'their goals'} or more.`,
    4.5: () => `${mostWords(now)} half the way or more, and so it was at the ends of the two months before.`,
    5: () => `${allGoals(total)} met, now and at the ends of the two months before.`,
  };
  return reasons[score]();
}

function activityReason({ tested, doing, standings }: MonthFacts): string {
  if (tested > 0 && standings.length === 0)
    return 'A change has been tested; no measure with a goal has numbers yet.';
  if (doing > 0) return 'A change is being tried; no test has come as far as Study yet.';
  return 'Numbers are logged; no change has been tried yet.';
}

function continuedReason(months: Months): string {
  const all = improvedBy(months.now, fifth);
  if (all.length > 1)
    return `${inOneList(all.map(quoted))} have each come a fifth of the way to their goals or more, beyond chance.`;
  const lasting = furthest(lastingOf(months));
  return lasting
    ? `${quoted(lasting)} has come ${wayWords(lasting)}, beyond chance, and was past a fifth a month ago too.`
    : '';
}

/** `Two of three measures with a goal are`. */
function mostWords(now: MonthFacts): string {
  const [there, total] = [standingAt(now, half).length, now.standings.length];
  if (total === 1) return 'The one measure with a goal is';
  return `${capitalised(numberWord(there))} of ${numberWord(total)} measures with a goal ${isAre(there)}`;
}

function allGoals(total: number): string {
  if (total === 2) return 'Both goals are';
  return total === 1 ? 'The goal is' : `All ${numberWord(total)} goals are`;
}

/** What the next step asks for: `To 3.0: one measure a fifth of the way to its goal, beyond chance.` */
export function wayUp(score: ProgressScore, { now }: Months): string {
  const total = now.standings.length;
  const more = Math.floor(total / 2) + 1 - standingAt(now, half).length;
  const met = standingAt(now, 1).length;
  const asks: Record<ProgressScore, () => string> = {
    0.5: () =>
      inOneList([
        ...(now.hasAim ? [] : ['a written aim']),
        ...(now.members < 2 ? ['a second person on the team'] : []),
      ]),
    1: () => 'a first measure, or a first cycle in Plan',
    1.5: () => 'a first number, or a cycle that begins Do',
    2: () =>
      inOneList([
        ...(now.tested > 0 ? [] : ['a cycle that comes as far as Study']),
        ...(total > 0 ? [] : ['a measure with a goal and numbers']),
      ]),
    2.5: () => 'one measure a fifth of the way to its goal, beyond chance',
    3: () => 'the same at the end of next month, or a second measure as far',
    3.5: () =>
      more > 0
        ? `half the way to the goal, or more, on ${numberWord(more)} more of ${total === 1 ? 'one measure' : `${numberWord(total)} measures`}`
        : 'half the way to the goal on a measure, beyond chance',
    4: () => 'the same at the ends of three months in a row',
    4.5: () =>
      met === total
        ? 'every goal met at the ends of three months in a row'
        : `every goal met and held; ${numberWord(met)} of ${numberWord(total)} ${isAre(met)} met now`,
    5: () => '',
  };
  const asked = asks[score]();
  if (score === 5) return 'This is the top of the scale: keep watching, and tell others how you did it.';
  return `To ${formatScore(score + 0.5)}: ${asked}.`;
}

/** What the score was worked out from, one sentence each. */
export function progressFacts({
  hasAim,
  members,
  measures,
  cycles,
  doing,
  tested,
  standings,
}: MonthFacts): string[] {
  return [
    hasAim ? 'The aim is written.' : 'The aim is not written yet.',
    members === 1
      ? 'One person is on the team.'
      : `${capitalised(numberWord(members))} people are on the team.`,
    cycles === 0
      ? 'No cycle has begun yet.'
      : `${capitalised(counted(cycles, 'cycle'))} ${hasHave(cycles)} begun; ${doing} came as far as Do, ${tested} as far as Study.`,
    measures === 0
      ? 'There is no measure yet.'
      : `${counted(measures, 'measure')}, ${standings.length} of them with a goal and numbers.`,
    ...standings.map((one) => `${quoted(one)}: ${standingWords(one)}.`),
  ];
}

function standingWords(standing: MeasureStanding): string {
  if (standing.improved) return `${wayWords(standing)}, beyond chance`;
  if (standing.way >= 1) return 'at its goal from the beginning';
  return standing.tooEarly ? 'too early to tell' : 'no improvement beyond chance';
}
