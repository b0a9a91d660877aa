import { shareOf, thinned } from './chart-geometry';
import type { Tone } from './chart-model';
import type { ChartReading } from './read-run-chart';

/** A run chart small enough for a list: a few paths on a sheet of 200 × 44 that stretches to any width. */
export type SmallChart = {
  line: string;
  /** Each point as a stroke without length, which round ends make a dot; empty where there are too many to show. */
  dots: string;
  signal: string;
  tone: Tone;
  center: number | null;
  provisional: boolean;
};

export const smallSheet = { width: 200, height: 44 };
const room = 6;
const mostDots = 60;
const mostDrawn = 200;

const rounded = (value: number) => String(Math.round(value * 10) / 10);

/** The line, the median and the points of a signal, nothing else; null for fewer than two points. */
export function smallChart({ slots: { dates }, y, tones, phases }: ChartReading): SmallChart | null {
  const present = y.filter((value) => value !== null);
  if (present.length < 2) return null;
  const low = present.reduce((one, other) => Math.min(one, other));
  const high = present.reduce((one, other) => Math.max(one, other));
  const { width, height } = smallSheet;
  const heightAt = (value: number) =>
    high === low ? height / 2 : room + (1 - (value - low) / (high - low)) * (height - 2 * room);
  const axis = {
    from: dates[y.findIndex((value) => value !== null)] ?? '',
    to: dates[y.findLastIndex((value) => value !== null)] ?? '',
  };
  const points = y.map((value) => ({ y: value }));
  const drawn = thinned(points, mostDrawn);
  const few = drawn.length <= mostDots;
  const parts = { line: '', dots: '', signal: '' };
  let connected = false;
  for (const slot of drawn) {
    const value = y[slot] ?? null;
    if (value === null) {
      connected = false;
      continue;
    }
    const place = `${rounded(shareOf(axis, dates[slot] ?? '') * width)} ${rounded(heightAt(value))}`;
    parts.line += `${connected ? 'L' : 'M'}${place}`;
    if (few) parts[tones[slot] ? 'signal' : 'dots'] += `M${place}h0`;
    connected = true;
  }
  const phase = phases.at(-1);
  const center = phase && phase.line !== 'none' ? phase.center : null;
  return {
    ...parts,
    tone: tones.find((tone) => tone !== null) ?? 'plain',
    center: center === null ? null : Number(rounded(heightAt(Math.min(high, Math.max(low, center))))),
    provisional: phase?.line === 'provisional',
  };
}
