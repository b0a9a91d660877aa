import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Aim } from './aim';

/** A team's aim in its four parts. */
export function AimReading({ aim, today }: { aim: Aim; today: SchoolDay }) {
  const parts = [
    { name: 'What', words: aim.what },
    { name: 'For whom', words: aim.forWhom },
    { name: 'How much', words: aim.howMuch },
    { name: 'By when', words: formatDay(aim.byWhen, today) },
  ];
  return (
    <dl className="mt-3 grid gap-4 sm:grid-cols-2">
      {parts.map(({ name, words }) => (
        <div key={name} className="min-w-0">
          <dt className="text-sm text-soft">{name}</dt>
          <dd className="wrap-anywhere">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
