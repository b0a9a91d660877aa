import { Form, Link } from 'react-router';
import { personOfLink, readMailStanding, stopMails } from '~/features/notifications/mail/stop-mails.server';
import { DoorPage } from '~/features/people/door-page';
import { found, refuse } from '~/platform/problem-response.server';
import { platformOf } from '~/platform/request-context.server';
import { Button } from '~/ui/button';
import type { Route } from './+types/unsubscribe';

export const headers: Route.HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex',
});

/** Looking changes nothing: mail scanners follow links. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, seals } = platformOf(context);
  const personId = found(personOfLink(seals, params.secret));
  return { ...found(await readMailStanding(database.reader, personId)), secret: params.secret };
}

/** Stops the mails. A mail provider may ask for it too (RFC 8058), so nothing in the body counts. */
export async function action({ params, context }: Route.ActionArgs) {
  const { database, seals, clock } = platformOf(context);
  const personId = found(personOfLink(seals, params.secret));
  const outcome = await stopMails(database, personId, clock.now());
  if (!outcome.ok) refuse(outcome.problem);
  return null;
}

export default function Unsubscribe({ loaderData }: Route.ComponentProps) {
  const { networkName, isOff, secret } = loaderData;
  if (isOff)
    return (
      <DoorPage title="You will get no more of these mails" lead={networkName}>
        <p role="status">Whatever is new for you waits in your inbox here, whenever you come by.</p>
        <Form method="post" action={`/unsubscribe/${secret}/again`} className="mt-5">
          <Button>Turn them on again</Button>
        </Form>
        <p className="mt-4 text-sm">
          <Link to="/inbox">To your inbox</Link>
        </p>
      </DoorPage>
    );
  return (
    <DoorPage title="Stop these mails?" lead={networkName}>
      <p>No digest and no mail about single things will come to you any more. Your inbox here stays.</p>
      <Form method="post" className="mt-5">
        <Button tone="primary">Stop these mails</Button>
      </Form>
      <p className="mt-4 text-sm">
        Or choose <Link to="/account/mail">when they come</Link>: once a week may be enough.
      </p>
    </DoorPage>
  );
}
