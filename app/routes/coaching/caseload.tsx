import { CaseloadFilters, CaseloadLooks } from '~/features/coaching/caseload/caseload-controls';
import { caseloadPath, readCaseloadFilter } from '~/features/coaching/caseload/caseload-filter';
import type { CaseloadFilter } from '~/features/coaching/caseload/caseload-filter';
import { NeedsView } from '~/features/coaching/caseload/caseload-page';
import { loadCaseload } from '~/features/coaching/caseload/caseload-queries.server';
import { caseloadLead, headingOf } from '~/features/coaching/caseload/caseload-words';
import { ContactCalendarView } from '~/features/coaching/contacts/contact-calendar';
import { loadContactCalendar } from '~/features/coaching/contacts/contact-queries.server';
import { handedOverWords } from '~/features/coaching/handover/handover';
import { findOwnHandover } from '~/features/coaching/handover/handover-queries.server';
import { followsTeams } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { throwNotFound } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { EmptyState, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { PageLinks } from '~/ui/page-links';
import type { Route } from './+types/caseload';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const db = database.reader;
  const asked = new URL(request.url).searchParams;
  const handed = await findOwnHandover(db, actor, asked.get('handed'));
  if (!followsTeams(actor) && handed === null) throwNotFound();
  const coaches = actor.coachedTeamIds.length > 0;
  const facilitates = actor.facilitatedCohortIds.length > 0;
  const filter = readCaseloadFilter(asked, { coaches, facilitates });
  const { timeZone, runChartRules: rules } = network;
  const usual: CaseloadFilter['scope'] = coaches ? 'mine' : 'all';
  return {
    ...{ filter, usual, today, both: coaches && facilitates },
    ...{ follows: followsTeams(actor), handed: handed && handedOverWords(handed, handed.teamName) },
    view: filter.shape === 'need' ? await loadCaseload(db, actor, filter, { today, timeZone, rules }) : null,
    calendar:
      filter.shape === 'contact'
        ? await loadContactCalendar(db, actor, filter, { now, today, timeZone })
        : null,
  };
}

const whoHeard = {
  mine: 'When did each team last hear from me?',
  all: 'When did each team last hear from a coach?',
};

export default function Caseload({ loaderData }: Route.ComponentProps) {
  const { filter, usual, today, both, view, calendar, follows, handed } = loaderData;
  if (!follows) return <NoCaseload handed={handed} />;
  const title = view ? headingOf(filter.scope, view.needing) : whoHeard[filter.scope];
  const lead = view
    ? caseloadLead(filter.scope, view)
    : 'Reviews, answers in them, nudges and noted contacts, by school and team.';
  const options = view?.options ?? calendar?.options;
  return (
    <div className="mx-auto max-w-[1116px]">
      <title>{`${title} · Boldline`}</title>
      <PageHeader title={title} lead={lead} action={<ButtonLink to="/teams">All teams</ButtonLink>} />
      {handed ? (
        <div className="mb-5">
          <Notice role="status">{handed}</Notice>
        </div>
      ) : null}
      <CaseloadLooks filter={filter} usual={usual} both={both} />
      {options ? <CaseloadFilters filter={filter} usual={usual} options={options} /> : null}
      {view ? <NeedsView view={view} filter={filter} usual={usual} today={today} /> : null}
      {calendar && calendar.rows.length > 0 ? (
        <>
          <ContactCalendarView calendar={calendar} today={today} />
          <PageLinks
            page={calendar.page}
            pages={calendar.pages}
            pathOf={(page) => caseloadPath(filter, usual, { page })}
          />
        </>
      ) : null}
      {calendar?.rows.length === 0 ? (
        <EmptyState title="No team found.">Try a part of the name of the team or the school.</EmptyState>
      ) : null}
    </div>
  );
}

/** What somebody reads who has just handed over the last team they coached. */
function NoCaseload({ handed }: { handed: string | null }) {
  return (
    <div className="mx-auto max-w-[720px] space-y-5">
      <title>Coaching · Boldline</title>
      <PageHeader title="You coach no team now" />
      {handed ? <Notice role="status">{handed}</Notice> : null}
      <EmptyState title="Your caseload is empty." action={<ButtonLink to="/">This week</ButtonLink>}>
        Teams show here as soon as somebody brings them to you.
      </EmptyState>
    </div>
  );
}
