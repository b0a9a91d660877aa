import { Link } from 'react-router';
import { findRoomStanding } from '~/features/meetings/agenda/agenda-change.server';
import { loadAgenda } from '~/features/meetings/agenda/agenda-queries.server';
import { AgendaCard } from '~/features/meetings/agenda/agenda-reading';
import { CommitmentsLastTime } from '~/features/meetings/commitments/commitment-cards';
import { CommitmentList } from '~/features/meetings/commitments/commitment-list';
import {
  listCommitmentsBefore,
  listCommitmentsOfMeeting,
} from '~/features/meetings/commitments/commitment-queries.server';
import { announcedWords } from '~/features/meetings/invitations/announcement-words';
import { listGuests } from '~/features/meetings/invitations/guest-queries.server';
import { isOver, takesAnswers } from '~/features/meetings/invitations/meeting-time-rules';
import { WhoComesCard } from '~/features/meetings/invitations/who-comes-card';
import type { Meeting } from '~/features/meetings/meeting';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { NotesToWrite } from '~/features/meetings/minutes/notes-to-write';
import { writesNotes } from '~/features/meetings/notes/note-policy';
import { loadNotesClosing } from '~/features/meetings/notes/note-queries.server';
import { MeetingHead } from '~/features/meetings/plan/meeting-head';
import { isDayOf, momentOf, nextMoves } from '~/features/meetings/plan/meeting-move';
import type { Moment } from '~/features/meetings/plan/meeting-move';
import { PlanPath } from '~/features/meetings/plan/plan-path';
import { listPlanSteps } from '~/features/meetings/plan/plan-path-queries.server';
import { PresentationsOfMeeting } from '~/features/meetings/presenters/presentation-card';
import { listAskedPresentations } from '~/features/meetings/presenters/presentation-queries.server';
import { findMailPreference } from '~/features/notifications/preference/mail-preference-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { safeLink } from '~/lib/safe-link';
import { found } from '~/platform/problem-response.server';
import { Card, Notice } from '~/ui/card';
import type { Route } from './+types/meeting';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const db = database.reader;
  const meeting = found(await findMeeting(db, actor, params.meeting));
  const items = await loadAgenda(db, meeting);
  const groups = await listGuests(db, meeting, today);
  const moment = momentOf(meeting, { now, room: await findRoomStanding(db, meeting.id) });
  const asked = new URL(request.url).searchParams;
  const { timeZone } = await findMailPreference(db, actor.personId, network.timeZone);
  return {
    ...{ meeting, items, moment, today },
    readerZone: timeZone,
    groups,
    ...{ takesAnswers: takesAnswers(meeting, now), isOver: isOver(meeting, now) },
    steps: moment === 'draft' ? await listPlanSteps(db, meeting, { today, items }) : [],
    before: moment === 'over' ? [] : await listCommitmentsBefore(db, actor, meeting),
    presented:
      moment === 'cancelled' || moment === 'over'
        ? []
        : (await listAskedPresentations(db, actor, now)).filter(({ meetingId }) => meetingId === meeting.id),
    mayNote: moment === 'over' && writesNotes(meeting, await loadNotesClosing(db, meeting.id)),
    made: await listCommitmentsOfMeeting(db, actor, meeting.id),
    clock: { timeZone: network.timeZone, today },
    linkPlace: safeLink(meeting.link)?.place ?? '',
    moves: nextMoves(meeting, moment, {
      ...{ isAgendaEmpty: items.length === 0, isInvited: groups.length > 0, isToday: isDayOf(meeting, now) },
    }),
    justAnnounced: meeting.runs && meeting.announcedAt !== null && asked.has('announced'),
  };
}

type MoreProps = { meeting: Meeting; moment: Moment; hasAgenda: boolean };

/** Everything else that belongs to a meeting, by what its reader may do with it. */
function MoreOfMeeting({ meeting: { id, cohortId, runs }, moment, hasAgenda }: MoreProps) {
  const isOpen = moment !== 'cancelled' && moment !== 'over';
  const links = [
    [runs && isOpen && cohortId !== null, 'presenters', 'Who presents'],
    [hasAgenda && moment !== 'cancelled', 'packet', 'Packet to print'],
    [moment !== 'draft' && moment !== 'cancelled', 'commitments', 'Commitments'],
    [moment !== 'draft' && moment !== 'cancelled', 'live', 'The room'],
    [moment === 'open' || moment === 'over', 'minutes', 'Minutes'],
    [runs, 'repetition', 'Repeat this meeting'],
    [moment !== 'draft' && moment !== 'cancelled', 'invitation.ics', 'Put it in your calendar'],
    [runs && isOpen, 'cancellation', 'Cancel it'],
  ] as const;
  if (!links.some(([isThere]) => isThere)) return null;
  return (
    <nav aria-labelledby="more" className="print:hidden">
      <h2 id="more" className="mb-1 text-base">
        More of this meeting
      </h2>
      <ul className="flex flex-wrap gap-x-6">
        {links.map(([isThere, end, words]) =>
          isThere ? (
            <li key={end}>
              <Link
                to={`/meetings/${id}/${end}`}
                reloadDocument={end === 'invitation.ics'}
                className="inline-flex min-h-11 items-center"
              >
                {words}
              </Link>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  );
}

export default function MeetingPage({ loaderData }: Route.ComponentProps) {
  const { meeting, items, moment, today, readerZone, linkPlace, moves } = loaderData;
  const { groups, steps, before, made, clock } = loaderData;
  const mayChange = meeting.runs && moment !== 'cancelled' && moment !== 'over';
  return (
    <div className="mx-auto max-w-[820px]">
      <title>{`${meeting.title} · Boldline`}</title>
      <MeetingHead
        {...{ meeting, linkPlace, today, readerZone, moves }}
        mayChange={meeting.runs && moment !== 'cancelled' && meeting.endedAt === null}
      />
      <PlanPath steps={steps} at={null} />
      <div className="space-y-5">
        {loaderData.justAnnounced ? (
          <Notice role="status">
            {announcedWords(groups.reduce((sum, { guests }) => sum + guests.length, 0))}
          </Notice>
        ) : null}
        {moment === 'cancelled' ? (
          <Notice>
            This meeting does not take place.
            {meeting.cancelledWhy === '' ? '' : ` ${meeting.cancelledWhy}`}
          </Notice>
        ) : null}
        {moment === 'cancelled' ? null : <CommitmentsLastTime commitments={before} clock={clock} />}
        <PresentationsOfMeeting presentations={loaderData.presented} />
        <AgendaCard {...{ meeting, items, mayChange }} />
        {made.length > 0 ? (
          <Card labelledBy="made">
            <h2 id="made">Taken on in this meeting</h2>
            <CommitmentList commitments={made} clock={clock} at="commitments" names="nothing" />
          </Card>
        ) : null}
        {loaderData.mayNote ? <NotesToWrite meetingId={meeting.id} items={items} /> : null}
        <WhoComesCard
          {...{ meeting, groups }}
          takesAnswers={loaderData.takesAnswers}
          isOver={loaderData.isOver || moment === 'cancelled'}
        />
        <MoreOfMeeting {...{ meeting, moment, hasAgenda: items.length > 0 }} />
      </div>
    </div>
  );
}
