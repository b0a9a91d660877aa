import { addDays, daysBetween } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { ModelPoint, RunChartModel } from './chart-model';

/** Heights in CSS pixels from the top of the drawing; both drawings, static and interactive, use them. */
export type ChartHeights = {
  top: number;
  bottom: number;
  bandTop: number;
  bandHeight: number;
  /** For each band its row under the axis, and for each annotation its row above the plot. */
  bandRows: number[];
  annotationRows: number[];
  dates: number;
  total: number;
};

export const bandRow = 26;
export const annotationRow = 18;
const mostRows = 3;
/** A usual drawing's width, and that of a letter, in CSS pixels: labels that would touch at this width get rows of their own. */
const usualWidth = 700;
const letter = 7;

/** The first row in which each stretch has room; where none has, the last. */
function rowsOf(stretches: { left: number; right: number }[]): number[] {
  const ends: number[] = [];
  return stretches.map(({ left, right }) => {
    const free = ends.findIndex((end) => end < left);
    const row = free >= 0 ? free : Math.min(ends.length, mostRows - 1);
    ends[row] = Math.max(ends[row] ?? 0, right);
    return row;
  });
}

export const shortened = (text: string) => (text.length > 34 ? `${text.slice(0, 32)}…` : text);

const longestEndLabel = 15;

/** A line's name as it fits beside the plot: a long unit is left to the words above the chart. */
export function endLabel(label: string): string {
  if (label.length <= longestEndLabel) return label;
  const [name = '', number = ''] = label.split(' ');
  return `${name} ${number}`;
}

/** Words for the end of a chart line, in as many lines as they need. */
export function labelLines(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= longestEndLabel)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Whether a band of this share of a narrow drawing has room for its short name. */
export function fitsNarrow(share: number, label: string): boolean {
  return share > 0.015 + 0.022 * label.length;
}

/** Which end of its label an annotation's line stands at. */
export function annotationAnchor(share: number): 'start' | 'middle' | 'end' {
  if (share > 0.7) return 'end';
  return share < 0.3 ? 'start' : 'middle';
}

function annotationStretch(axis: RunChartModel['xAxis'], date: SchoolDay, text: string) {
  const share = shareOf(axis, date);
  const width = (shortened(text).length * letter + 10) / usualWidth;
  const left = { start: share, middle: share - width / 2, end: share - width }[annotationAnchor(share)];
  return { left, right: left + width };
}

export function chartHeights({
  brackets,
  bands,
  annotations,
  xAxis,
  headroom,
}: Pick<RunChartModel, 'brackets' | 'bands' | 'annotations' | 'xAxis' | 'headroom'>): ChartHeights {
  const annotationRows = rowsOf(annotations.map(({ date, text }) => annotationStretch(xAxis, date, text)));
  const bandRows = rowsOf(
    bands.map((band) => {
      const shares = bandShares(xAxis, band);
      return shares ? { left: shares.left, right: shares.right - 0.001 } : { left: 2, right: 2 };
    }),
  );
  const rowCount = (rows: number[]) => (rows.length > 0 ? Math.max(...rows) + 1 : 0);
  const noted = rowCount(annotationRows);
  const top = 12 + (headroom || brackets.length > 0 ? 22 : 0) + (noted > 0 ? 2 + noted * annotationRow : 0);
  const bottom = top + 212;
  const bandTop = bottom + 14;
  const banded = rowCount(bandRows);
  const dates = bottom + 22 + (banded > 0 ? 8 + banded * bandRow : 0);
  return {
    ...{ top, bottom, bandTop, bandHeight: banded > 0 ? 20 : 0, bandRows, annotationRows },
    ...{ dates, total: dates + 10 },
  };
}

/** Where a value lies between top and bottom. */
export function heightOf(model: Pick<RunChartModel, 'yAxis'>, heights: ChartHeights, y: number): number {
  const { from, to } = model.yAxis;
  const share = (y - from) / (to - from);
  return heights.bottom - share * (heights.bottom - heights.top);
}

const sideRoom = 0.02;

/** Where a day lies from left to right, 0 to 1, with a little room at both ends. */
export function shareOf({ from, to }: { from: SchoolDay; to: SchoolDay }, date: SchoolDay): number {
  const span = daysBetween(from, to);
  if (span <= 0) return 0.5;
  return sideRoom + (daysBetween(from, date) / span) * (1 - 2 * sideRoom);
}

/** The day that lies at a share of the width; the inverse of `shareOf`, within the axis. */
export function dayAt({ from, to }: { from: SchoolDay; to: SchoolDay }, share: number): SchoolDay {
  const along = clamp((share - sideRoom) / (1 - 2 * sideRoom));
  return addDays(from, Math.round(along * Math.max(0, daysBetween(from, to))));
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));

/** A band cut to the drawing; null when it lies outside. */
export function bandShares(
  axis: { from: SchoolDay; to: SchoolDay },
  band: { from: SchoolDay; to: SchoolDay },
): { left: number; right: number } | null {
  if (axis.from === '' || band.to < axis.from || band.from > axis.to) return null;
  const left = clamp(shareOf(axis, band.from));
  const right = clamp(shareOf(axis, band.to));
  return right - left > 0.004
    ? { left, right }
    : { left: Math.max(0, left - 0.004), right: Math.min(1, right + 0.004) };
}

type Plotted = Pick<ModelPoint, 'y'>;
export type Segment = { from: number; to: number };

/** Neighbouring points with nothing missing between them, as pairs of slot indices. */
export function lineSegments(points: readonly Plotted[], phaseStarts: number[]): Segment[] {
  const starts = new Set(phaseStarts);
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (before === undefined || before.y === null || point.y === null || starts.has(index)) return [];
    return [{ from: index - 1, to: index }];
  });
}

/** From how many drawn points on a static picture leaves some out; the analysis never does. */
const mostDrawn = 600;

/** The slots a static picture draws: all, or an even share that keeps the first, the last and the extremes of each stretch. */
export function thinned(points: readonly Plotted[], most = mostDrawn): number[] {
  if (points.length <= most) return points.map((_, index) => index);
  const kept = new Set([0, points.length - 1]);
  const stretch = Math.ceil((points.length * 2) / most);
  for (let start = 0; start < points.length; start += stretch) {
    let low = start;
    let high = start;
    for (let index = start; index < Math.min(points.length, start + stretch); index += 1) {
      const y = points[index]?.y ?? null;
      if (y === null) continue;
      if (y < (points[low]?.y ?? Infinity)) low = index;
      if (y > (points[high]?.y ?? -Infinity)) high = index;
    }
    kept.add(low).add(high);
  }
  return [...kept].toSorted((a, b) => a - b);
}
