import { data, Link, redirect } from 'react-router';
import { z } from 'zod';
import {
  findCalendarAddress,
  renewCalendarAddress,
} from '~/features/notifications/calendar/calendar-address.server';
import { CalendarAddress, NoCalendarYet } from '~/features/notifications/calendar/calendar-address';
import { readsTeams } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/calendar';

const renewal = z.object({
  seen: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, seals, environment } = signedIn(context);
  const address = await findCalendarAddress(database.reader, actor.personId, seals);
  return {
    hasTeams: readsTeams(actor),
    edition: address?.edition ?? 0,
    url:
      address === null ? null : `${environment.publicUrl.replace(/\/$/, '')}/calendar/${address.secret}.ics`,
    renewed: new URL(request.url).searchParams.has('renewed'),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const sent = renewal.safeParse(Object.fromEntries(await readForm(request)));
  if (!sent.success) return data(null, { status: 400 });
  const outcome = await renewCalendarAddress(database, actor, sent.data, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(sent.data.seen === 0 ? '/account/calendar' : '/account/calendar?renewed');
}

export default function CalendarPage({ loaderData }: Route.ComponentProps) {
  const { hasTeams, edition, url, renewed } = loaderData;
  return (
    <div className="mx-auto max-w-[720px]">
      <title>Your calendar · Boldline</title>
      <PageHeader
        above={<Link to="/account">Your account</Link>}
        title="Your dates in your calendar"
        lead="Days by which to log, planned starts and ends of cycles, tasks, commitments and meetings, in the calendar you use anyway. No numbers are in it."
      />
      {renewed && url !== null ? (
        <div className="mb-5">
          <Notice role="status">This is the new address. The old one no longer answers.</Notice>
        </div>
      ) : null}
      {url !== null && hasTeams ? (
        <CalendarAddress url={url} edition={edition} />
      ) : (
        <NoCalendarYet hasTeams={hasTeams} edition={edition} />
      )}
    </div>
  );
}
