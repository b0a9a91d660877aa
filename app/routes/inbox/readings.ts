import { data, redirect } from 'react-router';
import { z } from 'zod';
import { markAllRead } from '~/features/notifications/inbox/mark-read.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/readings';

const reading = z.object({ through: z.uuid() });

export function loader() {
  throwNotFound();
}

/** Everything is read up to the newest notice that the page showed. */
export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const sent = reading.safeParse(Object.fromEntries(await readForm(request)));
  if (!sent.success) return data(null, { status: 400 });
  const outcome = await markAllRead(database, actor, sent.data, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect('/inbox');
}
