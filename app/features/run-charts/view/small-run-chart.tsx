import type { Tone } from './chart-model';
import { smallSheet } from './small-chart';
import type { SmallChart } from './small-chart';

const strokes: Record<Tone, string> = { toward: 'stroke-toward', away: 'stroke-away', plain: 'stroke-ink' };

/** The line, the median and the filled signal, nothing else. The words beside it say what it shows. */
export function SmallRunChart({ chart }: { chart: SmallChart }) {
  const { width, height } = smallSheet;
  const { line, dots, signal, tone, center, provisional } = chart;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      width="100%"
      height={height}
      className="small-chart block overflow-visible"
      aria-hidden="true"
      focusable="false"
    >
      {center === null ? null : (
        <path
          d={`M0 ${center}H${width}`}
          strokeWidth="1.75"
          strokeDasharray={provisional ? '4 4' : undefined}
          className="stroke-ink"
        />
      )}
      <path d={line} strokeWidth="1.25" className="stroke-soft" />
      {dots === '' ? null : (
        <>
          <path d={dots} strokeWidth="5.5" className="stroke-soft" />
          <path d={dots} strokeWidth="3" className="stroke-surface" />
        </>
      )}
      {signal === '' ? null : <path d={signal} strokeWidth="6" className={strokes[tone]} />}
    </svg>
  );
}
