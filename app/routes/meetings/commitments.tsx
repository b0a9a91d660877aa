import { data, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import type { CommitmentAnswer } from '~/features/meetings/commitments/commitment-answer';
import { commitmentForm } from '~/features/meetings/commitments/commitment-form';
import { loadCommitmentFormFacts } from '~/features/meetings/commitments/commitment-form-facts.server';
import { CommitmentsLastTime } from '~/features/meetings/commitments/commitment-cards';
import { CommitmentList } from '~/features/meetings/commitments/commitment-list';
import {
  listCommitmentsBefore,
  listCommitmentsOfMeeting,
} from '~/features/meetings/commitments/commitment-queries.server';
import { makeCommitment } from '~/features/meetings/commitments/make-commitment.server';
import { CommitmentForm } from '~/features/meetings/commitments/new-commitment';
import { orUnreached } from '~/features/meetings/live/or-unreached';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { formatWeekday } from '~/lib/school-day';
import { notWhileUnreached } from '~/lib/unreached';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { wantsData } from '~/platform/wants-data.server';
import { Card, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/commitments';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const meeting = found(await findMeeting(db, actor, params.meeting));
  return {
    meeting,
    commitments: await listCommitmentsOfMeeting(db, actor, meeting.id),
    before: await listCommitmentsBefore(db, actor, meeting),
    facts: await loadCommitmentFormFacts(db, actor, meeting, today),
    clock: { timeZone: network.timeZone, today },
  };
}

const backTo = { live: '/live', meeting: '', commitments: '/commitments' };

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: commitmentForm });
  if (submission.status !== 'success') throwNotFound();
  const { at, looked, id, ...typed } = submission.value;
  const meetingId = params.meeting;
  const outcome = await makeCommitment(database, actor, { id, meetingId, looked, ...typed }, { now, today });
  if (outcome.ok) {
    for (const room of outcome.rooms) tellRoom(room, { kind: 'room' });
    if (!wantsData(request)) throw redirect(`/meetings/${meetingId}${backTo[at]}`);
    return data<CommitmentAnswer>({ ok: true, nextId: uuidv7() });
  }
  const { problem } = outcome;
  if (problem.kind !== 'invalid') refuse(problem);
  const { looked: asked, ...fields } = problem.fields ?? {};
  return data<CommitmentAnswer>(
    { ok: false, nextId: id, typed, message: problem.message, fields, asked: asked?.[0] ?? null },
    { status: 400 },
  );
}

/** The page stays, with what was typed, when the server cannot be reached. */
export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return orUnreached(() => serverAction());
}

export const shouldRevalidate = notWhileUnreached;

export default function MeetingCommitments({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, before, commitments, facts, clock } = loaderData;
  return (
    <div className="mx-auto max-w-[720px] space-y-6">
      <title>{`Commitments of ${meeting.title} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/meetings/${meeting.id}`} className="inline-block min-h-6 wrap-anywhere">
            <bdi>{meeting.title}</bdi>, {formatWeekday(meeting.day)}
          </Link>
        }
        title="Commitments"
        lead="What somebody takes on: one thing, one name, one day. It comes back to the team’s cycle, to This week and to the next agenda."
      />
      <CommitmentsLastTime commitments={before} clock={clock} />
      {meeting.cancelledAt === null ? (
        <Card labelledBy="new-commitment">
          <h2 id="new-commitment" className="mb-3">
            Note a commitment
          </h2>
          <CommitmentForm
            facts={facts}
            item={null}
            at="commitments"
            posted={actionData && 'ok' in actionData ? actionData : undefined}
          />
        </Card>
      ) : null}
      {commitments.length > 0 ? (
        <Card labelledBy="made" className="pb-3!">
          <h2 id="made">Made in this meeting</h2>
          <CommitmentList commitments={commitments} clock={clock} at="commitments" names="nothing" />
        </Card>
      ) : (
        <EmptyState title="Nothing has been taken on yet.">
          “Film the first five minutes of Tuesday’s lesson”, Maya, by Friday.
        </EmptyState>
      )}
    </div>
  );
}
