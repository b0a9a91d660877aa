import { Form } from 'react-router';
import { meetingKinds } from '#db/vocabulary';
import { plansMeetings } from '~/features/meetings/meeting-policy';
import { MeetingList } from '~/features/meetings/plan/meeting-list';
import { listMeetings } from '~/features/meetings/plan/meeting-list-queries.server';
import { kindWords } from '~/features/meetings/plan/meeting-words';
import { listPlanChoices } from '~/features/meetings/plan/plan-choices-queries.server';
import { listCohorts } from '~/features/people/cohort-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { throwNotFound } from '~/platform/problem-response.server';
import { Button, ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { PageLinks } from '~/ui/page-links';
import type { Route } from './+types/meetings';

/** `of` is `cohort:<id>` or `team:<id>`; what is not there shows an empty list. */
function filterIn(asked: URLSearchParams) {
  const of = asked.get('of') ?? '';
  const [ownerKind, id = ''] = of.split(':');
  return {
    of,
    cohortId: ownerKind === 'cohort' ? id : null,
    teamId: ownerKind === 'team' ? id : null,
    kind: meetingKinds.find((one) => one === asked.get('kind')) ?? null,
  };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  if (!plansMeetings(actor)) throwNotFound();
  const db = database.reader;
  const asked = new URL(request.url).searchParams;
  const { of, ...filter } = filterIn(asked);
  const page = Math.max(1, Math.min(10_000, Number.parseInt(asked.get('page') ?? '1', 10) || 1));
  const { teams } = await listPlanChoices(db, actor);
  const cohorts = await listCohorts(db, actor);
  return {
    ...(await listMeetings(db, actor, { filter, page, now })),
    ...{ of, kind: filter.kind, today, networkZone: network.timeZone },
    owners: [
      ...cohorts.map(({ id, name }) => ({ value: `cohort:${id}`, name })),
      ...teams.map(({ id, name, schoolName }) => ({ value: `team:${id}`, name: `${schoolName} · ${name}` })),
    ],
  };
}

type Loaded = Route.ComponentProps['loaderData'];

function pathOf({ of, kind }: Pick<Loaded, 'of' | 'kind'>, page: number): string {
  const query = new URLSearchParams();
  if (of !== '') query.set('of', of);
  if (kind !== null) query.set('kind', kind);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? '/meetings' : `/meetings?${query.toString()}`;
}

export default function Meetings({ loaderData }: Route.ComponentProps) {
  const { upcoming, past, page, pages, total, of, kind, owners, today, networkZone } = loaderData;
  const isFiltered = of !== '' || kind !== null;
  const plan = (
    <ButtonLink to="/meetings/new" tone="primary">
      Plan a meeting
    </ButtonLink>
  );
  return (
    <div className="mx-auto max-w-[980px] space-y-8">
      <title>Meetings · Boldline</title>
      <PageHeader
        title="Meetings"
        lead="Network days, huddles and team meetings: planned, run and remembered here."
        action={
          <>
            {total > 0 || isFiltered ? plan : null}
            <ButtonLink to="/protocols">Protocols</ButtonLink>
          </>
        }
      />
      {total > 0 || isFiltered ? <Filter {...{ of, kind, owners }} /> : null}
      {total === 0 ? (
        <EmptyState
          title={isFiltered ? 'No meeting here.' : 'No meeting yet.'}
          action={isFiltered ? <ButtonLink to="/meetings">All meetings</ButtonLink> : plan}
        >
          {isFiltered
            ? 'None of this kind is planned or was held.'
            : 'A network day might be: five minutes of welcome, what we said last time, one team’s question, one success looked into, and a market of ideas. It comes ready-made, and you change what you like.'}
        </EmptyState>
      ) : null}
      <MeetingList id="upcoming" title="Coming up" meetings={upcoming} {...{ today, networkZone }} />
      <MeetingList id="past" title="Past" meetings={past} {...{ today, networkZone }} />
      <PageLinks page={page} pages={pages} pathOf={(to) => pathOf(loaderData, to)} words={['Back', 'More']} />
    </div>
  );
}

function Filter({ of, kind, owners }: Pick<Loaded, 'of' | 'kind' | 'owners'>) {
  return (
    <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
      <label className="min-w-0 flex-1 basis-56 font-semibold sm:max-w-80">
        Whose
        <select name="of" defaultValue={of} className="control mt-1 font-normal">
          <option value="">All</option>
          {owners.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="min-w-0 flex-1 basis-40 font-semibold sm:max-w-52">
        Kind
        <select name="kind" defaultValue={kind ?? ''} className="control mt-1 font-normal">
          <option value="">All</option>
          {meetingKinds.map((one) => (
            <option key={one} value={one}>
              {kindWords[one]}
            </option>
          ))}
        </select>
      </label>
      <Button>Show</Button>
    </Form>
  );
}
