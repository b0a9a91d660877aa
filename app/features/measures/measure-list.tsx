import { Link } from 'react-router';
import type { RunChartModel } from '~/features/run-charts/view/chart-model';
import { SmallRunChart } from '~/features/run-charts/view/small-run-chart';
import { VerdictSign } from '~/features/run-charts/view/verdict-words';
import { Card } from '~/ui/card';

export type MeasureInList = {
  id: string;
  name: string;
  about: string;
  series: { groupId: string; groupName: string; newest: string | null; model: RunChartModel }[];
};

/** A team's measures, each group a row: newest number, small run chart, and what it says. */
export function MeasureList({ measures }: { measures: MeasureInList[] }) {
  return (
    <div className="space-y-4">
      {measures.map((measure) => (
        <Card key={measure.id} className="p-4! sm:p-5!">
          <h3 className="text-lg">
            <Link
              to={`/measures/${measure.id}`}
              className="inline-block min-h-6 no-underline hover:underline"
            >
              {measure.name}
            </Link>
          </h3>
          <p className="text-sm text-soft">{measure.about}</p>
          <ul className="mt-2 divide-y divide-line">
            {measure.series.map(({ groupId, groupName, newest, model }) => (
              <li
                key={groupId}
                className="grid items-center gap-x-5 gap-y-2 py-3 sm:grid-cols-[11rem_1fr_16rem]"
              >
                <p>
                  <span className="block text-sm text-soft">{groupName}</span>
                  <span className="text-[19px] font-bold">{newest ?? '–'}</span>
                </p>
                <div className="min-w-0">
                  {model.points.length > 1 ? <SmallRunChart model={model} /> : null}
                </div>
                <p className="flex gap-2 text-sm">
                  <VerdictSign verdict={model.verdict} />
                  <span>{model.verdict.headline}</span>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
