import { data, redirect } from 'react-router';
import { z } from 'zod';
import { markNoticeRead } from '~/features/notifications/inbox/mark-read.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/reading';

const reading = z.object({ quietly: z.literal('yes').optional() });

export function loader() {
  throwNotFound();
}

/** A notice is read; the way goes on to what it tells of. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const sent = reading.safeParse(Object.fromEntries(await readForm(request)));
  if (!sent.success) return data(null, { status: 400 });
  const outcome = await markNoticeRead(database, actor, { notificationId: params.notification }, now);
  if (!outcome.ok) refuse(outcome.problem);
  if (sent.data.quietly) return data(null);
  throw redirect(outcome.path);
}
