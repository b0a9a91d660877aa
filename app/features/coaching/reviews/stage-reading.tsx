import { PredictionBesideResult } from '~/features/cycles/prediction-beside-result';
import { stageWords } from '~/features/cycles/cycle-words';
import { RunChartFigure } from '~/features/run-charts/view/run-chart-figure';
import { Card } from '~/ui/card';
import type { ChartView, StageView } from './review-page';
import { ReviewPart, SaidHere } from './review-part';
import type { PartRights } from './review-part';

type Props = { view: StageView; since: string | null; rights: PartRights };

/** One stage of a cycle, dense: its parts, in Study each prediction beside its result with the chart. */
export function StageReading({ view, since, rights }: Props) {
  const { stage, isReached, isShown, parts, charts, whole } = view;
  if (!isShown && charts.length === 0)
    return <p className="px-1 text-sm text-faint">{stageWords[stage].name}: not there yet.</p>;
  const own = isReached ? rights : { ...rights, commentOn: null };
  return (
    <Card labelledBy={`stage-${stage}`}>
      <h2 id={`stage-${stage}`}>
        {isShown ? stageWords[stage].name : 'So far'}{' '}
        {isShown ? <span className="text-sm font-normal text-soft">{stageWords[stage].meaning}</span> : null}
      </h2>
      <div className="mt-3 space-y-3">
        {charts.map((chart) => (
          <ChartReading key={chart.anchor} chart={chart} stage={stage} rights={rights} />
        ))}
        {isShown
          ? parts.map((part) => <ReviewPart key={part.anchor} {...{ part, stage, since, rights: own }} />)
          : null}
      </div>
      {isShown && (own.commentOn !== null || whole.comments.length > 0) ? (
        <div className="mt-3 border-t border-line pt-3">
          <div className="relative">
            <h3 className="pe-24 text-sm font-normal text-soft">{stageWords[stage].name} as a whole</h3>
            <SaidHere {...whole} label={`${stageWords[stage].name} as a whole`} stage={stage} rights={own} />
          </div>
        </div>
      ) : null}
    </Card>
  );
}

function ChartReading({
  chart,
  stage,
  rights,
}: {
  chart: ChartView;
  stage: StageView['stage'];
  rights: PartRights;
}) {
  const { question, predicted, predictedOn, evidence } = chart;
  const hasPoints = chart.points.length > 0;
  return (
    <div className="relative">
      <h3 className="pe-24 text-base">{question.question}</h3>
      <div className="mt-2 space-y-3">
        <PredictionBesideResult {...{ question, predicted, predictedOn, evidence }} />
        {evidence !== null && hasPoints ? (
          <div>
            <p className="mb-1 text-sm text-soft">{evidence.seriesName}</p>
            <RunChartFigure model={evidence.model} name={evidence.seriesName} />
            {evidence.caution ? <p className="mt-2 text-sm">{evidence.caution}</p> : null}
          </div>
        ) : null}
      </div>
      {hasPoints || chart.comments.length > 0 ? (
        <SaidHere
          {...chart}
          label={`the chart of ${question.question}`}
          stage={stage}
          rights={hasPoints ? rights : { ...rights, commentOn: null }}
        />
      ) : null}
    </div>
  );
}
