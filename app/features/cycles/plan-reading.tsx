import type { ReactNode } from 'react';
import { formatDay, formatSpan } from '~/lib/school-day';
import { Card } from '~/ui/card';
import type { Cycle } from './cycle';
import { confidenceWords, scaleWords } from './cycle-words';
import type { MeasureChoice } from './question-fields';
import { predictionWords } from './prediction';

/** The name of the measure and group a question rests on. */
export function seriesName(
  measures: MeasureChoice[],
  measureId: string | null,
  groupId: string | null,
): string | null {
  const measure = measures.find((one) => one.id === measureId);
  if (!measure) return null;
  const group = measure.groups.find((one) => one.id === groupId);
  return group ? `${measure.name}, ${group.name}` : measure.name;
}

/** A plan as it reads once it is written. */
export function PlanReading({ cycle, measures }: { cycle: Cycle; measures: MeasureChoice[] }) {
  return (
    <div className="space-y-5">
      {cycle.questions.map((question) => {
        const measure = measures.find((one) => one.id === question.measureId) ?? null;
        return (
          <Card key={question.id}>
            <h2>{question.question}</h2>
            <p className="mt-1 text-sm text-soft">
              {seriesName(measures, question.measureId, question.groupId) ?? 'Seen in what we notice'}
            </p>
            <dl className="mt-4 grid gap-4 sm:grid-cols-[auto_1fr]">
              <div className="sm:pr-6">
                <dt className="text-sm text-soft">We predict</dt>
                <dd className="text-[22px] font-bold">
                  {predictionWords(question, measure) ?? 'Nothing yet'}
                </dd>
              </div>
              <div>
                <dt className="text-sm text-soft">Because</dt>
                <dd>
                  {question.because || 'not said yet'}
                  {question.confidence === null ? null : (
                    <span className="text-soft">
                      {' '}
                      Confidence {question.confidence} of 5, {confidenceWords[question.confidence]}.
                    </span>
                  )}
                </dd>
              </div>
            </dl>
          </Card>
        );
      })}
      <Card>
        <h2>The plan</h2>
        <dl className="mt-3 space-y-3">
          {cycle.objective ? <Row term="Objective">{cycle.objective}</Row> : null}
          {cycle.warrant ? <Row term="Why we think it works">{cycle.warrant}</Row> : null}
          <Row term="Scale and dates">
            {scaleWords[cycle.scale]}, {formatSpan(cycle.plannedStart, cycle.plannedEnd)}
          </Row>
          {cycle.tasks.length > 0 ? (
            <Row term="Tasks">
              <ul className="list-disc pl-5">
                {cycle.tasks.map((task) => (
                  <li key={task.id}>
                    {task.what}
                    <span className="text-soft">
                      {[task.who, task.dueOn ? formatDay(task.dueOn) : '', task.place]
                        .filter(Boolean)
                        .map((part) => `, ${part}`)
                        .join('')}
                    </span>
                  </li>
                ))}
              </ul>
            </Row>
          ) : null}
          {cycle.dataPlan.length > 0 ? (
            <Row term="Data">
              <ul className="list-disc pl-5">
                {cycle.dataPlan.map((row) => (
                  <li key={row.measureId}>
                    {measures.find((one) => one.id === row.measureId)?.name}
                    <span className="text-soft">
                      {[row.who, row.howOften]
                        .filter(Boolean)
                        .map((part) => `, ${part}`)
                        .join('')}
                    </span>
                  </li>
                ))}
              </ul>
            </Row>
          ) : null}
        </dl>
      </Card>
    </div>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
