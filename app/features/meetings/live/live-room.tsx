import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatWeekday } from '~/lib/school-day';
import { ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import type { AgendaItem } from '../agenda/agenda';
import { AgendaOutline } from './agenda-outline';
import { placedSteps, whereInAgenda } from './agenda-place';
import { ClockControls, usePressing } from './clock-controls';
import { CommitmentsMade } from './commitments-made';
import { ContributionForm } from './contribution-form';
import { LinkLine } from './link-line';
import type { LiveView } from './live-view';
import { Presence } from './presence';
import type { RoomLink } from './room-link';
import { RoomTime } from './room-time';
import { SaidList } from './said-list';
import { useRoom } from './use-room';
import { usualKind } from './voice-rules';
import { StepSpoken, WhereWeAre } from './where-we-are';

/** What other parts of meetings put into the room, for the item it is in (null outside one). */
export type RoomSlots = {
  /** Also outside an item: whoever is still writing stays there. */
  notes?: (item: AgendaItem | null, subscribe: RoomLink['subscribeToNotes']) => ReactNode;
  presentation?: (item: AgendaItem) => ReactNode;
  commitment?: (item: AgendaItem | null) => ReactNode;
};

/** The room as somebody in it sees it, on a phone first: where it stands, the clock, their part, and what they can say. */
export function LiveRoom({ view, slots }: { view: LiveView; slots: RoomSlots }) {
  const { meeting, agenda, reader, votes, ids } = view;
  const { room, state, link } = useRoom(meeting.id, view.room);
  const { clock } = room;
  const { here, before, next } = whereInAgenda(agenda, clock.stepId);
  const pressing = usePressing({ meetingId: meeting.id, clock, firstId: ids.press, view: 'live' });
  const item = here?.item ?? null;
  const isOpen = meeting.announcedAt !== null && !room.isCancelled;
  const controls = reader.keeps && isOpen && placedSteps(agenda).length > 0;
  return (
    <div className={controls ? 'pb-28' : undefined}>
      <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div className="min-w-0">
          <p className="text-sm text-soft">
            <Link to={`/meetings/${meeting.id}`} className="inline-flex min-h-6 items-center">
              {meeting.ofName}
            </Link>{' '}
            · {formatWeekday(meeting.day)}, {meeting.time}
          </p>
          <h1 className="text-[1.375rem]">{meeting.title}</h1>
        </div>
        <LinkLine state={state} here={`/meetings/${meeting.id}/live`} />
      </header>
      <StepSpoken here={here} words={clock.state === 'ended' ? 'The meeting has ended.' : ''} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
        <div className="space-y-5">
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
                  {next ? `Next: ${next.step.title}, ${next.step.minutes} min` : 'This is the last step.'}
                  {next && next.item.id !== here.item.id ? ` (${next.item.title})` : ''}
                </p>
              </>
            ) : (
              <OutsideStep view={view} isCancelled={room.isCancelled} state={clock.state} />
            )}
          </Card>
          {item ? slots.presentation?.(item) : null}
          {slots.notes?.(item, link.subscribeToNotes)}
        </div>
        <div className="space-y-5">
          {item ? (
            <Card>
              {reader.takesPart && isOpen ? (
                <ContributionForm
                  key={item.id}
                  meetingId={meeting.id}
                  itemId={item.id}
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
          {room.commitments.length > 0 || slots.commitment ? (
            <Card>
              <CommitmentsMade commitments={room.commitments} />
              {slots.commitment ? <div className="mt-4">{slots.commitment(item)}</div> : null}
            </Card>
          ) : null}
          <Card>
            <Presence view={view} room={room} />
          </Card>
          <Card>
            <details open={here === null} suppressHydrationWarning>
              <summary className="min-h-6 text-[1.25rem] font-[650]">The agenda</summary>
              <div className="mt-3">
                <AgendaOutline agenda={agenda} stepId={clock.stepId} />
              </div>
            </details>
          </Card>
        </div>
      </div>
      {controls ? (
        <div className="clock-bar fixed inset-x-0 bottom-0 z-10 border-t border-line bg-surface px-4 py-3 sm:px-8 print:hidden">
          <div className="mx-auto flex max-w-[1180px] flex-wrap items-center gap-x-6 gap-y-2">
            <ClockControls
              {...{ pressing, clock }}
              {...{ meetingId: meeting.id, firstId: ids.press, view: 'live' }}
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

type Outside = { view: LiveView; isCancelled: boolean; state: 'waiting' | 'running' | 'paused' | 'ended' };

function OutsideStep({ view: { meeting, reader, agenda }, isCancelled, state }: Outside) {
  if (isCancelled)
    return <Notice tone="attention">This meeting was cancelled. {meeting.cancelledWhy}</Notice>;
  if (state === 'ended')
    return (
      <>
        <h2>The meeting has ended</h2>
        <p className="mt-1 text-soft">Thank you for being here. What was noted and promised is kept.</p>
        <p className="mt-4">
          <ButtonLink to={`/meetings/${meeting.id}`}>See what remains</ButtonLink>
        </p>
      </>
    );
  return (
    <>
      <h2>The meeting has not begun</h2>
      <p className="mt-1 text-soft">
        {meeting.announcedAt === null
          ? 'It is a draft: announce it first, then its clock can run.'
          : placedSteps(agenda).length === 0
            ? 'Its agenda has no steps yet, so its clock cannot run.'
            : reader.keeps
              ? 'Press Start when the room is ready. Every screen follows.'
              : 'This page follows the room by itself once it begins.'}
      </p>
    </>
  );
}
