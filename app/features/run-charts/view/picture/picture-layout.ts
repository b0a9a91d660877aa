import type { ChartHeights } from '../chart-geometry';
import { shareOf } from '../chart-geometry';
import type { RunChartModel } from '../chart-model';
import { textWidth, wrapText } from './wrapped-text';

/** What a picture of a chart says besides the chart; plain texts as people wrote them. */
export type PictureText = {
  measure: string;
  group: string;
  definition: string;
  /** `Team, School. Boldline, made on Nov 22, 2026.` */
  source: string;
  /** `Sep 8, 2025 to Mar 2, 2026`; empty without points. */
  span: string;
};

export type TextBlock = { lines: string[]; size: number; top: number; lineHeight: number };

/** Everything's place, in pixels of a picture 1,200 wide. */
export type PictureLayout = {
  width: number;
  height: number;
  edge: number;
  title: TextBlock;
  group: TextBlock;
  headline: TextBlock;
  detail: TextBlock;
  plot: { left: number; width: number };
  heights: ChartHeights;
  /** The row from the top of each annotation's words, so that neighbours do not cover each other. */
  annotationRows: (number | null)[];
  definition: TextBlock;
  source: TextBlock;
};

export const pictureWidth = 1200;
const edge = 56;
const column = pictureWidth - 2 * edge;
const plot = { left: edge + 64, width: column - 64 - 190 };
const plotHeight = 400;
export const annotationSize = 17;
const rowHeight = 24;
const signRoom = 44;

function block(text: string, part: { size: number; top: number; width?: number; most?: number }): TextBlock {
  const { size, top, width = column, most } = part;
  const lines = text === '' ? [] : wrapText(text, { size, width, ...(most === undefined ? {} : { most }) });
  return { lines, size, top, lineHeight: Math.round(size * 1.4) };
}

const below = ({ top, lines, lineHeight }: TextBlock, room: number) =>
  lines.length === 0 ? top : top + lines.length * lineHeight + room;

export function annotationText(text: string): string {
  return text.length > 60 ? `${text.slice(0, 58)}…` : text;
}

/** Where the words of an annotation begin and end: to the left of its day near the right end, else to the right. */
export function annotationSpan(
  x: number,
  text: string,
): { from: number; to: number; anchor: 'start' | 'end' } {
  const width = textWidth(annotationText(text), annotationSize);
  const fits = x + width <= pictureWidth - edge;
  return fits ? { from: x, to: x + width, anchor: 'start' } : { from: x - width, to: x, anchor: 'end' };
}

/** Each annotation on the first row where it covers none before it; null where its day is not on the chart. */
function annotationRows({ annotations, xAxis }: RunChartModel): (number | null)[] {
  const taken: { from: number; to: number }[][] = [];
  return annotations.map(({ date, text }) => {
    if (xAxis.from === '' || date < xAxis.from || date > xAxis.to) return null;
    const span = annotationSpan(plot.left + shareOf(xAxis, date) * plot.width, text);
    const isFree = (row: { from: number; to: number }[]) =>
      row.every((other) => span.to + 14 < other.from || other.to + 14 < span.from);
    const free = taken.findIndex(isFree);
    const row = free === -1 ? taken.length : free;
    (taken[row] ??= []).push(span);
    return row;
  });
}

/** Places everything from top to bottom; the picture is as high as its words need. */
export function pictureLayout(model: RunChartModel, text: PictureText): PictureLayout {
  const title = block(text.measure, { size: 34, top: 44, most: 4 });
  const group = block(text.group, { size: 20, top: below(title, 2), most: 2 });
  const words = { width: column - signRoom };
  const headline = block(model.verdict.headline, { ...words, size: 26, top: below(group, 22) });
  const detail = block(model.verdict.detail, { ...words, size: 20, top: below(headline, 2) });
  const rows = annotationRows(model);
  const rowCount = Math.max(0, ...rows.map((row) => (row === null ? 0 : row + 1)));
  const bracketRoom = model.brackets.length > 0 ? 40 : 0;
  const top = below(detail, 34) + rowCount * rowHeight + bracketRoom;
  const hasPoints = model.points.length > 0;
  const bottom = hasPoints ? top + plotHeight : top;
  const bandHeight = model.bands.length > 0 ? 30 : 0;
  const bandTop = bottom + 14;
  const dates = bottom + 30 + (bandHeight > 0 ? bandHeight + 12 : 0);
  const end = hasPoints ? dates + 12 : top;
  const definition = block(text.definition === '' ? '' : `How it is counted: ${text.definition}`, {
    size: 18,
    top: end + 28,
    most: 14,
  });
  const source = block([text.span === '' ? '' : `${text.span}.`, text.source].filter(Boolean).join(' '), {
    size: 16,
    top: below(definition, 12),
  });
  return {
    ...{
      width: pictureWidth,
      edge,
      title,
      group,
      headline,
      detail,
      plot,
      annotationRows: rows,
      definition,
      source,
    },
    heights: { top, bottom, bandTop, bandHeight, bandRows: [], annotationRows: [], dates, total: end },
    height: below(source, 40),
  };
}

export const annotationBaseline = (layout: PictureLayout, row: number, hasBrackets: boolean): number =>
  layout.heights.top - 14 - (hasBrackets ? 40 : 0) - row * rowHeight;
export { signRoom };
