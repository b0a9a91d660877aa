import { Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import type { Plugin } from 'chart.js';
import { formatDay } from '~/lib/school-day';
import {
  annotationAnchor,
  annotationRow,
  bandRow,
  bandShares,
  chartHeights,
  fitsNarrow,
  heightOf,
  shareOf,
  shortened,
} from './chart-geometry';
import { solidEnd } from './centre-line-span';
import type { ModelPhase, RunChartModel, Tone } from './chart-model';
import { drawnGoal, endLabels } from './end-labels';

Chart.register(LinearScale, LineController, LineElement, PointElement, Tooltip);

type Colours = Record<
  'ink' | 'soft' | 'line' | 'surface' | 'accent' | 'accent-wash' | 'band' | 'toward' | 'away',
  string
>;

function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ...{
      ink: read('ink'),
      soft: read('soft'),
      line: read('line'),
      surface: read('surface'),
      accent: read('accent'),
    },
    ...{ 'accent-wash': read('accent-wash'), band: read('band'), toward: read('toward'), away: read('away') },
  };
}

const toneColour = (colours: Colours, tone: Tone) => (tone === 'plain' ? colours.ink : colours[tone]);
/** A drawing with no more room than this at its right has its labels beneath it. */
const narrowest = 8;
const font = (weight: number) =>
  `${weight} 13px "Atkinson Hyperlegible Next Variable", system-ui, sans-serif`;

/** Draws what stands behind and beside the points, in the same places as the static picture. */
function marks(model: RunChartModel, colours: Colours, roomy: boolean): Plugin<'line'> {
  return {
    id: 'marks',
    beforeDatasetsDraw({ ctx, chartArea: { left, width } }) {
      const heights = chartHeights(model);
      const x = (share: number) => left + share * width;
      const y = (value: number) => heightOf(model, heights, value);
      const stroke = (
        from: [number, number],
        to: [number, number],
        colour: string,
        lineWidth = 1,
        dash: number[] = [],
      ) => {
        ctx.beginPath();
        ctx.setLineDash(dash);
        ctx.lineWidth = lineWidth;
        ctx.strokeStyle = colour;
        ctx.moveTo(...from);
        ctx.lineTo(...to);
        ctx.stroke();
        ctx.setLineDash([]);
      };
      const write = (
        words: string,
        at: [number, number],
        colour: string,
        align: CanvasTextAlign,
        weight = 400,
      ) => {
        ctx.fillStyle = colour;
        ctx.font = font(weight);
        ctx.textAlign = align;
        ctx.fillText(words, ...at);
      };
      ctx.save();
      for (const [index, band] of model.bands.entries()) {
        const bandTop = heights.bandTop + (heights.bandRows[index] ?? 0) * bandRow;
        const shares = bandShares(model.xAxis, band);
        if (!shares) continue;
        const from = x(shares.left);
        const wide = (shares.right - shares.left) * width;
        ctx.fillStyle = colours.band;
        ctx.fillRect(from, heights.top, wide, heights.bottom - heights.top);
        ctx.fillStyle = colours['accent-wash'];
        ctx.beginPath();
        ctx.roundRect(from, bandTop, wide, heights.bandHeight, 4);
        ctx.fill();
        const share = shares.right - shares.left;
        write(
          share > 0.2
            ? band.label
            : (roomy ? share > 0.02 : fitsNarrow(share, band.shortLabel))
              ? band.shortLabel
              : '',
          [from + wide / 2, bandTop + 14],
          colours.accent,
          'center',
          600,
        );
      }
      for (const tick of model.yAxis.ticks) {
        stroke([left, y(tick.y)], [left + width, y(tick.y)], colours.line);
        write(tick.label, [left - 8, y(tick.y) + 4], colours.soft, 'right');
      }
      model.xAxis.ticks.forEach((tick, index, ticks) => {
        const last = ticks.length - 1;
        const crowded = ticks.length > 4 && ((index % 2 === 1 && index !== last) || index === last - 1);
        if (crowded && !roomy) return;
        const align = index === last && last > 0 ? 'right' : 'center';
        write(tick.label, [x(shareOf(model.xAxis, tick.date)), heights.dates], colours.soft, align);
      });
      const centre = (phase: ModelPhase) => {
        if (phase.center === null || phase.line === 'none') return;
        const at = (slot: number) => shareOf(model.xAxis, model.points[slot]?.date ?? '');
        const isLast = phase.to === model.points.length - 1;
        const from = phase.from === 0 ? 0 : at(phase.from);
        const solidTo = solidEnd(phase, { left: from, isLast, at });
        const end = isLast ? 1 : at(phase.to);
        const height = y(phase.center);
        stroke(
          [x(from), height],
          [x(solidTo), height],
          colours.ink,
          2,
          phase.line === 'provisional' ? [6, 5] : [],
        );
        if (solidTo < end) stroke([x(solidTo), height], [x(end), height], colours.soft);
      };
      model.phases.forEach(centre);
      const goal = drawnGoal(model);
      if (goal) stroke([left, y(goal.y)], [left + width, y(goal.y)], colours.soft, 1.5, [2, 5]);
      for (const end of roomy ? endLabels(model, heights) : [])
        write(
          end.label,
          [left + width + 10, end.y + 4],
          end.strong ? colours.ink : colours.soft,
          'left',
          end.strong ? 600 : 400,
        );
      for (const [index, annotation] of model.annotations.entries()) {
        const rowTop = (heights.annotationRows[index] ?? 0) * annotationRow;
        if (annotation.date < model.xAxis.from || annotation.date > model.xAxis.to) continue;
        const share = shareOf(model.xAxis, annotation.date);
        stroke([x(share), rowTop + 14], [x(share), heights.bottom], colours.soft, 1, [1, 4]);
        const align = { start: 'left', middle: 'center', end: 'right' } as const;
        write(
          shortened(annotation.text),
          [x(share), rowTop + 11],
          colours.soft,
          align[annotationAnchor(share)],
        );
      }
      for (const bracket of model.brackets) {
        const from = shareOf(model.xAxis, model.points[bracket.from]?.date ?? '');
        const to = shareOf(model.xAxis, model.points[bracket.to]?.date ?? '');
        const colour = toneColour(colours, bracket.tone);
        const height = heights.top - 6;
        stroke([x(from), height], [x(to), height], colour, 1.75);
        stroke([x(from), height], [x(from), height + 6], colour, 1.75);
        stroke([x(to), height], [x(to), height + 6], colour, 1.75);
        const middle = (from + to) / 2;
        const align = middle > 0.75 ? 'right' : middle < 0.25 ? 'left' : 'center';
        write(
          bracket.words,
          [x(align === 'right' ? to : align === 'left' ? from : middle), height - 6],
          colour,
          align,
          600,
        );
      }
      ctx.restore();
    },
  };
}

