import { data, redirect } from 'react-router';
import { z } from 'zod';
import { markFeedRead } from '~/features/feed/reading/mark-feed-read.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/readings';

const reading = z.object({
  through: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  quietly: z.literal('yes').optional(),
});

export function loader() {
  throwNotFound();
}

/** The reader has read the feed through an instant. */
export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const sent = reading.safeParse(Object.fromEntries(await readForm(request)));
  if (!sent.success) return data(null, { status: 400 });
  const outcome = await markFeedRead(database, actor, sent.data, now);
  if (!outcome.ok) refuse(outcome.problem);
  if (sent.data.quietly) return data(null);
  throw redirect('/feed');
}
