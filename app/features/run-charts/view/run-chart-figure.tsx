import type { SchoolDay } from '~/lib/school-day';
import type { RunChartModel } from './chart-model';
import { chartSummary } from './verdict/chart-summary';
import { RunChartPicture } from './run-chart-picture';
import { RunChartTable } from './run-chart-table';
import { VerdictWords } from './verdict/verdict-words';

type Props = {
  model: RunChartModel;
  /** Names the chart for people who do not see it: measure and group. */
  name: string;
  rowPath?: (rowId: string) => string;
  onPickDay?: ((day: SchoolDay) => void) | undefined;
};

/** A chart with what it says: the sentence first, then how we know, with the numbers, then the picture. */
export function RunChartFigure({ model, name, rowPath, onPickDay }: Props) {
  return (
    <figure aria-label={`Run chart: ${name}`}>
      <VerdictWords verdict={model.verdict} />
      <p className="sr-only">{chartSummary(model)}</p>
      <HowDoWeKnow model={model} name={name} rowPath={rowPath} />
      {model.points.length > 0 ? (
        <div className="mt-3">
          <RunChartPicture model={model} name={name} onPickDay={onPickDay} />
        </div>
      ) : null}
    </figure>
  );
}

function HowDoWeKnow({ model, name, rowPath }: Props) {
  return (
    <details suppressHydrationWarning className="mt-1 pl-[30px] print:hidden">
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
