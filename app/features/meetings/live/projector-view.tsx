import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '~/ui/button';
import { useScriptReady } from '~/ui/script-ready';
import type { AgendaItem } from '../agenda/agenda';
import { placedSteps, stepOnScreen, whereInAgenda } from './agenda-place';
import type { Placed } from './agenda-place';
import { ClockControls, usePressing } from './clock-controls';
import { LinkLine } from './link-line';
import type { LiveView } from './live-view';
import { useClockKeys } from './projector-keys';
import type { RoomClock, RoomState } from './room';
import { RoomTime } from './room-time';
import { SaidWall } from './said-wall';
import { useRoom } from './use-room';
import { voicesOfStep } from './voice-rules';
import { itemLine, outsideSpoken, StepSpoken } from './where-we-are';

/** What stands on the screen of the room beside the clock. */
export const shownOnScreen = ['step', 'said', 'presentation'] as const;
export type ShownOnScreen = (typeof shownOnScreen)[number];

const shownWords: Record<ShownOnScreen, string> = {
  step: 'The step',
  said: 'Questions and votes',
  presentation: 'The storyboard',
};

type Props = {
  view: LiveView;
  shows: ShownOnScreen;
  /** The storyboard of the presenting team, where it agreed to show one. */
  presentation?: ((item: AgendaItem) => ReactNode) | undefined;
  /** What an item is there to look at: stands beside its step by itself; null where there is none. */
  leads: (item: AgendaItem, room: RoomState) => ReactNode;
};

/** The screen of the room: read from its last row, without the names of those who say something. */
export function ProjectorView({ view, shows, presentation, leads }: Props) {
  const { meeting, agenda, reader, ids } = view;
  const { room, state, link } = useRoom(meeting.id, view.room);
  const { clock } = room;
  const { here, before, next } = whereInAgenda(agenda, stepOnScreen(room));
  const pressing = usePressing({ meetingId: meeting.id, clock, firstId: ids.press, view: 'projector' });
  const keeps = reader.keeps && !room.isCancelled && placedSteps(agenda).length > 0;
  useClockKeys(keeps, clock.state, pressing.press);
  const path = `/meetings/${meeting.id}/live/projector`;
  const board = here && presentation ? presentation(here.item) : null;
  const lead = here ? leads(here.item, room) : null;
  const beside = shows === 'said' ? null : ((shows === 'presentation' ? board : null) ?? lead);
  const isLarge = shows !== 'said' && beside === null;
  const isCompact = here !== null && !isLarge;
  const nextUp = next
    ? `Next: ${next.step.title}, ${next.step.minutes} min`
    : here
      ? 'This is the last step.'
      : '';
  return (
    <main id="content" className="flex min-h-screen flex-col gap-[1.5vh] px-[4vw] py-[2.5vh]">
      <header className="flex flex-wrap items-baseline justify-between gap-x-8 text-[clamp(1rem,1.3vw,1.5rem)]">
        <h1 className="text-[1em] font-semibold">{meeting.title}</h1>
        {isCompact ? <p className="text-soft">{nextUp}</p> : null}
        <LinkLine state={state} here={path} />
      </header>
      <StepSpoken here={here} words={outsideSpoken(room)} />
      <div className="flex grow flex-col justify-center">
        {here === null ? (
          <p className="text-[clamp(2rem,5vw,5.5rem)] leading-tight font-bold text-balance">
            {outsideWords(clock.state, room.isCancelled)}
          </p>
        ) : isLarge ? (
          <LargeStep
            here={here}
            time={
              <RoomTime
                {...{ link, room }}
                timeZone={meeting.timeZone}
                className="text-[clamp(5rem,17vw,22rem)]"
              />
            }
          />
        ) : (
          <div className="flex grow flex-col gap-[1.5vh]">
            <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-2">
              <div className="min-w-0">
                <p className="text-[clamp(1rem,1.4vw,1.5rem)] text-soft">{itemLine(here)}</p>
                <h2 className="text-[clamp(1.75rem,2.6vw,3rem)] leading-tight">{here.step.title}</h2>
              </div>
              <RoomTime
                {...{ link, room }}
                timeZone={meeting.timeZone}
                className="text-[clamp(2.75rem,4.4vw,5.5rem)]"
              />
            </div>
            {shows === 'said' ? (
              <SaidWall said={room.contributions.filter(({ itemId }) => itemId === here.item.id)} />
            ) : (
              beside
            )}
          </div>
        )}
      </div>
      {isCompact ? null : <p className="text-[clamp(1.125rem,2vw,2.25rem)] text-soft">{nextUp}</p>}
      <footer className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-t border-line pt-3 print:hidden">
        <nav aria-label="What the screen shows" className="flex flex-wrap gap-x-5">
          {shownOnScreen
            .filter((one) => one !== 'presentation' || board !== null)
            .map((one) => (
              <Link
                key={one}
                to={one === 'step' ? path : `${path}?show=${one}`}
                replace
                preventScrollReset
                aria-current={one === shows ? 'page' : undefined}
                className={`inline-flex min-h-11 items-center no-underline ${one === shows ? 'font-semibold text-ink' : 'text-soft'}`}
              >
                {shownWords[one]}
              </Link>
            ))}
          <Link
            to={`/meetings/${meeting.id}/live`}
            className="inline-flex min-h-11 items-center text-soft no-underline"
          >
            Leave the screen
          </Link>
          <FullScreen />
        </nav>
        {keeps ? (
          <ClockControls
            {...{ pressing, clock }}
            {...{ meetingId: meeting.id, firstId: ids.press, view: 'projector' }}
            otherDay={view.otherDay}
            isFirst={before === null}
            isLast={next === null}
          />
        ) : null}
      </footer>
    </main>
  );
}

function LargeStep({ here, time }: { here: Placed; time: ReactNode }) {
  const { item, step } = here;
  return (
    <div className="grid grid-cols-1 items-center gap-x-[5vw] gap-y-[3vh] lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="text-[clamp(1.125rem,2vw,2.25rem)] text-soft">{itemLine(here)}</p>
        <h2 className="mt-1 text-[clamp(2.5rem,6vw,7rem)] leading-[1.05] font-bold wrap-anywhere">
          {step.title}
        </h2>
        {step.prompt === '' ? null : (
          <p
            className="mt-[2vh] text-[clamp(1.25rem,2.6vw,3rem)] leading-snug whitespace-pre-line"
            dir="auto"
          >
            {step.prompt}
          </p>
        )}
        {item.focus === '' ? null : (
          <p className="mt-[2vh] text-[clamp(1.125rem,2vw,2.25rem)] leading-snug" dir="auto">
            “{item.focus}”
          </p>
        )}
        <p className="mt-[2vh] text-[clamp(1.125rem,2vw,2.25rem)] text-soft">{voicesOfStep(step)}</p>
      </div>
      <div className="text-[clamp(1rem,1.4vw,1.5rem)]">{time}</div>
    </div>
  );
}

function outsideWords(state: RoomClock['state'], isCancelled: boolean): string {
  if (isCancelled) return 'This meeting was cancelled.';
  return state === 'ended' ? 'Thank you. The meeting has ended.' : 'Welcome. We begin in a moment.';
}

function FullScreen() {
  const runs = useScriptReady();
  if (!runs || !document.fullscreenEnabled) return null;
  return (
    <Button
      type="button"
      tone="quiet"
      className="no-underline"
      onClick={() => void document.documentElement.requestFullscreen()}
    >
      Fill the screen
    </Button>
  );
}
