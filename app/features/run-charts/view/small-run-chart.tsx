import { lineSegments, shareOf, thinned } from './chart-geometry';
import type { RunChartModel, Tone } from './chart-model';

const height = 44;
const room = 6;
const fills: Record<Tone, string> = { toward: 'fill-toward', away: 'fill-away', plain: 'fill-ink' };
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** The line, the median and the filled signal, nothing else. The words beside it say what it shows. */
export function SmallRunChart({ model }: { model: RunChartModel }) {
  const values = model.points.flatMap(({ y }) => (y === null ? [] : [y]));
  const low = Math.min(...values);
  const high = Math.max(...values);
  const heightAt = (y: number) =>
    high === low ? height / 2 : room + (1 - (y - low) / (high - low)) * (height - 2 * room);
  const drawn = thinned(model.points);
  const places = drawn.map((slot) => {
    const point = model.points[slot];
    return {
      x: percent(shareOf(model.xAxis, point?.date ?? '')),
      y: point?.y == null ? null : heightAt(point.y),
      tone: point?.tone ?? null,
    };
  });
  const phase = model.phases.at(-1);
  const center = phase && phase.line !== 'none' ? phase.center : null;
  return (
    <svg width="100%" height={height} className="block overflow-visible" aria-hidden="true" focusable="false">
      {center === null ? null : (
        <line
          x1="0"
          x2="100%"
          y1={heightAt(Math.min(high, Math.max(low, center)))}
          y2={heightAt(Math.min(high, Math.max(low, center)))}
          strokeWidth="1.75"
          strokeDasharray={phase?.line === 'provisional' ? '4 4' : undefined}
          className="stroke-ink"
        />
      )}
      {lineSegments(
        drawn.flatMap((slot) => model.points[slot] ?? []),
        [],
      ).map(({ from, to }) => (
        <line
          key={to}
          x1={places[from]?.x}
          y1={places[from]?.y ?? 0}
          x2={places[to]?.x}
          y2={places[to]?.y ?? 0}
          strokeWidth="1.25"
          className="stroke-soft"
        />
      ))}
      {places.length <= 60
        ? places.map((place, index) =>
            place.y === null ? null : (
              <circle
                key={index}
                cx={place.x}
                cy={place.y}
                r={place.tone ? 3 : 2.25}
                strokeWidth="1.25"
                className={place.tone ? `${fills[place.tone]} stroke-surface` : 'fill-surface stroke-soft'}
              />
            ),
          )
        : null}
    </svg>
  );
}
