import { clsx } from 'clsx';
import { useEffect, useRef, useState } from 'react';
import { chartHeights } from './chart-geometry';
import type { RunChartModel } from './chart-model';
import { RunChartSvg } from './run-chart-svg';
import { RunChartTable } from './run-chart-table';
import { VerdictWords } from './verdict-words';

/** Room beside the plot, in CSS pixels; the classes below reserve the same. */
const narrowPadding = { left: 40, right: 8 };
const widePadding = { left: 40, right: 116 };
const wideFrom = '(min-width: 640px)';

/**
 * The picture of a run chart: static from the server, interactive once it is on the screen and its script has come.
 * Both have the same size, so nothing moves.
 */
export function RunChartPicture({ model }: { model: RunChartModel }) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [interactive, setInteractive] = useState(false);
  const { total } = chartHeights(model);

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
    };
  }, [model]);

  return (
    <div ref={frame} className="relative" data-chart={interactive ? 'interactive' : 'static'}>
      <div className={clsx('pr-2 pl-10 sm:pr-[116px]', interactive && 'invisible print:visible')}>
        <RunChartSvg model={model} />
      </div>
      <svg width="1" height={total} className="pointer-events-none absolute top-0 left-0" aria-hidden="true" />
      <div className={clsx('absolute inset-0 print:hidden', !interactive && 'invisible')}>
        <canvas ref={canvas} aria-hidden="true" />
      </div>
    </div>
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
    <details className="mt-2 print:hidden">
      <summary className="inline-block min-h-6 text-sm text-soft underline underline-offset-3 hover:text-ink">How do we know?</summary>
      <ul className="mt-2 list-disc space-y-1 pl-5 text-sm text-soft">
        {model.verdict.because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {model.phases
          .filter((phase) => phase.reason !== null)
          .map((phase) => (
            <li key={phase.from}>A new phase begins here: {phase.reason}.</li>
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
