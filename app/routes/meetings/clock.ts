import { data, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { clockMoves } from '#db/vocabulary';
import type { PressAnswer } from '~/features/meetings/live/room-answers';
import { orUnreached } from '~/features/meetings/live/or-unreached';
import { pressRoomClock } from '~/features/meetings/live/press-clock.server';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { wantsData } from '~/platform/wants-data.server';
import type { Route } from './+types/clock';

const pressForm = z.object({
  id: z.uuid(),
  move: z.enum(clockMoves),
  stepId: z.union([z.uuid(), z.literal('').transform(() => null)]).default(null),
  view: z.enum(['live', 'projector']).default('live'),
});

export function loader() {
  throwNotFound();
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const parsed = pressForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const { id: pressId, move, stepId, view } = parsed.data;
  const meetingId = params.meeting;
  const outcome = await pressRoomClock(database, actor, { meetingId, pressId, move, stepId }, now);
  if (!outcome.ok) {
    if (outcome.problem.kind !== 'invalid' || !wantsData(request)) refuse(outcome.problem);
    return data<PressAnswer>({ nextId: uuidv7(), message: outcome.problem.message }, { status: 400 });
  }
  if (outcome.moved) tellRoom(meetingId, { kind: 'room' });
  const at = `/meetings/${meetingId}/live${view === 'projector' ? '/projector' : ''}`;
  if (!wantsData(request)) throw redirect(at);
  const message = outcome.moved ? '' : 'The clock stood elsewhere already, so nothing was changed.';
  return data<PressAnswer>({ nextId: uuidv7(), message });
}

/** The page stays, with what was typed, when the server cannot be reached. */
export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return orUnreached(() => serverAction());
}
