import { data, Link, redirect } from 'react-router';
import { AnnouncementCard } from '~/features/meetings/invitations/announcement-card';
import { readiness } from '~/features/meetings/invitations/announce-meeting.server';
import { missingWords } from '~/features/meetings/invitations/announcement-words';
import { assignRoles } from '~/features/meetings/invitations/assign-roles.server';
import { GroupsForm, JoinedNotice } from '~/features/meetings/invitations/groups-form';
import type { TickAll } from '~/features/meetings/invitations/groups-form';
import {
  inviteGroups,
  inviteJoined,
  inviteOne,
  withdrawOne,
} from '~/features/meetings/invitations/invite-people.server';
import { isOver } from '~/features/meetings/invitations/meeting-time-rules';
import { groupsForm, rolesForm } from '~/features/meetings/invitations/people-form';
import { loadPeopleOfMeeting } from '~/features/meetings/invitations/people-page-queries.server';
import { RolesForm } from '~/features/meetings/invitations/roles-form';
import { SinglePeopleForm } from '~/features/meetings/invitations/single-people-form';
import { findMeetingToRun } from '~/features/meetings/own-meeting.server';
import { PlanPath } from '~/features/meetings/plan/plan-path';
import { listPlanSteps } from '~/features/meetings/plan/plan-path-queries.server';
import { whenWords } from '~/features/meetings/when-words';
import { signedIn } from '~/features/people/request-actor.server';
import type { Outcome } from '~/lib/result';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/people';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, now, today } = signedIn(context);
  const db = database.reader;
  const found = await findMeetingToRun(db, actor, params.meeting);
  if (!found.ok) refuse(found.problem);
  const { meeting } = found;
  const tick = new URL(request.url).searchParams.get('tick');
  const tickAll: TickAll = tick === 'all' || tick === 'none' ? tick : null;
  return {
    ...{ meeting, tickAll, today },
    steps: await listPlanSteps(db, meeting, { today }),
    people: await loadPeopleOfMeeting(db, meeting, today),
    isClosed: meeting.cancelledAt !== null || isOver(meeting, now),
    ready: meeting.announcedAt === null ? await readiness(db, meeting, today) : null,
  };
}

/** Single people are chosen by the button that was pressed, everything else by `intent`. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const [clock, meetingId] = [{ now, today }, params.meeting];
  const typed = await readForm(request);
  const done = (outcome: Outcome) => {
    if (outcome.ok) throw redirect(`/meetings/${meetingId}/people`);
    if (outcome.problem.kind !== 'invalid') refuse(outcome.problem);
    return data({ of: 'groups' as const, message: outcome.problem.message, result: null }, { status: 400 });
  };
  const [invite, withdraw, intent] = ['invite', 'withdraw', 'intent'].map((name) => typed.get(name));
  if (typeof invite === 'string')
    return done(await inviteOne(database, actor, { meetingId, personId: invite }, clock));
  if (typeof withdraw === 'string')
    return done(await withdrawOne(database, actor, { meetingId, invitationId: withdraw }, clock));
  if (intent === 'joined') return done(await inviteJoined(database, actor, { meetingId }, clock));
  if (intent === 'roles') {
    const submission = parseForm(typed, { schema: rolesForm });
    const outcome =
      submission.status === 'success'
        ? await assignRoles(database, actor, { meetingId, chosen: submission.value }, clock)
        : null;
    if (outcome?.ok) throw redirect(`/meetings/${meetingId}/people#roles-of-day`);
    const allowed = await findMeetingToRun(database.reader, actor, meetingId);
    if (!allowed.ok) refuse(allowed.problem);
    const answer = outcome ? answerProblem(submission, outcome.problem) : answerForm(submission);
    return data({ of: 'roles' as const, message: null, result: answer.data.result }, answer.init ?? {});
  }
  const submission = parseForm(typed, { schema: groupsForm });
  if (submission.status !== 'success')
    return done({
      ok: false,
      problem: { kind: 'invalid', message: 'Open the page again and choose once more.' },
    });
  const ticked = new Set(Object.keys(submission.value.group));
  const shown = new Set(submission.value.shown.split(',').filter((key) => key !== ''));
  return done(await inviteGroups(database, actor, { meetingId, ticked, shown }, clock));
}

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, people, tickAll, isClosed, ready, steps, today } = loaderData;
  const { groups, joined, guests, roles, suggestion } = people;
  const version = guests.map(({ id, role }) => `${id}${role ?? ''}`).join();
  return (
    <div className="mx-auto max-w-[820px] space-y-6">
      <title>{`People of ${meeting.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/meetings/${meeting.id}`} className="inline-block min-h-6">
            {meeting.title}
          </Link>
        }
        title="People and roles"
        lead={whenWords(meeting, { today })}
        action={
          steps.length > 0 ? null : (
            <ButtonLink to={`/meetings/${meeting.id}`}>Back to the meeting</ButtonLink>
          )
        }
      />
      <PlanPath steps={steps} at="people" />
      {isClosed ? (
        <Notice>
          {meeting.cancelledAt === null ? 'This meeting is over. ' : 'This meeting does not take place. '}
          Who was invited stays as it was.
        </Notice>
      ) : (
        <>
          {ready === null || guests.length === 0 ? null : (
            <AnnouncementCard meetingId={meeting.id} {...ready} missing={missingWords(ready)} />
          )}
          <JoinedNotice meetingId={meeting.id} joined={joined} />
          <GroupsForm
            {...{ meetingId: meeting.id, groups, tickAll }}
            message={actionData?.of === 'groups' ? actionData.message : null}
          />
          <RolesForm
            key={version}
            {...{ meetingId: meeting.id, guests, roles, suggestion }}
            answer={actionData?.of === 'roles' ? actionData.result : null}
          />
          <SinglePeopleForm meetingId={meeting.id} groups={groups} />
        </>
      )}
    </div>
  );
}
