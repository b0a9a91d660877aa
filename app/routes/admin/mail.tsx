import { Link, data, redirect } from 'react-router';
import { z } from 'zod';
import { loadMailReport } from '~/features/notifications/mail/mail-report-queries.server';
import { JobTurns, MailCounts, TroubledMails } from '~/features/notifications/mail/mail-report-view';
import { sendMailAgain } from '~/features/notifications/mail/send-mail-again.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/mail';

const again = z.object({ mailId: z.uuid() });

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, now } = signedIn(context);
  const report = found(await loadMailReport(database.reader, actor, { now, timeZone: network.timeZone }));
  return { report, again: new URL(request.url).searchParams.has('again') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  if (!actor.isAdministrator) throwNotFound();
  const sent = again.safeParse(Object.fromEntries(await readForm(request)));
  if (!sent.success) return data(null, { status: 400 });
  const outcome = await sendMailAgain(database, actor, sent.data, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect('/admin/mail?again');
}

export default function Mail({ loaderData }: Route.ComponentProps) {
  const { report, again: wasAsked } = loaderData;
  return (
    <div className="mx-auto max-w-[820px]">
      <title>Mail · Boldline</title>
      <PageHeader
        above={
          <Link to="/admin/settings" className="inline-flex min-h-6 items-center">
            Settings
          </Link>
        }
        title="Mail"
        lead="Whether digests and other mails reach people. What they say is not shown here."
      />
      {wasAsked ? (
        <div className="mb-5">
          <Notice role="status">It goes out again within a minute or two.</Notice>
        </div>
      ) : null}
      <div className="space-y-5">
        <MailCounts report={report} />
        <TroubledMails mails={report.troubled} />
        <JobTurns jobs={report.jobs} />
      </div>
    </div>
  );
}
