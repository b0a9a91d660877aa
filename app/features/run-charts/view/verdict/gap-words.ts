import type { MeasureDirection } from '#db/vocabulary';
import type { RunChartVerdict } from './run-chart-verdict';

type GroupVerdict = { name: string; verdict: RunChartVerdict };

export type GapFacts = {
  group: GroupVerdict;
  complement: GroupVerdict;
  /** The verdict on the group's numbers minus the complement's, on days that have both. */
  gap: RunChartVerdict;
  /** The centre line of that series; null when there is none. Its sign says which group lies higher. */
  center: number | null;
  /** The newest gap, group minus complement, in the plotted unit; null when no day has both. */
  newest: number | null;
  direction: MeasureDirection;
  /** Writes the size of a gap, which is never negative: `12 percentage points`. */
  format: (size: number) => string;
};

export type GapChange =
  'none_yet' | 'too_early' | 'no_clear_change' | 'came_back' | 'narrowed' | 'widened' | 'moved';

/** What has become of the distance between the two groups; `moved` when no side tells. */
export function gapChange({ gap, center, newest }: Pick<GapFacts, 'gap' | 'center' | 'newest'>): GapChange {
  if (newest === null || gap.state === 'no_data') return 'none_yet';
  if (gap.state === 'too_early') return 'too_early';
  if (gap.state !== 'changed') return 'no_clear_change';
  if (gap.returned) return 'came_back';
  const line = center === null || center === 0 ? 0 : Math.sign(center);
  if (gap.side === null) return 'moved';
  if (line === 0) return 'widened';
  return (gap.side === 'above') === line < 0 ? 'narrowed' : 'widened';
}

/** One or two sentences: what became of the gap, and whether helping one group seems to have cost the other. */
export function gapVerdict(facts: GapFacts): string {
  const change = gapChange(facts);
  if (change === 'none_yet') return 'There is no day yet with a number for both groups.';
  return `${gapSentence(facts, change)} ${groupsSentence(facts)}`;
}

function gapSentence(facts: GapFacts, change: GapChange): string {
  const { newest, format, group } = facts;
  const lower = newest !== null && newest < 0 ? 'lower' : 'higher';
  const now =
    newest === 0
      ? 'it is closed now'
      : `it is ${format(Math.abs(newest ?? 0))} now, ${withinSentence(group.name)} ${lower}`;
  if (change === 'too_early') return `It is too early to tell what becomes of the gap; ${now}.`;
  if (change === 'no_clear_change') return `The gap shows no clear change so far; ${now}.`;
  if (change === 'came_back') return `The gap moved for a while and has come back; ${now}.`;
  if (change === 'moved')
    return `The gap changes more than chance would change it, in no one direction; ${now}.`;
  return `The gap has ${change}, and it is more than chance; ${now}.`;
}

/** A group's name inside a sentence: `students without disabilities`, but `English learners`. */
export function withinSentence(name: string): string {
  return /^(Students|All|Not|Economically)\b/.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}

type Movement = 'hoped' | 'other_way' | 'up' | 'down' | 'steady' | 'unknown';

function movementOf(verdict: RunChartVerdict, direction: MeasureDirection): Movement {
  if (verdict.state === 'no_data' || verdict.state === 'too_early') return 'unknown';
  if (verdict.state !== 'changed' || verdict.returned || verdict.side === null) return 'steady';
  const up = verdict.side === 'above';
  if (direction === 'none') return up ? 'up' : 'down';
  return up === (direction === 'increase') ? 'hoped' : 'other_way';
}

function told({ name, verdict }: GroupVerdict): string {
  if (verdict.state === 'no_data') return `${name} have no numbers yet`;
  if (verdict.state === 'too_early') return `${name} have too few points to tell`;
  if (verdict.state === 'no_spread') return `${name} stay at one number`;
  if (verdict.state === 'no_clear_change') return `${name} show no clear change`;
  if (verdict.returned) return `${name} moved for a while and have come back`;
  if (verdict.side === null) return `${name} moved in no one direction`;
  return `${name} went ${verdict.side === 'above' ? 'up' : 'down'}`;
}

/** Where each group has gone, and what that says of one paying for the other. */
function groupsSentence({ group, complement, direction }: GapFacts): string {
  const one = movementOf(group.verdict, direction);
  const other = movementOf(complement.verdict, direction);
  const both = `${told(group)}; ${told({ ...complement, name: withinSentence(complement.name) })}`;
  if (direction === 'none') return `${both}.`;
  if (one === 'unknown' || other === 'unknown')
    return `${both}, so it is too early to say whether one paid for the other.`;
  if (one === 'hoped' && other === 'hoped') return `${both}: both as hoped, so neither paid for the other.`;
  if (one === 'other_way' && other === 'other_way') return `${both}: both the other way.`;
  const moves = [one, other];
  if (moves.includes('hoped') && moves.includes('other_way'))
    return `${both}, so what helped one group may have cost the other: look at it together.`;
  if (moves.includes('hoped')) return `${both}, so nothing says that one paid for the other.`;
  if (moves.includes('other_way'))
    return `${both}, so nothing says that ${withinSentence(one === 'other_way' ? complement.name : group.name)} gained by it.`;
  return `${both}.`;
}
