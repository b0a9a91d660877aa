import type { MeasureDirection } from '#db/vocabulary';
import type { PhaseAnalysis } from '../../analysis';
import type { ControlVerdictFacts } from '../control-charts/control-chart-verdict';

/** `first` belongs beside the verdict: it says what this chart cannot show. `because` belongs under it. */
type LimitSentences = { none: boolean; first: string[]; because: string[] };

/** From how many points on limits made of moving ranges are steady. */
const pointsForSteadyLimits = 20;

/** What the limits are, what they rest on, and what they cannot show. */
export function limitSentences(facts: ControlVerdictFacts, phase: PhaseAnalysis): LimitSentences {
  const limits = limitsAtPoints(facts, phase);
  if (limits.length === 0)
    return {
      none: true,
      first: [],
      because: ['There are no limits: no two numbers stand next to each other to compare.'],
    };
  const cut = [cutSentence(facts, limits, 'upper'), cutSentence(facts, limits, 'lower')];
  const first = cut.filter((one) => one?.hidesImprovement).map((one) => one?.sentence ?? '');
  const others = cut.filter((one) => one && !one.hidesImprovement).map((one) => one?.sentence ?? '');
  return {
    none: false,
    first,
    because: [
      `The limits show how far numbers swing by chance alone: three standard deviations to either side of the mean of ${facts.format(phase.center ?? 0)}.`,
      ...others,
      ...basisSentences(facts, phase),
      ...(facts.kind === 'p' && facts.large
        ? [
            'With groups in the hundreds a p chart calls small swings unusual; the p prime chart allows for that.',
          ]
        : []),
    ],
  };
}

type LimitsAtPoint = { lower: number | null; upper: number | null };

function limitsAtPoints({ y }: ControlVerdictFacts, { from, to, limits }: PhaseAnalysis): LimitsAtPoint[] {
  if (!limits) return [];
  return y.slice(from, to + 1).flatMap((value, offset) => {
    const lower = limits.lower[offset] ?? null;
    const upper = limits.upper[offset] ?? null;
    return value === null || (lower === null && upper === null) ? [] : [{ lower, upper }];
  });
}

const wanted: Record<'upper' | 'lower', MeasureDirection> = { upper: 'increase', lower: 'decrease' };

/** A limit cut off at what can be counted leaves no room beyond it: nothing can lie outside there. */
function cutSentence(
  { kind, direction, format }: ControlVerdictFacts,
  limits: LimitsAtPoint[],
  which: 'upper' | 'lower',
): { sentence: string; hidesImprovement: boolean } | null {
  const isShare = kind === 'p' || kind === 'pPrime';
  if (kind === 'i' || (which === 'upper' && !isShare)) return null;
  const cut = limits.filter(({ lower, upper }) =>
    which === 'upper' ? upper !== null && upper >= 100 : lower !== null && lower <= 0,
  ).length;
  if (cut === 0) return null;
  const hidesImprovement = direction === wanted[which];
  const what = hidesImprovement
    ? 'an improvement'
    : direction === 'none'
      ? which === 'upper'
        ? 'a rise'
        : 'a fall'
      : 'a move the other way';
  const end = `the ${which} limit is cut off at ${format(which === 'upper' ? 100 : 0)}, so ${what} cannot show as a point outside`;
  const sentence =
    cut === limits.length
      ? `T${end.slice(1)}; a long run can still show it.`
      : `At ${cut} of ${limits.length} points ${end} there; a long run can still show it.`;
  return { sentence, hidesImprovement };
}

function basisSentences(facts: ControlVerdictFacts, phase: PhaseAnalysis): string[] {
  const { frozenAt } = facts;
  const frozen =
    frozenAt === null
      ? []
      : [
          `The mean and the limits come from the first ${frozenAt} points and are carried forward. A frozen baseline alarms more easily.`,
        ];
  const basis = frozenAt ?? phase.points;
  const fromRanges = facts.kind === 'i' || facts.kind === 'pPrime';
  if (!fromRanges || basis >= pointsForSteadyLimits) return frozen;
  return [
    ...frozen,
    `Limits from ${basis} points are rough; they are steady from about ${pointsForSteadyLimits} points on.`,
  ];
}
