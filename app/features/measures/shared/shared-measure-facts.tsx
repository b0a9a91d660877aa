import type { SharedMeasure } from './shared-measure';
import { directionWords, frequencyWords, kindWords, levelWords } from '../measure-words';

type Facts = Pick<SharedMeasure, 'level' | 'kind' | 'direction' | 'unit' | 'frequency' | 'groups'>;

/** How a shared measure is counted, for whom and how often, in a few lines. */
export function SharedMeasureFacts({ measure }: { measure: Facts }) {
  const { level, kind, direction, unit, frequency, groups } = measure;
  const rows = [
    ['Level', `${levelWords[level].name}: ${levelWords[level].meaning}`],
    [
      'Counted as',
      unit !== '' && unit !== '%' ? `${kindWords[kind].name}, in ${unit}` : kindWords[kind].name,
    ],
    ['Which way', directionWords[direction]],
    ['How often', frequencyWords[frequency]],
    ['Groups', groups.map(({ name }) => name).join(', ')],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2">
      {rows.map(([label, words]) => (
        <div key={label} className={label === 'Groups' ? 'col-span-2' : undefined}>
          <dt className="text-sm text-soft">{label}</dt>
          <dd className="break-words">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
