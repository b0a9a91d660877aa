import { clsx } from 'clsx';
import { heightOf, labelLines, shareOf } from '../chart-geometry';
import type { ChartHeights } from '../chart-geometry';
import type { ChartLine, LinesModel } from './lines-model';
import { FrameAxes } from '../chart-frame-svg';

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
const top = 12;
const bottom = 212;
const heights: ChartHeights = {
  ...{ top, bottom, bandTop: bottom, bandHeight: 0, bandRows: [], annotationRows: [] },
  ...{ dates: bottom + 22, total: bottom + 32 },
};

const endOf = (line: ChartLine) => line.points.findLast((point) => point.y !== null)?.y ?? null;

/** Labels stand at the lines' ends; where two would touch, they step apart. */
function labelHeights(model: LinesModel): number[] {
  const ends = model.lines.map((line) => heightOf(model, heights, endOf(line) ?? model.yAxis.from));
  const [first = 0, second] = ends;
  const apart = 2 + 16 * Math.max(...model.lines.map((line) => labelLines(line.label).length));
  if (second === undefined || Math.abs(first - second) >= apart) return ends;
  const middle = (first + second) / 2;
  const half = apart / 2;
  return first <= second ? [middle - half, middle + half] : [middle + half, middle - half];
}

/** A few lines on one scale, each named at its end: what is looked at solid, what it is compared with dashed. */
export function LinesSvg({ model }: { model: LinesModel }) {
  const labels = labelHeights(model);
  return (
    <svg
      width="100%"
      height={heights.total}
      className="block overflow-visible text-[13px]"
      aria-hidden="true"
      focusable="false"
    >
      <FrameAxes model={model} heights={heights} />
      {model.lines.toReversed().map((line) => (
        <Line key={line.label} model={model} line={line} />
      ))}
      {model.lines.map((line, index) => (
        <LineLabel key={line.label} line={line} y={labels[index] ?? 0} />
      ))}
    </svg>
  );
}

function LineLabel({ line, y }: { line: ChartLine; y: number }) {
  const words = labelLines(line.label);
  return (
    <text
      y={y + 4 - (words.length - 1) * 8}
      className={clsx('@max-[540px]:hidden', line.strong ? 'fill-accent font-semibold' : 'fill-soft')}
    >
      {words.map((text, index) => (
        <tspan key={index} x="100%" dx="10" dy={index === 0 ? undefined : 16}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

function Line({ model, line }: { model: LinesModel; line: ChartLine }) {
  const places = line.points.map(({ date, y }) => ({
    x: percent(shareOf(model.xAxis, date)),
    y: y === null ? null : heightOf(model, heights, y),
  }));
  return (
    <g className={line.strong ? 'stroke-accent' : 'stroke-soft'}>
      {places.map((place, index) => {
        const before = places[index - 1];
        if (place.y === null || before === undefined || before.y === null) return null;
        return (
          <line
            key={index}
            x1={before.x}
            y1={before.y}
            x2={place.x}
            y2={place.y}
            strokeWidth={line.strong ? 2 : 1.5}
            strokeDasharray={line.strong ? undefined : '5 4'}
          />
        );
      })}
      {line.points.length > 80
        ? null
        : places.map((place, index) =>
            place.y === null ? null : (
              <circle
                key={index}
                cx={place.x}
                cy={place.y}
                r={line.strong ? 3.5 : 2.5}
                strokeWidth="1.5"
                className={line.strong ? 'fill-accent stroke-surface' : 'fill-surface'}
              />
            ),
          )}
    </g>
  );
}

/** On a narrow screen the lines are named beneath the picture instead of at their ends. */
export function LineNames({ model }: { model: LinesModel }) {
  return (
    <ul
      aria-hidden="true"
      className="mt-1 flex flex-wrap gap-x-5 pl-[46px] text-[13px] @min-[540px]:hidden print:hidden"
    >
      {model.lines.map((line) => (
        <li
          key={line.label}
          className={clsx(
            'inline-flex items-center gap-2',
            line.strong ? 'font-semibold text-accent' : 'text-soft',
          )}
        >
          <svg width="22" height="4" className={line.strong ? 'stroke-accent' : 'stroke-soft'}>
            <line
              x1="0"
              x2="22"
              y1="2"
              y2="2"
              strokeWidth="2"
              strokeDasharray={line.strong ? undefined : '5 4'}
            />
          </svg>
          {line.label}
        </li>
      ))}
    </ul>
  );
}
