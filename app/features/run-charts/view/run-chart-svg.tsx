import { chartHeights, heightOf, lineSegments, shareOf, thinned } from './chart-geometry';
import { solidEnd } from './centre-line-span';
import { FrameAnnotations, FrameAxes, FrameBands, percent } from './chart-frame-svg';
import type { ChartHeights } from './chart-geometry';
import { drawnGoal, endLabels } from './end-labels';
import type { ModelBracket, ModelPhase, RunChartModel, Tone } from './chart-model';

const fills: Record<Tone, string> = { toward: 'fill-toward', away: 'fill-away', plain: 'fill-ink' };
const strokes: Record<Tone, string> = { toward: 'stroke-toward', away: 'stroke-away', plain: 'stroke-ink' };

type Drawing = { model: RunChartModel; heights: ChartHeights };

/** Left to right in percent of the width, top to bottom in pixels, so that one drawing fits every screen. */
export function RunChartSvg({ model }: { model: RunChartModel }) {
  const heights = chartHeights(model);
  const drawing = { model, heights };
  return (
    <svg
      width="100%"
      height={heights.total}
      className="block overflow-visible text-[13px]"
      aria-hidden="true"
      focusable="false"
    >
      <FrameBands {...drawing} />
      <FrameAxes {...drawing} />
      {model.phases.map((phase) => (
        <CentreLine key={phase.from} {...drawing} phase={phase} />
      ))}
      <Goal {...drawing} />
      <EndLabels {...drawing} />
      <FrameAnnotations {...drawing} />
      <Points {...drawing} />
      {model.brackets.map((bracket) => (
        <Bracket key={bracket.from} {...drawing} bracket={bracket} />
      ))}
    </svg>
  );
}

function CentreLine({ model, heights, phase }: Drawing & { phase: ModelPhase }) {
  if (phase.center === null || phase.line === 'none') return null;
  const at = (slot: number) => shareOf(model.xAxis, model.points[slot]?.date ?? model.xAxis.from);
  const y = heightOf(model, heights, phase.center);
  const isLast = phase.to === model.points.length - 1;
  const left = phase.from === 0 ? 0 : at(phase.from);
  const solidTo = solidEnd(phase, { left, isLast, at });
  const end = isLast ? 1 : at(phase.to);
  return (
    <g>
      <line
        x1={percent(left)}
        x2={percent(solidTo)}
        y1={y}
        y2={y}
        strokeWidth="2"
        strokeDasharray={phase.line === 'provisional' ? '6 5' : undefined}
        className="stroke-ink"
      />
      {solidTo < end ? (
        <line x1={percent(solidTo)} x2={percent(end)} y1={y} y2={y} className="stroke-soft" />
      ) : null}
    </g>
  );
}

/** The lines are named at their right end where there is room for it. */
function EndLabels({ model, heights }: Drawing) {
  return endLabels(model, heights).map(({ y, label, strong }) => (
    <text
      key={label}
      x="100%"
      dx="10"
      y={y + 4}
      className={strong ? 'fill-ink font-semibold @max-[540px]:hidden' : 'fill-soft @max-[540px]:hidden'}
    >
      {label}
    </text>
  ));
}

function Goal({ model, heights }: Drawing) {
  const goal = drawnGoal(model);
  if (goal === null) return null;
  const y = heightOf(model, heights, goal.y);
  return (
    <line x1="0" x2="100%" y1={y} y2={y} strokeWidth="1.5" strokeDasharray="2 5" className="stroke-soft" />
  );
}

function Points({ model, heights }: Drawing) {
  const drawn = thinned(model.points);
  const places = drawn.map((slot) => {
    const point = model.points[slot];
    return {
      y: point?.y ?? null,
      x: percent(shareOf(model.xAxis, point?.date ?? '')),
      height: point?.y == null ? 0 : heightOf(model, heights, point.y),
      tone: point?.tone ?? null,
      leftOut: point?.excluded != null,
    };
  });
  const starts = drawn.flatMap((slot, index) =>
    model.phases.some((phase) => phase.from === slot && slot > 0) ? [index] : [],
  );
  const few = drawn.length <= 120;
  return (
    <g>
      {lineSegments(
        drawn.flatMap((slot) => model.points[slot] ?? []),
        starts,
      ).map(({ from, to }) => (
        <line
          key={to}
          x1={places[from]?.x}
          y1={places[from]?.height}
          x2={places[to]?.x}
          y2={places[to]?.height}
          strokeWidth="1.5"
          className="stroke-soft"
        />
      ))}
      {few
        ? places.map((place, index) =>
            place.y === null ? null : place.leftOut ? (
              <text
                key={index}
                x={place.x}
                y={place.height + 6}
                textAnchor="middle"
                className="fill-soft text-[18px] font-bold"
              >
                ×
              </text>
            ) : (
              <circle
                key={index}
                cx={place.x}
                cy={place.height}
                r={place.tone ? 5 : 4}
                strokeWidth="1.75"
                className={place.tone ? `${fills[place.tone]} stroke-surface` : 'fill-surface stroke-soft'}
              />
            ),
          )
        : null}
    </g>
  );
}

function Bracket({ model, heights, bracket }: Drawing & { bracket: ModelBracket }) {
  const left = shareOf(model.xAxis, model.points[bracket.from]?.date ?? '');
  const right = shareOf(model.xAxis, model.points[bracket.to]?.date ?? '');
  const y = heights.top - 6;
  const middle = (left + right) / 2;
  const anchor = middle > 0.75 ? 'end' : middle < 0.25 ? 'start' : 'middle';
  const at = anchor === 'end' ? right : anchor === 'start' ? left : middle;
  return (
    <g strokeWidth="1.75" className={strokes[bracket.tone]}>
      <line x1={percent(left)} x2={percent(right)} y1={y} y2={y} />
      <line x1={percent(left)} x2={percent(left)} y1={y} y2={y + 6} />
      <line x1={percent(right)} x2={percent(right)} y1={y} y2={y + 6} />
      <text
        x={percent(at)}
        y={y - 6}
        textAnchor={anchor}
        stroke="none"
        className={`${fills[bracket.tone]} font-semibold`}
      >
        {bracket.words}
      </text>
    </g>
  );
}
