import type { RunChartRules } from '#db/vocabulary';
import { chartSubject } from '~/features/measures/chart-subject';
import type { Measure, Series } from '~/features/measures/measure';
import { readRunChart } from '~/features/run-charts/view/read-run-chart';
import type { SignalInStory } from './story';

/** The changes that a team's charts show, each run with the day it begins. */
export function chartSignals(measures: Measure[], series: Series, rules: RunChartRules): SignalInStory[] {
  return measures.flatMap((measure) =>
    measure.groups.flatMap((group) => {
      const { brackets, slots } = readRunChart(
        chartSubject(measure, group.id, series, { cycles: [], rules }),
      );
      return brackets.flatMap(({ from, words }) => {
        const beganOn = slots.dates[from];
        const about = { measureId: measure.id, measureName: measure.name };
        return beganOn === undefined
          ? []
          : [{ ...about, groupId: group.id, groupName: group.name, words, beganOn }];
      });
    }),
  );
}
