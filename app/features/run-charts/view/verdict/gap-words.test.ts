import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { broken, taking } from '#tests/factories/chart-subjects';
import { gapChange, gapVerdict } from './gap-words';
import type { GapFacts } from './gap-words';
import type { RunChartVerdict, VerdictState } from './run-chart-verdict';

const verdict = (
  state: VerdictState,
  side: RunChartVerdict['side'] = null,
  returned = false,
): RunChartVerdict => ({ state, side, returned, tone: 'plain', headline: '', detail: '', because: [] });
const up = verdict('changed', 'above');
const down = verdict('changed', 'below');
const steady = verdict('no_clear_change');
const early = verdict('too_early');

function gap(part: {
  gap?: RunChartVerdict;
  group?: RunChartVerdict;
  complement?: RunChartVerdict;
  center?: number | null;
  newest?: number | null;
  direction?: GapFacts['direction'];
}): string {
  return gapVerdict({
    group: { name: 'Students with disabilities', verdict: part.group ?? steady },
    complement: { name: 'Students without', verdict: part.complement ?? steady },
    gap: part.gap ?? steady,
    center: part.center === undefined ? -20 : part.center,
    newest: part.newest === undefined ? -12 : part.newest,
    direction: part.direction ?? 'increase',
    format: (size) => `${size} percentage points`,
  });
}

describe('the gap', () => {
  it.each<[string, Parameters<typeof gap>[0], string]>([
    [
      'narrowed',
      { gap: up },
      'The gap has narrowed, and it is more than chance; it is 12 percentage points now, students with disabilities lower.',
    ],
    [
      'widened',
      { gap: down },
      'The gap has widened, and it is more than chance; it is 12 percentage points now, students with disabilities lower.',
    ],
    [
      'narrowed from the other side',
      { gap: down, center: 20, newest: 12 },
      'The gap has narrowed, and it is more than chance; it is 12 percentage points now, students with disabilities higher.',
    ],
    [
      'turned round',
      { gap: up, newest: 3 },
      'The gap has narrowed, and it is more than chance; it is 3 percentage points now, students with disabilities higher.',
    ],
    ['closed', { gap: up, newest: 0 }, 'The gap has narrowed, and it is more than chance; it is closed now.'],
    [
      'opened from nothing',
      { gap: up, center: 0, newest: 9 },
      'The gap has widened, and it is more than chance; it is 9 percentage points now, students with disabilities higher.',
    ],
    [
      'no clear change',
      {},
      'The gap shows no clear change so far; it is 12 percentage points now, students with disabilities lower.',
    ],
    [
      'too early',
      { gap: early },
      'It is too early to tell what becomes of the gap; it is 12 percentage points now, students with disabilities lower.',
    ],
    [
      'came back',
      { gap: verdict('changed', 'above', true) },
      'The gap moved for a while and has come back; it is 12 percentage points now, students with disabilities lower.',
    ],
    [
      'in no one direction',
      { gap: verdict('changed') },
      'The gap changes more than chance would change it, in no one direction; it is 12 percentage points now, students with disabilities lower.',
    ],
  ])('%s', (_name, part, sentence) => expect(gap(part).startsWith(`${sentence} `)).toBe(true));

  it('no day with both', () =>
    expect(gap({ newest: null })).toBe('There is no day yet with a number for both groups.'));
});

const one = 'Students with disabilities';
const other = 'students without';

describe('who paid for it', () => {
  it.each<[RunChartVerdict, RunChartVerdict, string]>([
    [
      up,
      steady,
      `${one} went up; ${other} show no clear change, so nothing says that one paid for the other.`,
    ],
    [
      steady,
      up,
      `${one} show no clear change; ${other} went up, so nothing says that one paid for the other.`,
    ],
    [
      up,
      down,
      `${one} went up; ${other} went down, so what helped one group may have cost the other: look at it together.`,
    ],
    [
      down,
      up,
      `${one} went down; ${other} went up, so what helped one group may have cost the other: look at it together.`,
    ],
    [up, up, `${one} went up; ${other} went up: both as hoped, so neither paid for the other.`],
    [down, down, `${one} went down; ${other} went down: both the other way.`],
    [
      down,
      steady,
      `${one} went down; ${other} show no clear change, so nothing says that ${other} gained by it.`,
    ],
    [
      steady,
      down,
      `${one} show no clear change; ${other} went down, so nothing says that students with disabilities gained by it.`,
    ],
    [steady, steady, `${one} show no clear change; ${other} show no clear change.`],
    [
      up,
      early,
      `${one} went up; ${other} have too few points to tell, so it is too early to say whether one paid for the other.`,
    ],
    [
      early,
      early,
      `${one} have too few points to tell; ${other} have too few points to tell, so it is too early to say whether one paid for the other.`,
    ],
    [
      verdict('no_spread'),
      up,
      `${one} stay at one number; ${other} went up, so nothing says that one paid for the other.`,
    ],
    [
      verdict('no_data'),
      up,
      `${one} have no numbers yet; ${other} went up, so it is too early to say whether one paid for the other.`,
    ],
    [
      verdict('changed', 'above', true),
      steady,
      `${one} moved for a while and have come back; ${other} show no clear change.`,
    ],
    [verdict('changed'), steady, `${one} moved in no one direction; ${other} show no clear change.`],
  ])('%#', (group, complement, sentence) =>
    expect(gap({ group, complement })).toBe(
      `The gap shows no clear change so far; it is 12 percentage points now, students with disabilities lower. ${sentence}`,
    ),
  );

  it('down is as hoped where that is wanted', () =>
    expect(gap({ group: down, complement: up, direction: 'decrease' })).toContain('may have cost the other'));

  it('in two sentences, the whole of it', () =>
    expect(gap({ gap: up, group: up })).toBe(
      `The gap has narrowed, and it is more than chance; it is 12 percentage points now, students with disabilities lower. ${one} went up; ${other} show no clear change, so nothing says that one paid for the other.`,
    ));
});

const anyVerdict = fc
  .tuple(
    fc.constantFrom<VerdictState>('no_data', 'too_early', 'no_spread', 'no_clear_change', 'changed'),
    fc.constantFrom<RunChartVerdict['side']>('above', 'below', null),
    fc.boolean(),
  )
  .map(([state, side, returned]) => verdict(state, side, returned));

it('every combination is whole, and takes no side without a direction', () => {
  fc.assert(
    fc.property(
      anyVerdict,
      anyVerdict,
      anyVerdict,
      fc.option(fc.integer({ min: -30, max: 30 })),
      fc.option(fc.integer({ min: -30, max: 30 })),
      (gapOf, group, complement, center, newest) => {
        const parts = { gap: gapOf, group, complement, center, newest };
        expect(gap(parts)).toMatch(/^[A-Z].*\.$/);
        expect(gap(parts)).not.toMatch(broken);
        expect(gap({ ...parts, direction: 'none' })).not.toMatch(taking);
        expect(gap({ ...parts, direction: 'none' })).not.toMatch(/cost|paid|gained/);
      },
    ),
  );
});

it('mirrored gaps change alike', () => {
  const facts = { gap: up, center: -20, newest: -12 };
  expect(gapChange(facts)).toBe(gapChange({ gap: down, center: 20, newest: 12 }));
});
