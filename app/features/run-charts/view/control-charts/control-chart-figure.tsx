import { formatDay } from '~/lib/school-day';
import { formatMeasureValue } from '../../plotted-value';
import type { ControlChartModel } from './control-chart-model';
import { ControlChartSvg } from './control-chart-svg';
import { VerdictWords } from '../verdict/verdict-words';

const inset = 'pr-2 pl-[46px] @min-[540px]:pr-[150px] print:pr-[150px]';
const mostRows = 400;

type Props = {
  model: ControlChartModel;
  /** Names the chart for people who do not see it: measure and group. */
  name: string;
  /** One sentence on what this chart adds to the run chart. */
  adds: string;
  /** How the measure's numbers are written. */
  shape: Parameters<typeof formatMeasureValue>[0];
};

/** A control chart with what it says: the sentence first, then the picture, then how we know, with the numbers. */
export function ControlChartFigure({ model, name, adds, shape }: Props) {
  const title = `${model.name}: ${name}`;
  return (
    <figure aria-label={title}>
      <p className="mb-3 max-w-[70ch] text-sm text-soft">{adds}</p>
      <VerdictWords verdict={model.verdict} />
      <details suppressHydrationWarning className="mt-1 pl-[30px] print:hidden">
        <summary className="inline-block min-h-6 text-sm text-soft underline underline-offset-3 hover:text-ink">
          How do we know?
        </summary>
        <ul className="mt-2 list-disc space-y-1 pl-5 text-sm text-soft">
          {model.verdict.because.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {model.points.length > 0 ? (
          <div className="mt-3">
            <ControlChartTable model={model} caption={`The numbers and limits: ${name}`} shape={shape} />
          </div>
        ) : null}
      </details>
      {model.points.length > 0 ? (
        <div className="@container mt-3">
          <div className={inset}>
            <ControlChartSvg model={model} />
          </div>
          <LinesInWords model={model} />
        </div>
      ) : null}
    </figure>
  );
}

/** On a narrow screen the lines are named beneath the picture instead of at their ends. */
function LinesInWords({ model }: { model: ControlChartModel }) {
  const { center, upper, lower } = model.ends;
  const words = [center?.label, upper?.label, lower?.label, model.goal?.label].filter(
    (label) => label !== undefined,
  );
  if (words.length === 0) return null;
  return (
    <p aria-hidden="true" className="mt-1 pl-[46px] text-[13px] text-soft @min-[540px]:hidden print:hidden">
      {words.join(', ')}
    </p>
  );
}

type Row = {
  date: string;
  day: string;
  label: string;
  recorded: string;
  limits: string;
  outside: string;
};

/** Newest first; a limit that is not there leaves its place empty. */
function rowsOf(model: ControlChartModel, shape: Props['shape']): Row[] {
  const newest = model.points.findLast((point) => point.y !== null)?.date;
  return model.phases
    .flatMap(({ from, lower, upper }) =>
      upper.map((limit, offset) => ({ slot: from + offset, upper: limit, lower: lower[offset] ?? null })),
    )
    .flatMap(({ slot, upper, lower }): Row[] => {
      const point = model.points[slot];
      if (!point || point.y === null) return [];
      const outside =
        point.outside === null ? '' : point.outside === 'above' ? 'above the limit' : 'below the limit';
      return [
        {
          ...{
            date: point.date,
            day: formatDay(point.date, newest),
            label: point.label,
            recorded: point.recorded,
          },
          limits:
            lower === null || upper === null
              ? ''
              : `${formatMeasureValue(shape, lower)} to ${formatMeasureValue(shape, upper)}`,
          outside: point.excluded === null ? outside : [outside, 'left out'].filter(Boolean).join(', '),
        },
      ];
    })
    .toReversed();
}

const head = 'py-1.5 pr-4 font-semibold';
const cell = 'py-1.5 pr-4 whitespace-nowrap';

function ControlChartTable({ model, caption, shape }: Pick<Props, 'model' | 'shape'> & { caption: string }) {
  const rows = rowsOf(model, shape);
  const withParts = rows.some((row) => row.recorded !== '');
  return (
    <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-strong">
            {['Day', 'Number', ...(withParts ? ['Counted'] : []), 'Limits', 'Outside'].map((title) => (
              <th key={title} scope="col" className={head}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row) => (
            <tr key={row.date} className="border-b border-line align-top">
              <td className={cell}>{row.day}</td>
              <td className={cell}>{row.label}</td>
              {withParts ? <td className={cell}>{row.recorded}</td> : null}
              <td className={cell}>{row.limits}</td>
              <td className="py-1.5">{row.outside}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows ? (
        <p className="py-2 text-sm text-soft">
          The newest {mostRows} of {rows.length} numbers.
        </p>
      ) : null}
    </div>
  );
}
