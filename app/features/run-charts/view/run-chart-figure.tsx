import { clsx } from 'clsx';
import { useEffect, useRef, useState } from 'react';
import type { RunChartModel } from './chart-model';
import { RunChartSvg } from './run-chart-svg';
import { RunChartTable } from './run-chart-table';
import { VerdictWords } from './verdict-words';

/** Room beside the plot, in CSS pixels; the classes below reserve the same. */
const narrowPadding = { left: 46, right: 8 };
const widePadding = { left: 46, right: 116 };
/** Leaves room for the labels on the left, and on the right where the screen is wide. */
export const chartInset = 'pr-2 pl-[46px] sm:pr-[116px] print:pr-[116px]';
const wideFrom = '(min-width: 640px)';

/**
 * The picture of a run chart: static from the server, interactive once it is on the screen and its script has come.
 * Both have the same size, so nothing moves.
 */
export function RunChartPicture({ model }: { model: RunChartModel }) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [interactive, setInteractive] = useState(false);

  useEffect(() => {
    const box = frame.current;
    if (!box || model.points.length === 0 || typeof IntersectionObserver === 'undefined') return;
    const wide = window.matchMedia(wideFrom);
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    let takeOff: (() => void) | null = null;
    let gone = false;
    const draw = async () => {
      const { drawRunChart } = await import('./run-chart-canvas');
      if (gone || !canvas.current) return;
      takeOff?.();
      takeOff = drawRunChart(canvas.current, model, wide.matches ? widePadding : narrowPadding);
      setInteractive(true);
    };
    const redraw = () => {
      if (takeOff) void draw();
    };
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      void draw();
    });
    observer.observe(box);
    wide.addEventListener('change', redraw);
    dark.addEventListener('change', redraw);
    return () => {
      gone = true;
      observer.disconnect();
      wide.removeEventListener('change', redraw);
      dark.removeEventListener('change', redraw);
      takeOff?.();
      setInteractive(false);
    };
  }, [model]);

  return (
    <>
      <div ref={frame} className="relative" data-chart={interactive ? 'interactive' : 'static'}>
        <div className={clsx(chartInset, interactive && 'invisible print:visible')}>
          <RunChartSvg model={model} />
        </div>
        <div className={clsx('absolute inset-0 overflow-hidden print:hidden', !interactive && 'invisible')}>
          <canvas ref={canvas} aria-hidden="true" />
        </div>
      </div>
      <LinesInWords model={model} />
    </>
  );
}

/** On a narrow screen the lines are named beneath the picture instead of at their ends. */
function LinesInWords({ model }: { model: RunChartModel }) {
  const phase = model.phases.at(-1);
  const center = phase && phase.line !== 'none' ? phase : null;
  if (!center && !model.goal) return null;
  return (
    <p
      aria-hidden="true"
      className="mt-1 flex flex-wrap gap-x-5 pl-[46px] text-[13px] sm:hidden print:hidden"
    >
      {center ? (
        <span className="inline-flex items-center gap-2 font-semibold">
          <svg width="22" height="4">
            <line
              x1="0"
              x2="22"
              y1="2"
              y2="2"
              strokeWidth="2"
              strokeDasharray={center.line === 'provisional' ? '6 5' : undefined}
              className="stroke-ink"
            />
          </svg>
          {center.label}
        </span>
      ) : null}
      {model.goal ? (
        <span className="inline-flex items-center gap-2 text-soft">
          <svg width="22" height="4">
            <line
              x1="0"
              x2="22"
              y1="2"
              y2="2"
              strokeWidth="1.5"
              strokeDasharray="2 5"
              className="stroke-soft"
            />
          </svg>
          {model.goal.label}
        </span>
      ) : null}
    </p>
  );
}

type Props = {
  model: RunChartModel;
  /** Names the chart for people who do not see it: measure and group. */
  name: string;
  rowPath?: (rowId: string) => string;
};

/** A chart with what it says: the sentence first, then the picture, then how we know, with the numbers. */
export function RunChartFigure({ model, name, rowPath }: Props) {
  return (
    <figure aria-label={`Run chart: ${name}`}>
      <VerdictWords verdict={model.verdict} />
      {model.points.length > 0 ? (
        <div className="mt-3">
          <RunChartPicture model={model} />
        </div>
      ) : null}
      <HowDoWeKnow model={model} name={name} rowPath={rowPath} />
    </figure>
  );
}

export function HowDoWeKnow({ model, name, rowPath }: Props) {
  return (
    <details suppressHydrationWarning className="mt-2 print:hidden">
      <summary className="inline-block min-h-6 text-sm text-soft underline underline-offset-3 hover:text-ink">
        How do we know?
      </summary>
      <ul className="mt-2 list-disc space-y-1 pl-5 text-sm text-soft">
        {model.verdict.because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {model.phases
          .filter((phase) => phase.reason !== null)
          .map((phase) => (
            <li key={phase.from}>A new phase begins here: “{phase.reason}”.</li>
          ))}
      </ul>
      {model.points.length > 0 ? (
        <div className="mt-3">
          <RunChartTable model={model} caption={`The numbers: ${name}`} {...(rowPath ? { rowPath } : {})} />
        </div>
      ) : null}
    </details>
  );
}
