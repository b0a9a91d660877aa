import { Link, redirect } from 'react-router';
import { announceMeeting, readiness } from '~/features/meetings/invitations/announce-meeting.server';
import { AnnouncementCard } from '~/features/meetings/invitations/announcement-card';
import { missingWords } from '~/features/meetings/invitations/announcement-words';
import { announcementForm } from '~/features/meetings/invitations/people-form';
import { findMeetingToRun } from '~/features/meetings/own-meeting.server';
import { PlanPath } from '~/features/meetings/plan/plan-path';
import { listPlanSteps } from '~/features/meetings/plan/plan-path-queries.server';
import { whenWords } from '~/features/meetings/when-words';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/announcement';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const found = await findMeetingToRun(database.reader, actor, params.meeting);
  if (!found.ok) refuse(found.problem);
  const { meeting } = found;
  if (meeting.announcedAt !== null) throw redirect(`/meetings/${meeting.id}`);
  const db = database.reader;
  return {
    ...{ meeting, today },
    ready: await readiness(db, meeting, today),
    steps: await listPlanSteps(db, meeting, { today }),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: announcementForm });
  if (submission.status !== 'success') return answerForm(submission);
  const input = { meetingId: params.meeting, sure: submission.value.sure === 'on' };
  const outcome = await announceMeeting(database, actor, input, { now, today });
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/meetings/${params.meeting}?announced`);
}

export default function Announcement({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, ready, steps, today } = loaderData;
  const missing = missingWords(ready);
  const [problem] = actionData?.result.error?.[''] ?? [];
  return (
    <div className="mx-auto max-w-[820px] space-y-6">
      <title>{`Announce ${meeting.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/meetings/${meeting.id}`} className="inline-block min-h-6">
            {meeting.title}
          </Link>
        }
        title="Announce the meeting"
        lead={whenWords(meeting, { today })}
      />
      <PlanPath steps={steps} at="announcement" />
      {problem === undefined || problem === missing ? null : <Notice role="alert">{problem}</Notice>}
      <AnnouncementCard meetingId={meeting.id} {...ready} missing={missing} />
    </div>
  );
}
