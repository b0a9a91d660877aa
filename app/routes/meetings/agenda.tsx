import { data, Link } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { loadAgainOnConflict } from '~/features/drafts/draft-hooks';
import { AddItems } from '~/features/meetings/agenda/add-items';
import type { ProtocolToAdd } from '~/features/meetings/agenda/add-items';
import { changedMeanwhile, itStays } from '~/features/meetings/agenda/agenda-answers';
import { listHeldSteps } from '~/features/meetings/agenda/agenda-change.server';
import { AgendaEditor } from '~/features/meetings/agenda/agenda-editor';
import { loadAgenda } from '~/features/meetings/agenda/agenda-queries.server';
import { heldItems } from '~/features/meetings/agenda/agenda-rules';
import { findMeetingToRun } from '~/features/meetings/own-meeting.server';
import { NextPlanStep, PlanPath } from '~/features/meetings/plan/plan-path';
import { ClosedMeeting } from '~/features/meetings/plan/closed-meeting';
import { listPlanSteps } from '~/features/meetings/plan/plan-path-queries.server';
import { whenWords } from '~/features/meetings/when-words';
import { shippedProtocols } from '~/features/meetings/protocols/protocol-library';
import { listOwnProtocols } from '~/features/meetings/protocols/protocol-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/agenda';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, today } = signedIn(context);
  const db = database.reader;
  const found = await findMeetingToRun(db, actor, params.meeting);
  if (!found.ok) refuse(found.problem);
  const { meeting } = found;
  if (meeting.cancelledAt !== null || meeting.endedAt !== null)
    return data({ closed: meeting, open: null }, { status: 403 });
  const items = await loadAgenda(db, meeting);
  const own = await listOwnProtocols(db, actor);
  const asked = new URL(request.url).searchParams;
  const toAdd = (shelf: string, list: readonly Omit<ProtocolToAdd, 'shelf'>[]): ProtocolToAdd[] =>
    list.map(({ key, name, about, minutes }) => ({ key, name, about, minutes, shelf }));
  const open = {
    ...{ meeting, items, when: whenWords(meeting, { today }), newItemId: uuidv7() },
    steps: await listPlanSteps(db, meeting, { today, items }),
    held: heldItems(items, await listHeldSteps(db, meeting.id)),
    protocols: [
      ...toAdd(
        'Plain parts of a day',
        shippedProtocols.filter(({ kind }) => kind === 'block'),
      ),
      ...toAdd('Our own', own),
      ...toAdd(
        'Protocols',
        shippedProtocols.filter(({ kind }) => kind === 'protocol'),
      ),
    ],
    notice: asked.has('meanwhile') ? changedMeanwhile : asked.has('stays') ? itStays : null,
  };
  return { closed: null, open };
}

export const shouldRevalidate = loadAgainOnConflict;

export default function Agenda({ loaderData }: Route.ComponentProps) {
  return loaderData.open === null ? (
    <ClosedMeeting
      meeting={loaderData.closed}
      lead="Its agenda stays as it was. It stands on the page of the meeting."
    />
  ) : (
    <OpenAgenda {...loaderData.open} />
  );
}

type Open = NonNullable<Route.ComponentProps['loaderData']['open']>;

function OpenAgenda({ meeting, items, when, newItemId, protocols, held, notice, steps }: Open) {
  return (
    <div>
      <title>{`Agenda · ${meeting.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/meetings/${meeting.id}`} className="inline-block min-h-6 wrap-anywhere">
            <bdi>{meeting.title}</bdi>
          </Link>
        }
        title="Agenda"
        lead={when}
        action={
          steps.length > 0 ? (
            <NextPlanStep steps={steps} at="agenda" />
          ) : (
            <>
              <ButtonLink to={`/meetings/${meeting.id}`} tone="primary">
                Back to the meeting
              </ButtonLink>
              {meeting.cohortId === null ? null : (
                <ButtonLink to={`/meetings/${meeting.id}/presenters`}>Who presents</ButtonLink>
              )}
            </>
          )
        }
      />
      <PlanPath steps={steps} at="agenda" />
      {notice ? (
        <div className="mb-5">
          <Notice tone="attention" role="alert">
            {notice}
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <AgendaEditor {...{ meeting, items, held }} />
        <AddItems meetingId={meeting.id} {...{ newItemId, protocols }} />
      </div>
    </div>
  );
}
