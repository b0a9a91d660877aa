import { clsx } from 'clsx';
import { formatClock } from '~/lib/school-day';
import { useScriptReady } from '~/ui/script-ready';
import { leftWords } from './clock-rules';
import type { RoomState } from './room';
import type { RoomLink } from './room-link';
import { useTimeLeft } from './use-room';

const minuteMs = 60_000;

type Props = { link: RoomLink; room: RoomState; timeZone: string; className?: string };

/** The time left of the step, the same on every screen. Without script it says when it was looked at. */
export function RoomTime({ link, room, timeZone, className }: Props) {
  const left = useTimeLeft(link, room);
  const runs = useScriptReady();
  const { clock } = room;
  const [time = '', over = ''] = leftWords(left).split(' ');
  const at = runs ? '' : `, at ${formatClock(room.now, timeZone)}:${secondsOf(room.now)}`;
  return (
    <div>
      <p
        role="timer"
        className={clsx(
          'leading-none font-bold whitespace-nowrap tabular-nums',
          over !== '' && 'text-early',
          className,
        )}
      >
        <span className="sr-only">Time left: </span>
        {time}
        {over === '' ? null : <span className="text-[0.35em] font-semibold"> {over}</span>}
      </p>
      <p className="mt-1 text-soft">
        {over === '' ? 'left ' : ''}
        {minutesWords(clock.allowed)}
        {at}
        {clock.state === 'paused'
          ? ' · the clock stands still'
          : over === ''
            ? ''
            : ' · take the time you need'}
      </p>
    </div>
  );
}

const secondsOf = (instant: number) => String(Math.floor(instant / 1000) % 60).padStart(2, '0');

function minutesWords(allowed: number): string {
  const minutes = Math.round(allowed / minuteMs);
  return `of ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
