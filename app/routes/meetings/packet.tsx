import { Link } from 'react-router';
import { loadAgenda } from '~/features/meetings/agenda/agenda-queries.server';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { PacketCover } from '~/features/meetings/packet/packet-cover';
import {
  PacketCharts,
  PacketCommitments,
  PacketNotes,
  PacketStoryboards,
} from '~/features/meetings/packet/packet-pages';
import { packetOf } from '~/features/meetings/packet/packet-rules';
import { loadShown } from '~/features/meetings/presenters/shown-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { PrintButton } from '~/ui/print-button';
import type { Route } from './+types/packet';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  const db = database.reader;
  const meeting = found(await findMeeting(db, actor, params.meeting));
  const agenda = await loadAgenda(db, meeting);
  const { id, title, purpose, ofName, day, time, timeZone, place, link, cancelledAt, runs } = meeting;
  return {
    meeting: { id, title, purpose, ofName, day, time, timeZone, place, link, cancelledAt, runs },
    packet: packetOf(meeting, agenda, await loadShown(db, meeting)),
  };
}

export default function PacketPage({ loaderData: { meeting, packet } }: Route.ComponentProps) {
  return (
    <div className="mx-auto max-w-[820px] print:max-w-none">
      <title>{`Packet · ${meeting.title} · Boldline`}</title>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-2 print:hidden">
        <ButtonLink to={`/meetings/${meeting.id}`}>Back to the meeting</ButtonLink>
        <PrintButton>Print or save as PDF</PrintButton>
      </div>
      <p className="mb-5 text-soft print:hidden">
        On paper each storyboard and each chart takes one page, with room for notes and for commitments after
        them.{' '}
        {meeting.runs ? (
          <Link to={`/meetings/${meeting.id}/presenters`} className="inline-block min-h-6">
            Who presents
          </Link>
        ) : null}
      </p>
      <div className="space-y-6 print:space-y-0">
        <PacketCover meeting={meeting} packet={packet} />
        <PacketStoryboards pages={packet.pages} />
        <PacketCharts charts={packet.charts} />
        <PacketNotes items={packet.items} />
        <PacketCommitments />
      </div>
    </div>
  );
}
