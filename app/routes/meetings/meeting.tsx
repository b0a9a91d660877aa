import { findRoomStanding } from '~/features/meetings/agenda/agenda-change.server';
import { loadAgenda } from '~/features/meetings/agenda/agenda-queries.server';
import { AgendaCard } from '~/features/meetings/agenda/agenda-reading';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { MeetingHead } from '~/features/meetings/plan/meeting-head';
import { momentOf, nextMoves } from '~/features/meetings/plan/meeting-move';
import { findMailPreference } from '~/features/notifications/preference/mail-preference-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { safeLink } from '~/lib/safe-link';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/card';
import type { Route } from './+types/meeting';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const db = database.reader;
  const meeting = found(await findMeeting(db, actor, params.meeting));
  const items = await loadAgenda(db, meeting);
  const moment = momentOf(meeting, { now, room: await findRoomStanding(db, meeting.id) });
  const { timeZone } = await findMailPreference(db, actor.personId, network.timeZone);
  return {
    ...{ meeting, items, moment, today },
    readerZone: timeZone,
    linkPlace: safeLink(meeting.link)?.place ?? '',
    moves: nextMoves(meeting, moment, { isAgendaEmpty: items.length === 0 }),
  };
}

export default function MeetingPage({ loaderData }: Route.ComponentProps) {
  const { meeting, items, moment, today, readerZone, linkPlace, moves } = loaderData;
  const mayChange = meeting.runs && moment !== 'cancelled' && moment !== 'over';
  return (
    <div className="mx-auto max-w-[820px]">
      <title>{`${meeting.title} · Boldline`}</title>
      <MeetingHead
        {...{ meeting, linkPlace, today, readerZone, moves }}
        mayChange={meeting.runs && moment !== 'cancelled'}
      />
      <div className="space-y-5">
        {moment === 'cancelled' ? (
          <Notice>
            This meeting does not take place.
            {meeting.cancelledWhy === '' ? '' : ` ${meeting.cancelledWhy}`}
          </Notice>
        ) : null}
        {moment === 'draft' ? (
          <Notice>A draft: only those who run it see it, until you invite people.</Notice>
        ) : null}
        <AgendaCard {...{ meeting, items, mayChange }} />
        {items.length > 0 && moment !== 'cancelled' ? (
          <div className="flex flex-wrap gap-2 print:hidden">
            <ButtonLink to={`/meetings/${meeting.id}/packet`}>Packet to print</ButtonLink>
          </div>
        ) : null}
      </div>
    </div>
  );
}