export type DrawnChart = {
  /** Marks one point, with what it says; null marks none. */
  show: (slot: number | null) => void;
  takeOff: () => void;
};

/** Puts an interactive chart on a canvas whose box has the static picture's size. */
export function drawRunChart(
  canvas: HTMLCanvasElement,
  model: RunChartModel,
  padding: { left: number; right: number },
): DrawnChart {
  const heights = chartHeights(model);
  const colours = readColours(canvas);
  const starts = new Set(model.phases.map((phase) => phase.from).filter((from) => from > 0));
  const few = model.points.length <= 120;
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      datasets: [
        {
          data: model.points.map((point) => ({ x: shareOf(model.xAxis, point.date), y: point.y ?? NaN })),
          borderColor: colours.soft,
          borderWidth: 1.5,
          segment: {
            borderColor: (segment) => (starts.has(segment.p1DataIndex) ? 'transparent' : undefined),
          },
          pointRadius: model.points.map((point) => (few ? (point.tone ? 5 : 4) : 0)),
          pointStyle: model.points.map((point) => (point.excluded === null ? 'circle' : 'crossRot')),
          pointHoverRadius: 7,
          pointHitRadius: 12,
          pointBorderWidth: 1.75,
          pointBackgroundColor: model.points.map((point) =>
            point.tone ? toneColour(colours, point.tone) : colours.surface,
          ),
          pointBorderColor: model.points.map((point) => (point.tone ? colours.surface : colours.soft)),
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: {
        padding: { ...padding, top: heights.top, bottom: heights.total - heights.bottom },
        autoPadding: false,
      },
      interaction: { mode: 'nearest', intersect: false, axis: 'x' },
      scales: {
        x: { type: 'linear', min: 0, max: 1, display: false },
        y: { type: 'linear', min: model.yAxis.from, max: model.yAxis.to, display: false },
      },
      plugins: {
        tooltip: {
          displayColors: false,
          callbacks: {
            title: ([item]) => formatDay(model.points[item?.dataIndex ?? 0]?.date ?? ''),
            label: ({ dataIndex }) => {
              const point = model.points[dataIndex];
              if (!point) return '';
              return [
                point.recorded ? `${point.label} (${point.recorded})` : point.label,
                ...(point.note ? [point.note.slice(0, 60)] : []),
                ...(point.excluded === null ? [] : [`left out: ${point.excluded.slice(0, 60)}`]),
              ];
            },
          },
        },
      },
    },
    plugins: [marks(model, colours, padding.right > narrowest)],
  });
  return {
    show(slot) {
      const active = slot === null ? [] : [{ datasetIndex: 0, index: slot }];
      chart.setActiveElements(active);
      chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
      chart.update('none');
    },
    takeOff: () => chart.destroy(),
  };
}
