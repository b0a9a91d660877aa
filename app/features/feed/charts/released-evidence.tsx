import { chartInset, LinesInWords } from '~/features/run-charts/view/chart-frame';
import { RunChartSvg } from '~/features/run-charts/view/run-chart-svg';
import { chartSummary } from '~/features/run-charts/view/verdict/chart-summary';
import { VerdictWords } from '~/features/run-charts/view/verdict/verdict-words';
import { InfoLine } from '~/ui/info-line';
import type { PostCard } from '../post';

/** A run chart as it was released, or its shape in words with why no numbers are shown. */
export function ReleasedEvidence({
  chart,
  shape,
  hiddenWhy,
}: Pick<PostCard, 'chart' | 'shape' | 'hiddenWhy'>) {
  return (
    <>
      {chart === null ? null : (
        <figure aria-label={`Run chart: ${chart.name}`}>
          <VerdictWords verdict={chart.model.verdict} />
          <p className="sr-only">{chartSummary(chart.model)}</p>
          <p className="mt-1 pl-[30px] text-sm wrap-anywhere text-soft" dir="auto">
            {chart.name}
          </p>
          <div className="@container mt-2">
            <div className={chartInset}>
              <RunChartSvg model={chart.model} />
            </div>
            <LinesInWords model={chart.model} />
          </div>
        </figure>
      )}
      {shape === '' ? null : <p className="font-semibold">{shape}</p>}
      {hiddenWhy === '' ? null : <InfoLine>{hiddenWhy}</InfoLine>}
    </>
  );
}
