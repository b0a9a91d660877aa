import {
  FrameAnnotations,
  FrameAxes,
  FrameBands,
  FrameGoal,
  FrameLabels,
  goalHeight,
  percent,
} from '../chart-frame-svg';
import { chartHeights, heightOf, lineSegments, shareOf, thinned } from '../chart-geometry';
import type { ChartHeights } from '../chart-geometry';
import type { Tone } from '../chart-model';
import type { ControlChartModel, ControlPhase } from './control-chart-model';
import type { PlacedLabel } from './label-places';
import { limitSteps } from './limit-steps';

const fills: Record<Tone, string> = { toward: 'fill-toward', away: 'fill-away', plain: 'fill-ink' };
const mostMarked = 80;

type Drawing = { model: ControlChartModel; heights: ChartHeights; drawn: number[] };

/** Points, mean and quiet limits; left to right in percent of the width, top to bottom in pixels. */
export function ControlChartSvg({ model }: { model: ControlChartModel }) {
  const heights = chartHeights({ ...model, brackets: [], headroom: false });
  const drawing = { model, heights, drawn: thinned(model.points) };
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
        <PhaseLines key={phase.from} {...drawing} phase={phase} />
      ))}
      <FrameGoal {...drawing} />
      <FrameAnnotations {...drawing} />
      <Points {...drawing} />
      <FrameLabels heights={heights} labels={labelsOf(drawing)} />
    </svg>
  );
}

function labelsOf({ model, heights }: Drawing): PlacedLabel[] {
  const { center, upper, lower } = model.ends;
  const at = (y: number) => heightOf(model, heights, y);
  const goal = goalHeight({ model, heights });
  return [
    ...(upper ? [{ y: at(upper.y), label: upper.label, strong: false }] : []),
    ...(center ? [{ y: at(center.y), label: center.label, strong: true }] : []),
    ...(lower ? [{ y: at(lower.y), label: lower.label, strong: false }] : []),
    ...(goal !== null && model.goal ? [{ y: goal, label: model.goal.label, strong: false }] : []),
  ];
}

/** The mean of a phase, solid where it was computed and thin where it is carried forward, and its limits. */
function PhaseLines({ model, heights, drawn, phase }: Drawing & { phase: ControlPhase }) {
  if (phase.center === null || phase.line === 'none') return null;
  const at = (slot: number) => shareOf(model.xAxis, model.points[slot]?.date ?? model.xAxis.from);
  const isLast = phase.to === model.points.length - 1;
  const left = phase.from === 0 ? 0 : at(phase.from);
  const right = isLast ? 1 : at(phase.to);
  const computedTo = phase.computedTo < phase.to ? at(phase.computedTo) : right;
  const y = heightOf(model, heights, phase.center);
  const slots = drawn.filter((slot) => slot >= phase.from && slot <= phase.to);
  const steps = (values: (number | null)[]) =>
    limitSteps(
      slots.map(at),
      slots.map((slot) => values[slot - phase.from] ?? null),
      { left, right },
    );
  return (
    <g>
      <line
        x1={percent(left)}
        x2={percent(computedTo)}
        y1={y}
        y2={y}
        strokeWidth="2"
        strokeDasharray={phase.line === 'provisional' ? '6 5' : undefined}
        className="stroke-ink"
      />
      {computedTo < right ? (
        <line x1={percent(computedTo)} x2={percent(right)} y1={y} y2={y} className="stroke-soft" />
      ) : null}
      {[phase.upper, phase.lower].map((values, which) => (
        <Limit key={which} model={model} heights={heights} steps={steps(values)} />
      ))}
    </g>
  );
}

function Limit({
  model,
  heights,
  steps,
}: Pick<Drawing, 'model' | 'heights'> & { steps: ReturnType<typeof limitSteps> }) {
  return (
    <g strokeDasharray="5 4" className="stroke-control">
      {steps.map((step, index) => {
        const y = heightOf(model, heights, step.y);
        const next = steps[index + 1];
        const joined =
          next && Math.abs(next.left - step.right) < 1e-9 ? heightOf(model, heights, next.y) : null;
        return (
          <g key={step.left}>
            <line x1={percent(step.left)} x2={percent(step.right)} y1={y} y2={y} />
            {joined === null ? null : (
              <line x1={percent(step.right)} x2={percent(step.right)} y1={y} y2={joined} />
            )}
          </g>
        );
      })}
    </g>
  );
}

function Points({ model, heights, drawn }: Drawing) {
  const places = drawn.map((slot) => {
    const point = model.points[slot];
    return {
      x: percent(shareOf(model.xAxis, point?.date ?? '')),
      y: point?.y == null ? null : heightOf(model, heights, point.y),
      tone: point?.tone ?? null,
      excluded: point?.excluded != null,
    };
  });
  const starts = drawn.flatMap((slot, index) =>
    slot > 0 && model.phases.some((phase) => phase.from === slot) ? [index] : [],
  );
  const few = drawn.length <= mostMarked;
  return (
    <g>
      {lineSegments(
        drawn.flatMap((slot) => model.points[slot] ?? []),
        starts,
      ).map(({ from, to }) => (
        <line
          key={to}
          x1={places[from]?.x}
          y1={places[from]?.y ?? 0}
          x2={places[to]?.x}
          y2={places[to]?.y ?? 0}
          strokeWidth="1.5"
          className="stroke-soft"
        />
      ))}
      {places.map(({ x, y, tone, excluded }, index) => {
        if (y === null || (!few && tone === null && !excluded)) return null;
        if (excluded) return <Crossed key={index} x={x} y={y} />;
        return (
          <circle
            key={index}
            cx={x}
            cy={y}
            r={tone ? 6 : 4}
            strokeWidth="1.75"
            className={tone ? `${fills[tone]} stroke-surface` : 'fill-surface stroke-soft'}
          />
        );
      })}
    </g>
  );
}

/** A point left out: a dashed ring, so that nobody counts it. */
function Crossed({ x, y }: { x: string; y: number }) {
  return (
    <circle
      cx={x}
      cy={y}
      r="4.5"
      strokeWidth="1.5"
      strokeDasharray="2 2"
      className="fill-surface stroke-faint"
    />
  );
}
