import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatWeekday } from '~/lib/school-day';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import type { AgendaItem } from '../agenda/agenda';
import { AgendaOutline } from './agenda-outline';
import { nextWords, placedSteps, stepOnScreen, whereInAgenda } from './agenda-place';
import { ClockControls, usePressing } from './clock-controls';
import { CommitmentsMade } from './commitments-made';
import { ContributionForm } from './contribution-form';
import { LinkLine } from './link-line';
import type { LiveView } from './live-view';
import { OutsideStep } from './outside-step';
import { ComeIn, Presence, usePresence } from './presence';
import type { RoomState } from './room';
import type { RoomLink } from './room-link';
import { RoomTime } from './room-time';
import { SaidList } from './said-list';
import { useRoom } from './use-room';
import { usualKind } from './voice-rules';
import { outsideSpoken, StepSpoken, WhereWeAre } from './where-we-are';

/** What other parts of meetings put into the room, for the item it is in (null outside one). */
export type RoomSlots = {
  /** Also outside an item: whoever is still writing stays there. */
  notes?: (item: AgendaItem | null, subscribe: RoomLink['subscribeToNotes']) => ReactNode;
  presentation?: (item: AgendaItem, room: RoomState) => ReactNode;
  commitment?: (item: AgendaItem | null) => ReactNode;
};

/** The room as somebody in it sees it, on a phone first: where it stands, the clock, their part, and what they can say. */
export function LiveRoom({ view, slots }: { view: LiveView; slots: RoomSlots }) {
  const { meeting, agenda, reader, votes, ids } = view;
  const { room, state, link } = useRoom(meeting.id, view.room);
  const { clock } = room;
  const { here, before, next } = whereInAgenda(agenda, stepOnScreen(room));
  const pressing = usePressing({ meetingId: meeting.id, clock, firstId: ids.press, view: 'live' });
  const item = here?.item ?? null;
  const isOpen = meeting.announcedAt !== null && !room.isCancelled;
  const presence = usePresence(view, room);
  const isBefore = clock.state === 'waiting' && !room.isCancelled;
  const promises = !isBefore && !room.isCancelled ? slots.commitment?.(item) : null;
  const controls = reader.keeps && isOpen && placedSteps(agenda).length > 0;
  return (
    <div className={controls ? 'pb-28' : undefined}>
      <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div className="min-w-0">
          <p className="text-sm text-soft">
            <Link to={`/meetings/${meeting.id}`} className="inline-flex min-h-6 items-center">
              The meeting’s page
            </Link>{' '}
            · <bdi>{meeting.ofName}</bdi>, {formatWeekday(meeting.day)}, {meeting.time}
          </p>
          <h1 className="text-[1.375rem]">{meeting.title}</h1>
        </div>
        <LinkLine state={state} here={`/meetings/${meeting.id}/live`} />
      </header>
      <StepSpoken here={here} words={outsideSpoken(room)} />
      {presence.comesIn ? <ComeIn meetingId={meeting.id} /> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <div className="max-lg:contents lg:space-y-5">
          <Card>
            {here ? (
              <>
                <WhereWeAre
                  here={here}
                  reader={reader}
                  clock={
                    <RoomTime {...{ link, room }} timeZone={meeting.timeZone} className="text-[4.5rem]" />
                  }
                />
                <p className="mt-4 border-t border-line pt-3 text-soft">
                  {next ? nextWords(here, next) : 'This is the last step.'}
                </p>
              </>
            ) : (
              <OutsideStep view={view} isCancelled={room.isCancelled} state={clock.state} />
            )}
          </Card>
          {here ? null : (
            <Card labelledBy="agenda-title">
              <h2 id="agenda-title" className="mb-3">
                The agenda
              </h2>
              <AgendaOutline agenda={agenda} stepId={null} />
            </Card>
          )}
          {item && slots.presentation ? (
            // On a phone what the screen shows anyway comes after what somebody can say.
            <div className="empty:hidden max-lg:order-1">{slots.presentation(item, room)}</div>
          ) : null}
          {slots.notes?.(item, link.subscribeToNotes)}
        </div>
        <div className="max-lg:contents lg:space-y-5">
          {item ? (
            <Card>
              {reader.takesPart && isOpen ? (
                <ContributionForm
                  meetingId={meeting.id}
                  item={{ id: item.id, title: item.title }}
                  items={agenda}
                  personId={reader.personId}
                  newId={ids.say}
                  usualKind={here ? usualKind(here.step) : 'question'}
                />
              ) : null}
              <section id="said" aria-labelledby="said-title" className="mt-5 scroll-mt-4">
                <h2 id="said-title" className="mb-2">
                  From the room
                </h2>
                <SaidList
                  said={room.contributions.filter(({ itemId }) => itemId === item.id)}
                  {...{ votes, reader }}
                />
              </section>
            </Card>
          ) : null}
          <div className="space-y-5 empty:hidden max-lg:order-2">
            {isBefore ? <PresenceCard {...{ view, room, presence }} /> : null}
            {room.commitments.length > 0 || promises ? (
              <Card>
                <CommitmentsMade commitments={room.commitments} reader={reader} />
                {promises ? <div className="mt-4">{promises}</div> : null}
              </Card>
            ) : null}
            {isBefore ? null : <PresenceCard {...{ view, room, presence }} />}
            {here ? (
              <Card>
                <details suppressHydrationWarning>
                  <summary className="min-h-6 text-[1.25rem] font-[650]">The agenda</summary>
                  <div className="mt-3">
                    <AgendaOutline agenda={agenda} stepId={clock.stepId} />
                  </div>
                </details>
              </Card>
            ) : null}
          </div>
        </div>
      </div>
      {controls ? (
        <div className="clock-bar fixed inset-x-0 bottom-0 z-10 border-t border-line bg-surface px-4 py-3 sm:px-8 print:hidden">
          <div className="mx-auto flex max-w-[1180px] flex-wrap items-center gap-x-6 gap-y-2">
            <ClockControls
              {...{ pressing, clock }}
              {...{ meetingId: meeting.id, firstId: ids.press, view: 'live' }}
              otherDay={view.otherDay}
              isFirst={before === null}
              isLast={next === null}
              className="grow sm:grow-0"
            />
            <ButtonLink
              to={`/meetings/${meeting.id}/live/projector`}
              target="_blank"
              className="max-sm:hidden"
            >
              Open the screen of the room
            </ButtonLink>
          </div>
        </div>
      ) : null}
    </div>
  );
}

function PresenceCard(props: Parameters<typeof Presence>[0]) {
  return (
    <Card>
      <Presence {...props} />
    </Card>
  );
}
