import { groupedBy } from '~/lib/grouped-by';
import { addDays } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type {
  PresenterCycle,
  PresenterFacts,
  PresenterReason,
  PresenterSide,
  Suggestion,
} from './presenter-facts';

/** How far back a reason may lie, and how long a question to the coach has waited before it is one; days. */
const lately = 120;
const longWait = 7;
/** From this confidence on, of 1 to 5, a miss is a surprise. */
const sureFrom = 4;
const placesOfAnIdea = 3;

const newestFirst = <T extends { on: SchoolDay }>(things: T[]) =>
  things.toSorted((a, b) => b.on.localeCompare(a.on));

/** Teams that tried each idea to the end. Cycles behind a hidden signature are not counted. */
function placesOf(cycles: PresenterCycle[]): Map<string, number> {
  const finished = groupedBy(
    cycles.filter(({ isFinished, isHidden }) => isFinished && !isHidden),
    ({ ideaKey }) => ideaKey,
  );
  return new Map(
    [...finished].map(([key, tried]) => [key, new Set(tried.map(({ teamId }) => teamId)).size] as const),
  );
}

type Reasoned = { side: PresenterSide; reason: PresenterReason };

/** The reasons for a cycle, in the order in which one is named where several speak for the same side. */
function reasonsFor(cycle: PresenterCycle, places: Map<string, number>, today: SchoolDay): Reasoned[] {
  if (cycle.isHidden) return [];
  const since = addDays(today, -lately);
  const { decision, misses, signals, puzzles, waits } = cycle;
  const reasons: Reasoned[] = [];
  const miss = newestFirst(misses.filter((one) => one.confidence >= sureFrom && one.on >= since))[0];
  if (miss) reasons.push({ side: 'loss', reason: { kind: 'miss', ...miss } });
  const isRecent = decision !== null && decision.on >= since;
  if (isRecent && decision.word === 'abandon' && decision.hasLesson)
    reasons.push({ side: 'loss', reason: { kind: 'lesson', on: decision.on } });
  const signal = signals
    .filter(({ to }) => to >= since)
    .toSorted((a, b) => b.from.localeCompare(a.from) || a.chart.localeCompare(b.chart))[0];
  if (signal)
    reasons.push({ side: 'win', reason: { kind: 'signal', chart: signal.chart, from: signal.from } });
  const puzzle = newestFirst(puzzles.filter(({ on }) => on >= since))[0];
  if (puzzle) reasons.push({ side: 'puzzle', reason: { kind: 'puzzle', ...puzzle } });
  const wait = newestFirst(waits.filter(({ on }) => on <= addDays(today, -longWait)))[0];
  if (wait) reasons.push({ side: 'puzzle', reason: { kind: 'wait', ...wait } });
  const teams = places.get(cycle.ideaKey) ?? 0;
  if (cycle.isFinished && isRecent && teams >= placesOfAnIdea)
    reasons.push({
      side: decision.word === 'abandon' ? 'loss' : 'win',
      reason: { kind: 'idea', idea: cycle.changeIdea, teams },
    });
  return reasons;
}

/** What a presentation of a cycle would be, as far as the cycle itself says; null while it says nothing of it. */
export function sideOfCycle({
  decision,
  misses,
  signals,
  puzzles,
  waits,
}: Pick<PresenterCycle, 'decision' | 'misses' | 'signals' | 'puzzles' | 'waits'>): PresenterSide | null {
  if (decision?.word === 'abandon' || misses.length > 0) return 'loss';
  if (decision !== null || signals.length > 0) return 'win';
  return puzzles.length + waits.length > 0 ? 'puzzle' : null;
}

/** A place in line that says nothing of anybody: another one for each meeting (FNV-1a, 32 bits). */
function lotOf(seed: string, id: string): number {
  return [...`${seed} ${id}`].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0,
    2166136261,
  );
}

type Candidate = Suggestion & { rank: number };

function candidatesOf({ teams, cycles }: PresenterFacts, today: SchoolDay): Candidate[] {
  const places = placesOf(cycles);
  const byId = new Map(teams.map((team) => [team.id, team]));
  return cycles.flatMap((cycle) => {
    const team = byId.get(cycle.teamId);
    if (!team) return [];
    const { id, number, changeIdea } = cycle;
    return reasonsFor(cycle, places, today).map((reasoned, rank) => ({
      ...{ team, cycle: { id, number, changeIdea }, rank },
      ...reasoned,
    }));
  });
}

type Standing = { schools: Map<string, number>; sides: Record<PresenterSide, number> };

/** Who comes next: the side of which there are fewest, then who has not presented lately, then by lot. */
function inLine(standing: Standing, seed: string): (a: Candidate, b: Candidate) => number {
  const key = ({ team, cycle, side, rank }: Candidate) => [
    standing.sides[side],
    Number(team.presentedLately),
    lotOf(seed, team.id),
    rank,
    lotOf(seed, cycle.id),
  ];
  return (a, b) => {
    const [one, other] = [key(a), key(b)];
    const at = one.findIndex((value, index) => value !== other[index]);
    if (at < 0) return `${a.team.id}${a.cycle.id}`.localeCompare(`${b.team.id}${b.cycle.id}`);
    return (one[at] ?? 0) - (other[at] ?? 0);
  };
}

export type SuggestOptions = {
  today: SchoolDay;
  /** The meeting's id: lots are drawn anew for each. */
  seed: string;
  most: number;
  /** Who is in the meeting already, and what it would be about. */
  present: { teamId: string; side: PresenterSide }[];
};

/**
 * Teams that could present, each once and with the reason for it. No school comes twice before each school with a reason has
 * come once; wins, losses and puzzles come in turn as far as there are any; whoever presented lately comes later. Beyond that
 * the lot decides: nothing is sorted by how well somebody did. The order of the facts makes no difference.
 */
export function suggestPresenters(facts: PresenterFacts, options: SuggestOptions): Suggestion[] {
  const { today, seed, most, present } = options;
  const schoolOf = new Map(facts.teams.map(({ id, schoolId }) => [id, schoolId]));
  const standing: Standing = { schools: new Map(), sides: { win: 0, loss: 0, puzzle: 0 } };
  const note = (schoolId: string, side: PresenterSide) => {
    standing.schools.set(schoolId, (standing.schools.get(schoolId) ?? 0) + 1);
    standing.sides[side] += 1;
  };
  for (const { teamId, side } of present) note(schoolOf.get(teamId) ?? '', side);
  const there = new Set(present.map(({ teamId }) => teamId));
  let waiting = candidatesOf(facts, today).filter(({ team }) => !there.has(team.id));
  const suggested: Suggestion[] = [];
  const timesOf = ({ team }: Candidate) => standing.schools.get(team.schoolId) ?? 0;
  while (suggested.length < most) {
    const fewest = waiting.reduce((least, one) => Math.min(least, timesOf(one)), Infinity);
    const pool = waiting.filter((one) => timesOf(one) === fewest);
    const next = pool.toSorted(inLine(standing, seed))[0];
    if (!next) break;
    const { rank: _rank, ...suggestion } = next;
    suggested.push(suggestion);
    note(next.team.schoolId, next.side);
    waiting = waiting.filter(({ team }) => team.id !== next.team.id);
  }
  return suggested;
}
