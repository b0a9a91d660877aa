import { RunChartTable } from '~/features/run-charts/view/run-chart-table';
import type { PostCard } from '../post';

/** How we know what a released chart says: its rules, and its numbers as they were released. */
export function ReleasedNumbers({ chart: { name, model } }: { chart: NonNullable<PostCard['chart']> }) {
  return (
    <details suppressHydrationWarning className="mt-4 print:hidden">
      <summary className="inline-flex min-h-6 items-center text-sm text-soft underline underline-offset-3 hover:text-ink">
        How do we know?
      </summary>
      <ul className="mt-2 list-disc space-y-1 ps-5 text-sm text-soft">
        {model.verdict.because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {model.points.length > 0 ? (
        <div className="mt-3">
          <RunChartTable model={model} caption={`The numbers: ${name}`} />
        </div>
      ) : null}
    </details>
  );
}
