import {
  annotationAnchor,
  annotationRow,
  bandRow,
  bandShares,
  fitsNarrow,
  heightOf,
  shareOf,
  shortened,
} from './chart-geometry';
import type { ChartHeights } from './chart-geometry';
import type { RunChartModel } from './chart-model';
import { placeLabels } from './control-charts/label-places';
import type { PlacedLabel } from './control-charts/label-places';

/** What frames any chart: the pieces below place left to right in percent of the width, top to bottom in pixels. */
export type ChartFrame = {
  model: Pick<RunChartModel, 'xAxis' | 'yAxis' | 'bands' | 'annotations' | 'goal'>;
  heights: ChartHeights;
};

export const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** Cycles: labelled blocks under the axis with a faint band above. */
export function FrameBands({
  model,
  heights,
}: Pick<ChartFrame, 'heights'> & { model: Pick<RunChartModel, 'xAxis' | 'bands'> }) {
  return model.bands.map((band, index) => {
    const shares = bandShares(model.xAxis, band);
    if (!shares) return null;
    const width = shares.right - shares.left;
    const label = width > 0.2 ? band.label : width > 0.02 ? band.shortLabel : '';
    return (
      <g key={index}>
        <rect
          x={percent(shares.left)}
          width={percent(width)}
          y={heights.top}
          height={heights.bottom - heights.top}
          className="fill-band"
        />
        <rect
          x={percent(shares.left)}
          width={percent(width)}
          y={heights.bandTop + (heights.bandRows[index] ?? 0) * bandRow}
          height={heights.bandHeight}
          rx="4"
          className={fitsNarrow(width, label) ? 'fill-accent-wash' : 'fill-accent-wash @max-[540px]:hidden'}
        />
        <text
          x={percent(shares.left + width / 2)}
          y={heights.bandTop + (heights.bandRows[index] ?? 0) * bandRow + 14}
          textAnchor="middle"
          className={
            fitsNarrow(width, label)
              ? 'fill-accent font-semibold'
              : 'fill-accent font-semibold @max-[540px]:hidden'
          }
        >
          {label}
        </text>
      </g>
    );
  });
}

/** Quiet horizontal lines with their numbers, and the dates. */
export function FrameAxes({
  model,
  heights,
}: {
  model: Pick<RunChartModel, 'yAxis' | 'xAxis'>;
  heights: ChartHeights;
}) {
  const { yAxis, xAxis } = model;
  return (
    <g>
      {yAxis.ticks.map((tick) => {
        const y = heightOf(model, heights, tick.y);
        return (
          <g key={tick.y}>
            <line x1="0" x2="100%" y1={y} y2={y} className="stroke-line" />
            <text x="-8" y={y + 4} textAnchor="end" className="fill-soft">
              {tick.label}
            </text>
          </g>
        );
      })}
      {xAxis.ticks.map((tick, index) => {
        const last = xAxis.ticks.length - 1;
        const crowded = xAxis.ticks.length > 4 && index % 2 === 1 && index !== last;
        return (
          <text
            key={tick.date}
            x={percent(shareOf(xAxis, tick.date))}
            y={heights.dates}
            textAnchor={index === last && last > 0 ? 'end' : 'middle'}
            className={
              crowded || (index === last - 1 && xAxis.ticks.length > 4)
                ? 'fill-soft @max-[540px]:hidden'
                : 'fill-soft'
            }
          >
            {tick.label}
          </text>
        );
      })}
    </g>
  );
}

/** What people noted, and where phases begin. */
export function FrameAnnotations({ model, heights }: ChartFrame) {
  return model.annotations.map((annotation, index) => {
    const { from, to } = model.xAxis;
    if (from === '' || annotation.date < from || annotation.date > to) return null;
    const share = shareOf(model.xAxis, annotation.date);
    return (
      <g key={index}>
        <line
          x1={percent(share)}
          x2={percent(share)}
          y1={(heights.annotationRows[index] ?? 0) * annotationRow + 14}
          y2={heights.bottom}
          strokeDasharray="1 4"
          className="stroke-soft"
        />
        <text
          x={percent(share)}
          y={(heights.annotationRows[index] ?? 0) * annotationRow + 11}
          textAnchor={annotationAnchor(share)}
          className="fill-soft"
        >
          {shortened(annotation.text)}
        </text>
      </g>
    );
  });
}

/** The goal, dotted; null when the axis does not reach it. */
export function goalHeight({ model, heights }: ChartFrame): number | null {
  if (model.goal === null || model.goal.y < model.yAxis.from || model.goal.y > model.yAxis.to) return null;
  return heightOf(model, heights, model.goal.y);
}

export function FrameGoal(frame: ChartFrame) {
  const y = goalHeight(frame);
  if (y === null) return null;
  return (
    <line x1="0" x2="100%" y1={y} y2={y} strokeWidth="1.5" strokeDasharray="2 5" className="stroke-soft" />
  );
}

/** Lines named at their right end where the screen has room, moved apart where they would cover each other. */
export function FrameLabels({ heights, labels }: { heights: ChartHeights; labels: PlacedLabel[] }) {
  const placed = placeLabels(labels, { apart: 15, top: heights.top, bottom: heights.bottom });
  return placed.map(({ y, label, strong }) => (
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
