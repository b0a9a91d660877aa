import { redirect } from 'react-router';
import { z } from 'zod';
import { orUnreached } from '~/features/meetings/live/or-unreached';
import { answerMark } from '~/features/meetings/live/answer-mark.server';
import { noteAttendance } from '~/features/meetings/live/note-attendance.server';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { signedIn } from '~/features/people/request-actor.server';
import { throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { wantsData } from '~/platform/wants-data.server';
import type { Route } from './+types/attendances';

const attendanceForm = z.object({ personId: z.uuid().optional(), wanted: z.enum(['here', 'away']) });

export function loader() {
  throwNotFound();
}

/** Notes that somebody is here or away; without `personId` whoever sends it. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const parsed = attendanceForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const meetingId = params.meeting;
  const { personId = actor.personId, wanted } = parsed.data;
  const input = { meetingId, personId, isHere: wanted === 'here' };
  const outcome = await noteAttendance(database, actor, input, now);
  if (!outcome.ok) return answerMark(request, outcome.problem);
  tellRoom(meetingId, { kind: 'room' });
  if (wantsData(request)) return answerMark(request);
  throw redirect(`/meetings/${meetingId}/live#here`);
}

/** The page stays, with what was typed, when the server cannot be reached. */
export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return orUnreached(() => serverAction());
}
