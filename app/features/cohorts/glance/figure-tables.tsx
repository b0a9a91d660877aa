import { confidenceWords } from '~/features/cycles/cycle-words';
import { counted } from '~/lib/number-format';
import { FigureCard, FigureCount, FigureRow } from './figure-card';
import type { Figures } from './figures';
import { outcomes, outcomeWords } from './predictions/prediction-list';
import { lengthWords, rampLengths } from './ramps/ramp-list';
import { standings, standingWords } from './standing';
import { everyTeam, listPath } from './teams-filter';

export type FigureProps = { here: string; figures: Figures };

export function FunnelCard({ here, figures: { funnel } }: FigureProps) {
  const shown = standings.filter((one) => one !== 'undecided' || funnel.undecided > 0);
  const total = standings.reduce((sum, one) => sum + funnel[one], 0);
  const most = Math.max(0, ...shown.map((one) => funnel[one]));
  return (
    <FigureCard
      id="figure-cycles"
      title="Cycles"
      note={
        total === 0
          ? 'No cycle in this cohort’s year yet.'
          : `${counted(total, 'cycle')} of this cohort’s year.`
      }
    >
      {total === 0 ? null : (
        <ul>
          {shown.map((one) => (
            <FigureRow
              key={one}
              to={listPath(`${here}/cycles`, everyTeam, { standing: one })}
              words={standingWords(one)}
              n={funnel[one]}
              most={most}
            />
          ))}
        </ul>
      )}
    </FigureCard>
  );
}

export function RampCard({ here, figures: { ramps } }: FigureProps) {
  const total = ramps.reduce((sum, { n }) => sum + n, 0);
  const ends = standings.filter((one) => ramps.some((count) => count.ends === one));
  const nOf = (length: string, end: string) =>
    ramps.find((count) => count.length === length && count.ends === end)?.n ?? 0;
  return (
    <FigureCard
      id="figure-ramps"
      title="Ramps and where they end"
      note={
        total === 0
          ? 'No ramp yet.'
          : `${counted(total, 'ramp')}, by how many cycles they have and where the newest stands.`
      }
    >
      {total === 0 ? null : (
        <table className="w-full text-sm max-sm:table-fixed">
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="py-1 text-left font-semibold max-sm:w-[5.5rem]">
                Newest cycle
              </th>
              {rampLengths.map((length) => (
                <th
                  key={length}
                  scope="col"
                  className="px-0.5 py-1 text-right font-normal wrap-anywhere text-soft max-sm:text-[11px] max-sm:leading-tight sm:px-1"
                >
                  {lengthWords[length]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ends.map((end) => (
              <tr key={end}>
                <th scope="row" className="py-1 text-left font-normal wrap-anywhere">
                  {standingWords(end)}
                </th>
                {rampLengths.map((length) => (
                  <td key={length} className="px-1 py-0.5 text-right tabular-nums">
                    <FigureCount
                      n={nOf(length, end)}
                      to={listPath(`${here}/ramps`, everyTeam, { ends: end, length })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </FigureCard>
  );
}

export function PredictionCard({ here, figures: { predictions } }: FigureProps) {
  const { totals, byConfidence } = predictions;
  const most = Math.max(0, ...outcomes.map((one) => totals[one]));
  const total = outcomes.reduce((sum, one) => sum + totals[one], 0);
  const path = (asked: Record<string, string>) => listPath(`${here}/predictions`, everyTeam, asked);
  return (
    <FigureCard
      id="figure-predictions"
      title="Predictions"
      note={
        total === 0
          ? 'No prediction yet.'
          : `${counted(total, 'prediction')}. A miss teaches as much as a hit.`
      }
    >
      {total === 0 ? null : (
        <ul>
          {outcomes.map((outcome) => (
            <FigureRow
              key={outcome}
              to={path({ outcome })}
              words={outcomeWords[outcome]}
              n={totals[outcome]}
              most={most}
            />
          ))}
        </ul>
      )}
      {byConfidence.length === 0 ? null : (
        <details suppressHydrationWarning className="mt-2">
          <summary className="inline-flex min-h-6 items-center text-sm text-soft">
            <span className="underline">By how sure teams were</span>
          </summary>
          <table className="mt-1 w-full text-sm max-sm:table-fixed">
            <thead>
              <tr className="border-b border-line align-bottom">
                <th scope="col" className="py-1 text-left font-semibold max-sm:w-[5.5rem]">
                  How sure
                </th>
                {outcomes.map((outcome) => (
                  <th
                    key={outcome}
                    scope="col"
                    className="px-0.5 py-1 text-right font-normal wrap-anywhere text-soft max-sm:text-[11px] max-sm:leading-tight sm:px-1"
                  >
                    {outcomeWords[outcome]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {byConfidence.map(({ confidence, counts }) => (
                <tr key={confidence}>
                  <th scope="row" className="py-1 text-left font-normal wrap-anywhere">
                    {confidence === null ? 'not said' : confidenceWords[confidence]}
                  </th>
                  {outcomes.map((outcome) => (
                    <td key={outcome} className="px-1 py-0.5 text-right tabular-nums">
                      <FigureCount
                        n={counts[outcome]}
                        to={path({ outcome, confidence: confidence === null ? 'none' : String(confidence) })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </FigureCard>
  );
}
