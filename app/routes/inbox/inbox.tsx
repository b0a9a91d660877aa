import { readInboxAddress } from '~/features/notifications/inbox/inbox';
import { loadInbox } from '~/features/notifications/inbox/inbox-queries.server';
import { InboxView } from '~/features/notifications/inbox/inbox-view';
import { signedIn } from '~/features/people/request-actor.server';
import { ButtonLink } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/inbox';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const address = readInboxAddress(new URL(request.url).searchParams);
  return loadInbox(database.reader, actor, address, { timeZone: network.timeZone, today });
}

export default function Inbox({ loaderData }: Route.ComponentProps) {
  return (
    <div className="mx-auto max-w-[820px]">
      <title>Inbox · Boldline</title>
      <PageHeader
        title="Inbox"
        lead="What concerns you, newest first. Nobody sees what you have read."
        action={
          <ButtonLink to="/account/mail" tone="quiet">
            What comes by mail
          </ButtonLink>
        }
      />
      <InboxView inbox={loaderData} />
    </div>
  );
}
