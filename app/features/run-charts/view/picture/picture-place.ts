import { heightOf, shareOf } from '../chart-geometry';
import type { RunChartModel, Tone } from '../chart-model';
import type { PictureLayout } from './picture-layout';

/** The light colours of the app, written out: a picture on its own has no style sheet. */
export const inks = {
  surface: '#ffffff',
  ink: '#1d1b18',
  soft: '#57524a',
  line: '#e4ded3',
  accent: '#3b3a8f',
  accentWash: '#ecebf8',
  band: '#f6f5f7',
  toward: '#0b5cad',
  away: '#b5490b',
  towardWash: '#e6f0fb',
  awayWash: '#fcefe5',
  earlyWash: '#f1ede5',
};
export const toneInks: Record<Tone, string> = { toward: inks.toward, away: inks.away, plain: inks.ink };

/** Keeps words readable where a line runs beneath them. */
export const halo = {
  stroke: inks.surface,
  strokeWidth: 6,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
} as const;

export type Drawing = { model: RunChartModel; layout: PictureLayout };

/** Where a day lies, in pixels from the left. */
export const at = ({ model, layout }: Drawing, date: string) =>
  layout.plot.left + shareOf(model.xAxis, date) * layout.plot.width;
export const slotAt = (drawing: Drawing, slot: number) =>
  at(drawing, drawing.model.points[slot]?.date ?? drawing.model.xAxis.from);
/** Where a value lies, in pixels from the top. */
export const y = ({ model, layout }: Drawing, value: number) => heightOf(model, layout.heights, value);
