import { Link } from 'react-router';
import { counted } from '~/lib/number-format';
import { formatSpan, addDays } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/card';
import { PageLinks } from '~/ui/page-links';
import { everyTeam, listPath } from '../teams-filter';
import type { TeamsFilter } from '../teams-filter';
import { TeamsFilterForm } from '../teams-filter-form';
import type { Participation } from './participation';
import { ParticipationPicture } from './participation-picture';
import type { WeekWindow } from './school-weeks';
import { WeekLegend } from './week-marks';

type Props = {
  cohortId: string;
  participation: Participation;
  window: WeekWindow;
  /** The week that the address asks for; null for the newest. */
  until: SchoolDay | null;
  filter: TeamsFilter;
  leas: { id: string; name: string }[];
  today: SchoolDay;
};

/** Teams and weeks of a cohort, with which teams and which weeks. */
export function ParticipationSection({ cohortId, participation, window, until, filter, leas, today }: Props) {
  const { rows, mondays, total, page, pages } = participation;
  const here = `/cohorts/${cohortId}`;
  const { wholeYear, earlier, later } = window;
  const weeks: Record<string, string | null> = wholeYear ? { weeks: 'year' } : { until };
  const pathOf = (part: Record<string, string | null>, to = filter) => `${listPath(here, to, part)}#weeks`;
  const filtered = filter.search !== '' || filter.leaId !== null;
  return (
    <section aria-labelledby="weeks" className="print:break-before-page">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="weeks" className="scroll-mt-4">
            Teams and weeks
          </h2>
          <p className="text-sm text-soft">
            {counted(total, 'team')} by school and name,{' '}
            {formatSpan(mondays[0] ?? today, addDays(mondays.at(-1) ?? today, 6), today)}.
          </p>
        </div>
        <p className="flex flex-wrap gap-x-4 text-sm print:hidden">
          {earlier === null ? null : <Week to={pathOf({ until: earlier })}>Earlier weeks</Week>}
          {later === null ? null : <Week to={pathOf({ until: later })}>Later weeks</Week>}
          <Week to={pathOf(wholeYear ? {} : { weeks: 'year' })}>
            {wholeYear ? 'Twelve weeks' : 'The whole year'}
          </Week>
          <a
            href={listPath(`${here}/participation.csv`, { ...filter, page: 1 }, weeks)}
            className="inline-flex min-h-6 items-center"
          >
            Save as CSV
          </a>
        </p>
      </div>
      <WeekLegend />
      {total > 0 || filtered ? (
        <TeamsFilterForm {...{ filter, leas }} clearPath={filtered ? pathOf(weeks, everyTeam) : null}>
          {wholeYear ? <input type="hidden" name="weeks" value="year" /> : null}
          {until === null || wholeYear ? null : <input type="hidden" name="until" value={until} />}
        </TeamsFilterForm>
      ) : null}
      {rows.length > 0 ? (
        <ParticipationPicture {...{ cohortId, rows, mondays }} opens={!wholeYear} />
      ) : (
        <EmptyState
          title={filtered ? 'No team found.' : 'No team yet.'}
          action={filtered ? null : <ButtonLink to="/invitations">Invite people</ButtonLink>}
        >
          {filtered
            ? 'Try a part of the name, or all LEAs.'
            : 'A team belongs to a cohort from its first invitation on.'}
        </EmptyState>
      )}
      <PageLinks page={page} pages={pages} pathOf={(to) => pathOf(weeks, { ...filter, page: to })} />
    </section>
  );
}

function Week({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} preventScrollReset className="inline-flex min-h-6 items-center">
      {children}
    </Link>
  );
}
