import { redirect } from 'react-router';
import { personOfLink, wantMailsAgain } from '~/features/notifications/mail/stop-mails.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { platformOf } from '~/platform/request-context.server';
import type { Route } from './+types/unsubscribe-again';

export function loader() {
  throwNotFound();
}

/** Mails again, by the button of the page that stopped them. */
export async function action({ params, context }: Route.ActionArgs) {
  const { database, seals, clock } = platformOf(context);
  const personId = found(personOfLink(seals, params.secret));
  const outcome = await wantMailsAgain(database, personId, clock.now());
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(`/unsubscribe/${params.secret}`);
}
