import { formatMonth, shortMonth } from '~/lib/school-month';
import { formatScore, progressScale } from './progress-scale';
import { sourceWords } from './progress-scores';
import { ScoreMark, ScoreShape } from './score-mark';
import type { ScoreSource } from './score-mark';
import { monthsWithWork, scoresOf } from './team-progress';
import type { ProgressMonth } from './team-progress';

const sources = ['computed', 'team', 'coach'] as const satisfies readonly ScoreSource[];
/** Pixels from the top: the highest step, the lowest, the names of the months. */
const [top, bottom, height] = [14, 194, 226];
/** Side by side within a month, in pixels, so that equal scores do not hide each other. */
const offsets: Record<ScoreSource, number> = { computed: -7, team: 0, coach: 7 };
const left = 0.07;

const heightOf = (score: number) => bottom - ((score - 0.5) / 4.5) * (bottom - top);
const centreOf = (index: number, count: number) => left + ((index + 0.5) / count) * (1 - left);
const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** Twelve months and their scores: a static picture, placed in percent across and in pixels down. */
function ScorePicture({ months }: { months: ProgressMonth[] }) {
  return (
    <svg
      width="100%"
      height={height}
      role="img"
      aria-label="The scores of the last twelve months; the table below holds them in figures."
    >
      {progressScale.map(({ score }) => (
        <line
          key={score}
          x1={percent(left)}
          x2="100%"
          y1={heightOf(score)}
          y2={heightOf(score)}
          className={Number.isInteger(score) ? 'stroke-line' : 'stroke-transparent'}
        />
      ))}
      {[1, 2, 3, 4, 5].map((score) => (
        <text key={score} x="0" y={heightOf(score) + 4} className="fill-faint text-[13px]">
          {score}
        </text>
      ))}
      {months.map((month, index) => (
        <svg key={month.month} x={percent(centreOf(index, months.length))} y="0" overflow="visible">
          <text x="0" y={height - 8} textAnchor="middle" className="fill-soft text-[11px] sm:text-[13px]">
            {shortMonth(month.month)}
          </text>
          {sources.map((source) => {
            const score = scoresOf(month)[source];
            return score === null ? null : (
              <g key={source} transform={`translate(${offsets[source]} ${heightOf(score)})`}>
                <ScoreShape source={source} />
              </g>
            );
          })}
        </svg>
      ))}
    </svg>
  );
}

function ScoreTable({ months }: { months: ProgressMonth[] }) {
  return (
    <table className="w-full max-w-2xl text-left text-sm">
      <caption className="sr-only">The scores of the last months, newest first</caption>
      <thead>
        <tr className="border-b border-strong align-bottom">
          <th scope="col" className="py-1.5 pr-2 font-semibold">
            Month
          </th>
          {sources.map((source) => (
            <th key={source} scope="col" className="py-1.5 pr-2 font-semibold">
              {sourceWords[source]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map((month) => (
          <tr key={month.month} className="border-b border-line">
            <th scope="row" className="py-1.5 pr-2 font-normal whitespace-nowrap">
              {`${shortMonth(month.month)} ${month.month.slice(0, 4)}`}
            </th>
            {sources.map((source) => {
              const score = scoresOf(month)[source];
              return (
                <td key={source} className="py-1.5 pr-2">
                  {score === null ? <span className="text-faint">none</span> : formatScore(score)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was said of earlier months, newest first. */
function EarlierWords({ months }: { months: ProgressMonth[] }) {
  const said = months
    .slice(0, -1)
    .toReversed()
    .flatMap(({ month, team, coach }) =>
      [
        { who: sourceWords.team, given: team },
        { who: sourceWords.coach, given: coach },
      ].flatMap(({ who, given }) =>
        given === null || given.because === '' ? [] : [{ key: `${month} ${who}`, month, who, given }],
      ),
    );
  if (said.length === 0) return null;
  return (
    <div className="mt-5">
      <h3>What was said</h3>
      <ul className="mt-2 space-y-3">
        {said.map(({ key, month, who, given }) => (
          <li key={key}>
            <span className="text-sm text-soft">
              {formatMonth(month)}, {who.toLowerCase()}, {formatScore(given.score)}
            </span>
            <p className="max-w-[70ch] whitespace-pre-line">{given.because}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The last twelve months: picture, table, and what was said. */
export function ProgressYear({ months }: { months: ProgressMonth[] }) {
  return (
    <>
      <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
        {sources.map((source) => (
          <li key={source} className="flex items-center gap-1.5">
            <ScoreMark source={source} />
            {sourceWords[source]}
          </li>
        ))}
      </ul>
      <ScorePicture months={months} />
      <div className="mt-4">
        <ScoreTable months={monthsWithWork(months)} />
      </div>
      <EarlierWords months={months} />
    </>
  );
}
