import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { stageWords } from '~/features/cycles/cycle-words';
import { counted } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Card, Notice } from '~/ui/card';
import type { TeamWeek } from './team-week';

function Part({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <section>
      <h2 className="text-lg">{title}</h2>
      {children.length === 0 ? (
        <p className="text-soft">{none}</p>
      ) : (
        <ul className="mt-1 space-y-1 wrap-anywhere">{children}</ul>
      )}
    </section>
  );
}

/** What a team did in one week, as far as the picture of participation tells it. */
export function TeamWeekView({ week, today }: { week: TeamWeek; today: SchoolDay }) {
  const { cycles, numbers, posts, meetings, daysOff } = week;
  return (
    <div className="space-y-4">
      {daysOff.length > 0 ? <Notice>{daysOff.join('; ')}.</Notice> : null}
      <Card className="space-y-5">
        <Part title="Cycles open" none="No cycle was open.">
          {cycles.map(({ id, number, changeIdea, stage }) => (
            <li key={id}>
              <Link to={`/cycles/${id}`} className="inline-block min-h-6">
                Cycle {number}, {changeIdea}
              </Link>{' '}
              <span className="text-sm text-soft">now: {stageWords[stage].name}</span>
            </li>
          ))}
        </Part>
        <Part title="Data in" none="No number for a day of this week.">
          {numbers.map(({ measureId, name, count }) => (
            <li key={measureId}>
              <Link to={`/measures/${measureId}`} className="inline-block min-h-6">
                {name}
              </Link>{' '}
              <span className="text-sm text-soft">{counted(count, 'number')}</span>
            </li>
          ))}
        </Part>
        <Part title="Posted" none="No post signed by name.">
          {posts.map(({ id, title, day }) => (
            <li key={id}>
              <Link to={`/posts/${id}`} className="inline-block min-h-6">
                {title}
              </Link>{' '}
              <span className="text-sm text-soft">{formatDay(day, today)}</span>
            </li>
          ))}
        </Part>
        <Part title="Met" none="Nobody of the team was noted at a meeting.">
          {meetings.map(({ id, title, day }) => (
            <li key={id}>
              {title} <span className="text-sm text-soft">{formatDay(day, today)}</span>
            </li>
          ))}
        </Part>
      </Card>
    </div>
  );
}
