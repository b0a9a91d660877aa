import { NavLink } from 'react-router';

const places = [
  { path: '', words: 'At a glance' },
  { path: '/cycles', words: 'Cycles' },
  { path: '/ramps', words: 'Ramps' },
  { path: '/predictions', words: 'Predictions' },
  { path: '/measures', words: 'Shared measures' },
  { path: '/times', words: 'Times' },
  { path: '/quiet', words: 'Quiet' },
];

/** Where a facilitator looks at a cohort. */
export function CohortNav({ cohortId }: { cohortId: string }) {
  return (
    <nav aria-label="Cohort" className="mb-5 flex flex-wrap gap-x-5 border-b border-line print:hidden">
      {places.map(({ path, words }) => (
        <NavLink
          key={path}
          to={`/cohorts/${cohortId}${path}`}
          end
          className={({ isActive }) =>
            `inline-flex min-h-11 items-center font-semibold ${isActive ? 'text-ink no-underline' : 'text-soft'}`
          }
        >
          {words}
        </NavLink>
      ))}
    </nav>
  );
}
