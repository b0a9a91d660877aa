import { chartInset } from '../chart-frame';
import { LineNames, LinesSvg } from './lines-svg';
import type { LinesModel } from './lines-model';
import { RunChartFigure } from '../run-chart-figure';
import type { RunChartModel } from '../chart-model';

/** A few lines on one scale, with their names. */
export function LinesPicture({ model }: { model: LinesModel }) {
  return (
    <div className="@container">
      <div className={chartInset}>
        <LinesSvg model={model} />
      </div>
      <LineNames model={model} />
    </div>
  );
}

type Props = {
  lines: LinesModel;
  gap: RunChartModel;
  /** How the gap is counted. */
  gapName: string;
  /** What a number above 0 means. */
  aboveZero: string;
  /** Whether it narrowed, and whether helping one group cost the other. */
  sentence: string;
  name: string;
};

/** Two groups on one scale, and beneath them the gap between them as a run chart of its own. */
export function GapFigure({ lines, gap, gapName, aboveZero, sentence, name }: Props) {
  return (
    <div className="space-y-6">
      <p className="max-w-[70ch] text-[17px] leading-snug font-semibold">{sentence}</p>
      <figure aria-label={`Both groups: ${name}`}>
        <LinesPicture model={lines} />
      </figure>
      <section aria-labelledby="gap-alone">
        <h3 id="gap-alone" className="text-base font-semibold text-soft">
          The gap: {gapName}
        </h3>
        <p className="mb-3 text-sm text-soft">Only days on which both groups have a number. {aboveZero}</p>
        <RunChartFigure model={gap} name={`The gap, ${name}`} />
      </section>
    </div>
  );
}
