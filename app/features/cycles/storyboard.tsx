import type { ReactNode } from 'react';
import { chartInset } from '~/features/run-charts/view/chart-frame';
import { RunChartSvg } from '~/features/run-charts/view/run-chart-svg';
import { formatSpan } from '~/lib/school-day';
import type { Cycle, CycleTeam, RampStep } from './cycle';
import { carriedOutWords, confidenceWords, decisionWords, scaleWords, verdictWords } from './cycle-words';
import type { QuestionEvidence } from './question-evidence';

type Asked = {
  question: Cycle['questions'][number];
  predicted: string | null;
  evidence: QuestionEvidence | null;
};
type Props = { cycle: Cycle; team: CycleTeam; steps: RampStep[]; asked: Asked[] };

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="border-t border-strong pt-2">
      <h2 className="text-base">{name}</h2>
      <div className="mt-1 space-y-1.5 text-[13px] leading-snug">{children}</div>
    </section>
  );
}

/** A cycle on one printed page: the four stages in their order, with the chart of the first question. */
export function Storyboard({ cycle, team, steps, asked }: Props) {
  const withChart = asked.find((one) => one.evidence !== null && one.evidence.model.points.length > 0);
  const decisions = steps
    .flatMap((step) => (step.decision ? [`${step.number} ${step.decision}`] : [`${step.number}`]))
    .join(' · ');
  return (
    <article className="mx-auto max-w-[820px] print:max-w-none">
      <header>
        <p className="text-sm text-soft">
          {team.schoolName} · {team.teamName} · {team.members.map((member) => member.name).join(', ')}
        </p>
        <h1 className="mt-1 text-2xl">{cycle.changeIdea}</h1>
        <p className="mt-1 text-sm">
          Cycle {cycle.number} · {scaleWords[cycle.scale]} ·{' '}
          {formatSpan(cycle.plannedStart, cycle.plannedEnd)} · Ramp: {decisions}
        </p>
      </header>
      <div className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2 print:grid-cols-2">
        <Part name="Plan">
          {cycle.objective ? <p>{cycle.objective}</p> : null}
          {asked.map(({ question, predicted }) => (
            <p key={question.id}>
              <strong>{question.question}</strong> {predicted ?? 'No prediction yet'}
              {question.because ? `, because ${question.because}` : ''}
              {question.confidence === null ? '' : ` (${confidenceWords[question.confidence] ?? ''})`}.
            </p>
          ))}
        </Part>
        <Part name="Do">
          <p>
            Carried out as planned:{' '}
            {cycle.carriedOut === null ? 'not said yet' : carriedOutWords[cycle.carriedOut].toLowerCase()}.{' '}
            {cycle.carriedOutNote}
          </p>
          <ul className="list-disc space-y-1 pl-4">
            {cycle.observations.slice(0, 5).map((one) => (
              <li key={one.id}>
                {one.kind === 'unexpected_event' ? <em>Unexpected: </em> : null}
                {one.text}
              </li>
            ))}
          </ul>
        </Part>
      </div>
      {withChart?.evidence ? (
        <section className="mt-4 break-inside-avoid border-t border-strong pt-2">
          <p className="text-[13px] text-soft">{withChart.evidence.seriesName}</p>
          <div className="@container">
            <div className={chartInset}>
              <RunChartSvg model={withChart.evidence.model} />
            </div>
          </div>
          <p className="mt-2 text-sm">
            <strong>{withChart.evidence.model.verdict.headline}</strong>{' '}
            {withChart.evidence.model.verdict.detail}
          </p>
        </section>
      ) : null}
      <div className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2 print:grid-cols-2">
        <Part name="Study">
          {asked.map(({ question, evidence }) => (
            <p key={question.id}>
              {evidence?.medianWithin
                ? `Median ${evidence.medianWithin}${evidence.medianBefore ? `, from ${evidence.medianBefore} before` : ''}. `
                : ''}
              <strong>{question.verdict ? verdictWords[question.verdict] : 'No verdict yet'}.</strong>{' '}
              {question.result}
            </p>
          ))}
          {cycle.learned ? <p>{cycle.learned}</p> : null}
        </Part>
        <Part name="Act">
          {cycle.decision ? (
            <p>
              <strong>{decisionWords[cycle.decision.decision].name}.</strong> {cycle.decision.why}
            </p>
          ) : (
            <p>Not decided yet.</p>
          )}
        </Part>
      </div>
    </article>
  );
}
