import { lineSegments, thinned } from '../chart-geometry';
import type { ModelBracket, ModelPhase } from '../chart-model';
import { placeLabels } from '../control-charts/label-places';
import { Annotations, Axes, Bands } from './picture-frame';
import { at, halo, inks, slotAt, toneInks, y } from './picture-place';
import type { Drawing } from './picture-place';

const small = 17;

/** The chart itself, in pixels of the picture. */
export function PictureChart(drawing: Drawing) {
  const { model } = drawing;
  return (
    <g fontSize={small}>
      <Bands {...drawing} />
      <Axes {...drawing} />
      {model.phases.map((phase) => (
        <CentreLine key={phase.from} {...drawing} phase={phase} />
      ))}
      <GoalAndLabels {...drawing} />
      <Annotations {...drawing} />
      <Points {...drawing} />
      {model.brackets.map((bracket) => (
        <Bracket key={bracket.from} {...drawing} bracket={bracket} />
      ))}
    </g>
  );
}

function CentreLine({ phase, ...drawing }: Drawing & { phase: ModelPhase }) {
  if (phase.center === null || phase.line === 'none') return null;
  const { model, layout } = drawing;
  const { left: start, width } = layout.plot;
  const isLast = phase.to === model.points.length - 1;
  const left = phase.from === 0 ? start : slotAt(drawing, phase.from);
  const right = isLast ? start + width : slotAt(drawing, phase.to);
  const computedTo = phase.computedTo < phase.to ? slotAt(drawing, phase.computedTo) : right;
  const height = y(drawing, phase.center);
  return (
    <g stroke={inks.ink}>
      <line
        x1={left}
        x2={computedTo}
        y1={height}
        y2={height}
        strokeWidth="3"
        strokeDasharray={phase.line === 'provisional' ? '10 8' : undefined}
      />
      {computedTo < right ? (
        <line x1={computedTo} x2={right} y1={height} y2={height} strokeWidth="1.5" stroke={inks.soft} />
      ) : null}
    </g>
  );
}

/** The goal, dotted, and the names of both lines at their right end. */
function GoalAndLabels(drawing: Drawing) {
  const { model, layout } = drawing;
  const { plot, heights } = layout;
  const { goal, yAxis } = model;
  const reached = goal !== null && goal.y >= yAxis.from && goal.y <= yAxis.to ? goal : null;
  const phase = model.phases.at(-1);
  const labels = [
    ...(phase && phase.center !== null && phase.line !== 'none'
      ? [{ y: y(drawing, phase.center), label: phase.label, strong: true }]
      : []),
    ...(reached ? [{ y: y(drawing, reached.y), label: reached.label, strong: false }] : []),
  ];
  const right = plot.left + plot.width;
  return (
    <g>
      {reached ? (
        <line
          x1={plot.left}
          x2={right}
          y1={y(drawing, reached.y)}
          y2={y(drawing, reached.y)}
          strokeWidth="2"
          strokeDasharray="3 7"
          stroke={inks.soft}
        />
      ) : null}
      {placeLabels(labels, { apart: 22, top: heights.top, bottom: heights.bottom }).map((label) => (
        <text
          key={label.label}
          x={right + 14}
          y={label.y + 6}
          fontWeight={label.strong ? '700' : '400'}
          fill={label.strong ? inks.ink : inks.soft}
        >
          {label.label}
        </text>
      ))}
    </g>
  );
}

const mostMarked = 120;

function Points(drawing: Drawing) {
  const { model } = drawing;
  const drawn = thinned(model.points);
  const points = drawn.flatMap((slot) => model.points[slot] ?? []);
  const starts = drawn.flatMap((slot, index) =>
    slot > 0 && model.phases.some((phase) => phase.from === slot) ? [index] : [],
  );
  const place = (index: number) => ({
    x: at(drawing, points[index]?.date ?? ''),
    y: y(drawing, points[index]?.y ?? 0),
  });
  return (
    <g>
      {lineSegments(points, starts).map(({ from, to }) => (
        <line
          key={to}
          x1={place(from).x}
          y1={place(from).y}
          x2={place(to).x}
          y2={place(to).y}
          strokeWidth="2"
          stroke={inks.soft}
        />
      ))}
      {points.map((point, index) => {
        if (point.y === null || (points.length > mostMarked && point.tone === null)) return null;
        const { x, y: height } = place(index);
        return (
          <circle
            key={index}
            cx={x}
            cy={height}
            r={point.tone ? 8 : 6}
            strokeWidth="2.5"
            strokeDasharray={point.excluded === null ? undefined : '3 3'}
            fill={point.tone ? toneInks[point.tone] : inks.surface}
            stroke={point.tone ? inks.surface : inks.soft}
          />
        );
      })}
    </g>
  );
}

function Bracket({ bracket, ...drawing }: Drawing & { bracket: ModelBracket }) {
  const left = slotAt(drawing, bracket.from);
  const right = slotAt(drawing, bracket.to);
  const height = drawing.layout.heights.top - 10;
  const middle = (left + right) / 2;
  const { plot } = drawing.layout;
  const share = (middle - plot.left) / plot.width;
  const anchor = share > 0.8 ? 'end' : share < 0.2 ? 'start' : 'middle';
  const ink = toneInks[bracket.tone];
  return (
    <g stroke={ink} strokeWidth="2.5" fill="none">
      <path d={`M${left} ${height + 10}V${height}H${right}V${height + 10}`} />
      <text
        x={anchor === 'end' ? right : anchor === 'start' ? left : middle}
        y={height - 9}
        textAnchor={anchor}
        {...halo}
        fill={ink}
        fontWeight="600"
      >
        {bracket.words}
      </text>
    </g>
  );
}
