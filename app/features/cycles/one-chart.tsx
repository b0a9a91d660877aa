import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { AnnotateForm, FreezeForm, MarkRow, PhaseForm } from '~/features/measures/chart-marks/chart-marks';
import type { NewMarkIds } from '~/features/measures/chart-marks/chart-marks';
import type { ChartMarkAnswer } from '~/features/measures/chart-marks/chart-mark-form';
import { chartViewPath } from '~/features/measures/chart-view';
import { RunChartFigure } from '~/features/run-charts/view/run-chart-figure';
import { chartTable } from '~/features/run-charts/view/take-along/table-for-copying';
import { TakeChart } from '~/features/run-charts/view/take-along/take-chart';
import { YearComparisonFigure } from '~/features/run-charts/view/looks/year-comparison-figure';
import { capitalised, numberWord } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Card } from '~/ui/card';
import { FurtherLooks } from './further-looks';
import type { OneChart as OneChartData } from './measure-charts';

type Props = {
  measureId: string;
  measureName: string;
  /** Measure and group. */
  name: string;
  chart: OneChartData;
  today: SchoolDay;
  /** Null for those who only read. */
  newIds: NewMarkIds | null;
  answer: ChartMarkAnswer | null;
};

/** One group's chart with everything that can be read from it and set on it. */
export function OneChart({ measureId, measureName, name, chart, today, newIds, answer }: Props) {
  const [picked, setPicked] = useState<{ day: SchoolDay; form: string } | null>(null);
  const day = picked?.form === newIds?.annotation ? (picked?.day ?? null) : null;
  const words = useRef<HTMLInputElement>(null);
  const pickDay = (chosen: SchoolDay) => {
    setPicked({ day: chosen > today ? today : chosen, form: newIds?.annotation ?? '' });
    requestAnimationFrame(() => words.current?.focus());
  };
  const { group, model, year, comparison } = chart;
  return (
    <Card labelledBy="chart">
      <h2 id="chart" className="mb-3 text-base font-semibold text-soft">
        {group.name}
        {year ? `, ${year.name}` : ''}
      </h2>
      {comparison ? (
        <YearComparisonFigure comparison={comparison} name={name} />
      ) : (
        <RunChartFigure
          model={model}
          name={name}
          onPickDay={newIds ? pickDay : undefined}
          {...(newIds ? { rowPath: (rowId: string) => `/data-points/${rowId}` } : {})}
        />
      )}
      <YearChoice measureId={measureId} chart={chart} />
      {model.points.length > 0 && !comparison ? (
        <div className="mt-2 flex flex-wrap items-start gap-x-5 gap-y-2">
          <TakeChart
            measureId={measureId}
            measureName={measureName}
            group={group}
            table={chartTable(model, name)}
          />
          {newIds ? (
            <Link
              to={`/posts/new?measure=${measureId}&group=${group.id}&kind=win`}
              className="inline-flex min-h-11 items-center px-1 text-sm font-semibold text-soft underline hover:text-ink print:hidden"
            >
              Share this chart
            </Link>
          ) : null}
        </div>
      ) : null}
      {comparison ? null : (
        <div className="mt-4 print:hidden">
          <MarkList chart={chart} today={today} mayWrite={newIds !== null} />
          {newIds ? (
            <>
              <AnnotateForm
                key={newIds.annotation}
                newId={newIds.annotation}
                {...{ today, day, answer, text: words }}
              />
              <PhaseForm
                key={newIds.phase}
                newId={newIds.phase}
                groupId={group.id}
                answer={answer}
                {...chart.marks}
              />
              {chart.marks.frozenThrough === null ? (
                <FreezeForm
                  newId={newIds.baseline}
                  groupId={group.id}
                  choices={chart.marks.baselineChoices}
                  {...{ today, answer }}
                />
              ) : null}
            </>
          ) : null}
        </div>
      )}
      {comparison ? null : <FurtherLooks measureId={measureId} chart={chart} name={name} />}
    </Card>
  );
}

const choiceLook = 'inline-flex min-h-6 items-center';

