import { clsx } from 'clsx';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { SchoolDay } from '~/lib/school-day';
import { chartHeights, dayAt } from './chart-geometry';
import { chartInset, LinesInWords } from './chart-frame';
import type { RunChartModel } from './chart-model';
import { pointSentence } from './verdict/chart-summary';
import type { DrawnChart } from './run-chart-canvas';
import { RunChartSvg } from './run-chart-svg';

/** Room beside the plot, in CSS pixels; `chartInset` reserves the same. */
const narrowPadding = { left: 46, right: 8 };
const widePadding = { left: 46, right: 116 };
/** From this width of its own box on, a chart has room for the labels at the right ends of its lines. */
const wideFrom = 540;

/** Slots that somebody walking the chart stops at. */
function stopsOf(model: RunChartModel): number[] {
  return model.points.flatMap((point, slot) => (point.y === null ? [] : [slot]));
}

const stepOf: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  PageUp: (at) => at + 10,
  PageDown: (at) => at - 10,
  Home: () => 0,
  End: (_at, last) => last,
};

type Props = {
  model: RunChartModel;
  /** Names the chart for people who do not see it. */
  name: string;
  /** Takes the day that was tapped on the time axis, or chosen with Enter on a point. */
  onPickDay?: ((day: SchoolDay) => void) | undefined;
};

/**
 * The picture of a run chart: static from the server, interactive once it is on the screen and its script has come.
 * Both have the same size, so nothing moves. The interactive one is walked point by point with the arrow keys.
 */
export function RunChartPicture({ model, name, onPickDay }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<DrawnChart | null>(null);
  const [interactive, setInteractive] = useState(false);
  const [at, setAt] = useState<number | null>(null);

  useEffect(() => {
    const box = frame.current;
    if (!box || model.points.length === 0 || typeof IntersectionObserver === 'undefined') return;
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    let gone = false;
    let wide = box.clientWidth >= wideFrom;
    const draw = async () => {
      const { drawRunChart } = await import('./run-chart-canvas');
      if (gone || !canvas.current) return;
      drawn.current?.takeOff();
      drawn.current = drawRunChart(canvas.current, model, wide ? widePadding : narrowPadding);
      setInteractive(true);
    };
    const redraw = () => {
      if (drawn.current) void draw();
    };
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      void draw();
    });
    const sized = new ResizeObserver(() => {
      if (wide === box.clientWidth >= wideFrom) return;
      wide = !wide;
      redraw();
    });
    seen.observe(box);
    sized.observe(box);
    dark.addEventListener('change', redraw);
    return () => {
      gone = true;
      seen.disconnect();
      sized.disconnect();
      dark.removeEventListener('change', redraw);
      drawn.current?.takeOff();
      drawn.current = null;
      setInteractive(false);
      setAt(null);
    };
  }, [model]);

  const stops = stopsOf(model);
  const walkTo = (next: number | null) => {
    setAt(next);
    drawn.current?.show(next === null ? null : (stops[next] ?? null));
  };
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return walkTo(null);
    if (event.key === 'Enter' && at !== null) return onPickDay?.(model.points[stops[at] ?? 0]?.date ?? '');
    const step = stepOf[event.key];
    if (!step) return;
    event.preventDefault();
    const last = stops.length - 1;
    walkTo(at === null && event.key !== 'Home' ? last : Math.max(0, Math.min(last, step(at ?? last, last))));
  };
  const pick = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    if (event.clientY - box.top < chartHeights(model).bottom) return;
    const padding = box.width >= wideFrom ? widePadding : narrowPadding;
    const share = (event.clientX - box.left - padding.left) / (box.width - padding.left - padding.right);
    if (share >= 0 && share <= 1) onPickDay?.(dayAt(model.xAxis, share));
  };

  const current = at ?? stops.length - 1;
  return (
    <div className="@container">
      <div ref={frame} className="relative" data-chart={interactive ? 'interactive' : 'static'}>
        <div className={clsx(chartInset, interactive && 'invisible print:visible')}>
          <RunChartSvg model={model} />
        </div>
        {/* The canvas stands in a slider, so that assistive technology walks its points. */}
        <div
          {...(interactive
            ? {
                role: 'slider',
                tabIndex: 0,
                'aria-label': `Points of ${name}, walked with the arrow keys`,
                'aria-orientation': 'horizontal' as const,
                'aria-valuemin': 1,
                'aria-valuemax': Math.max(1, stops.length),
                'aria-valuenow': current + 1,
                'aria-valuetext': pointSentence(model, stops[current] ?? 0),
                onKeyDown: walk,
                onBlur: () => walkTo(null),
              }
            : {})}
          {...(onPickDay ? { onClick: pick } : {})}
          className={clsx('absolute inset-0 overflow-hidden print:hidden', !interactive && 'invisible')}
        >
          <canvas ref={canvas} aria-hidden="true" />
        </div>
      </div>
      <LinesInWords model={model} />
      {onPickDay ? (
        <p className={clsx('mt-1 text-sm text-soft print:hidden', !interactive && 'invisible')}>
          Tap the days under the chart to note something that happened.
        </p>
      ) : null}
    </div>
  );
}
