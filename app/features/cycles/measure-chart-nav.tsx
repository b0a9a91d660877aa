import { clsx } from 'clsx';
import { Link } from 'react-router';
import { chartViewPath } from '~/features/measures/chart-view';
import type { ChartView } from '~/features/measures/chart-view';
import type { StudentGroup } from '~/features/measures/measure';

function Choice({ to, current, children }: { to: string; current: boolean; children: string }) {
  return (
    <li>
      <Link
        to={to}
        preventScrollReset
        aria-current={current ? 'page' : undefined}
        className={clsx(
          'inline-flex min-h-9 items-center rounded-full border px-3.5 text-sm font-semibold no-underline',
          current
            ? 'border-accent bg-accent-wash text-accent'
            : 'border-strong bg-surface text-soft hover:text-ink',
        )}
      >
        {children}
      </Link>
    </li>
  );
}

type Props = { measureId: string; groups: StudentGroup[]; view: ChartView };

/** The looks at a measure with several groups: side by side, each alone, and the gaps. */
export function MeasureChartNav({ measureId, groups, view }: Props) {
  if (groups.length < 2) return null;
  const ids = new Set(groups.map((group) => group.id));
  const gaps = groups.filter(
    (group) =>
      group.complementId !== null &&
      ids.has(group.complementId) &&
      groups.findIndex((one) => one.id === group.id) <
        groups.findIndex((one) => one.id === group.complementId),
  );
  return (
    <nav aria-label="Looks at this measure" className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        <Choice to={chartViewPath(measureId, {})} current={view.groupId === null}>
          Side by side
        </Choice>
        {groups.map((group) => (
          <Choice
            key={group.id}
            to={chartViewPath(measureId, { groupId: group.id })}
            current={view.groupId === group.id && !view.gap}
          >
            {group.name}
          </Choice>
        ))}
        {gaps.map((group) => (
          <Choice
            key={group.id}
            to={chartViewPath(measureId, { groupId: group.id, gap: true })}
            current={view.groupId === group.id && view.gap}
          >
            {gaps.length === 1 ? 'The gap' : `The gap: ${group.name}`}
          </Choice>
        ))}
      </ul>
    </nav>
  );
}
