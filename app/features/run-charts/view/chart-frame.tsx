import type { RunChartModel } from './chart-model';

/** The room that a static chart leaves beside its plot, as the interactive one does. */
export const chartInset = 'pr-2 pl-[46px] @min-[540px]:pr-[116px] print:pr-[116px]';

/** On a narrow chart the lines are named beneath the picture instead of at their ends. */
export function LinesInWords({ model }: { model: Pick<RunChartModel, 'phases' | 'goal'> }) {
  const phase = model.phases.at(-1);
  const center = phase && phase.line !== 'none' ? phase : null;
  if (!center && !model.goal) return null;
  return (
    <p
      aria-hidden="true"
      className="mt-1 flex flex-wrap gap-x-5 pl-[46px] text-[13px] @min-[540px]:hidden print:hidden"
    >
      {center ? (
        <span className="inline-flex items-center gap-2 font-semibold">
          <LineSample
            dash={center.line === 'provisional' ? '6 5' : undefined}
            className="stroke-ink"
            width={2}
          />
          {center.label}
        </span>
      ) : null}
      {model.goal ? (
        <span className="inline-flex items-center gap-2 text-soft">
          <LineSample dash="2 5" className="stroke-soft" width={1.5} />
          {model.goal.label}
        </span>
      ) : null}
    </p>
  );
}

function LineSample(line: { dash: string | undefined; className: string; width: number }) {
  return (
    <svg width="22" height="4">
      <line
        x1="0"
        x2="22"
        y1="2"
        y2="2"
        strokeWidth={line.width}
        strokeDasharray={line.dash}
        className={line.className}
      />
    </svg>
  );
}