/** Zoom to a school year, and this year over the last. */
function YearChoice({ measureId, chart }: { measureId: string; chart: OneChartData }) {
  const { years, year, group, hasLastYear, comparison } = chart;
  if (years.length < 2) return null;
  const choices = [
    {
      words: 'All years',
      to: chartViewPath(measureId, { groupId: group.id }),
      current: !year && !comparison,
    },
    ...years.map((one) => ({
      words: one.name,
      to: chartViewPath(measureId, { groupId: group.id, year: one.name }),
      current: year?.name === one.name && !comparison,
    })),
    ...(hasLastYear
      ? [
          {
            words: 'This year over last',
            to: chartViewPath(measureId, { groupId: group.id, compareYears: true }),
            current: comparison !== null,
          },
        ]
      : []),
  ];
  return (
    <div className="mt-3 print:hidden">
      <ul aria-label="School years" className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {choices.map(({ words, to, current }) => (
          <li key={words}>
            {current ? (
              <span aria-current="true" className={`${choiceLook} font-semibold`}>
                {words}
              </span>
            ) : (
              <Link to={to} preventScrollReset className={`${choiceLook} text-soft`}>
                {words}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {year ? (
        <p className="mt-1 text-sm text-soft">
          The part from {formatDay(year.from)} on. Middle line and verdict rest on all points.
        </p>
      ) : null}
    </div>
  );
}

type MarkListProps = { chart: OneChartData; today: SchoolDay; mayWrite: boolean };

/** What is set on the chart, each with who may take it off; and the phase that the points suggest. */
function MarkList({ chart, today, mayWrite }: MarkListProps) {
  const { annotations, phases, suggestion, frozenThrough, excluded } = chart.marks;
  const some = annotations.length + phases.length + excluded.length > 0 || frozenThrough !== null;
  return (
    <>
      {suggestion ? (
        <div className="mb-3 rounded-md bg-accent-wash px-4 py-3">
          <p className="font-semibold">
            Has something changed for good since {formatDay(suggestion.startsOn, today)}?
          </p>
          <p className="mt-1 max-w-[65ch] text-sm">
            {capitalised(numberWord(suggestion.length))} points or more in a row lie {suggestion.side} the
            middle line from that day on. If you know why, a new phase gives them a middle line of their own.
            Nothing changes unless you say so.
          </p>
        </div>
      ) : null}
      {some ? (
        <>
          <h3 className="text-base">On this chart</h3>
          <ul className="mt-1 mb-2 text-sm">
            {frozenThrough === null ? null : (
              <MarkRow
                remove={
                  mayWrite
                    ? {
                        fields: { intent: 'release', groupId: chart.group.id },
                        words: 'Release',
                        about: 'the baseline',
                      }
                    : null
                }
              >
                The baseline is frozen through {formatDay(frozenThrough, today)}
                {phases.length > 0 ? '; the phases come before it.' : '.'}
              </MarkRow>
            )}
            {phases.map((one) => (
              <MarkRow
                key={`${one.startsOn} ${one.reason}`}
                remove={
                  mayWrite && one.id !== null
                    ? {
                        fields: { intent: 'remove_phase', phaseId: one.id },
                        words: 'Remove',
                        about: `the phase from ${formatDay(one.startsOn, today)}`,
                      }
                    : null
                }
              >
                A phase begins on {formatDay(one.startsOn, today)}: {one.reason}
              </MarkRow>
            ))}
            {annotations.map((one) => (
              <MarkRow
                key={one.id}
                remove={
                  mayWrite
                    ? {
                        fields: { intent: 'remove_annotation', annotationId: one.id },
                        words: 'Remove',
                        about: one.text,
                      }
                    : null
                }
              >
                {formatDay(one.date, today)}, {one.kind === 'change' ? 'a change' : 'an event'}: {one.text}
              </MarkRow>
            ))}
            {excluded.map((one) => (
              <MarkRow key={one.date} remove={null}>
                {mayWrite && one.rowId !== null ? (
                  <Link to={`/data-points/${one.rowId}`} className="inline-block min-h-6">
                    {formatDay(one.date, today)}
                  </Link>
                ) : (
                  formatDay(one.date, today)
                )}{' '}
                is left out: {one.reason}
              </MarkRow>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
