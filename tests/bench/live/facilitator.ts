import { v7 as uuidv7 } from 'uuid';
import type { ClockMove } from '#db/vocabulary';
import { clockOf, emptyPlace, pressClock } from '~/features/meetings/live/clock-rules';
import type { RoomTimes } from '~/features/meetings/live/clock-rules';
import type { RoomClock } from '~/features/meetings/live/room';
import type { MeetingOfMany } from './meeting-of-many';
import type { Heard } from './screens';

export type Press = {
  move: ClockMove;
  /** The instant before it was sent. */
  at: number;
  expected: RoomClock;
  before: string;
  /** When each screen showed it. */
  seen: Map<number, number>;
};

const usual: readonly ClockMove[] = ['next', 'pause', 'resume', 'extend', 'back', 'next', 'resume'];
const whole = ({ state, stepId, allowed }: RoomClock) => `${state} ${stepId} ${allowed}`;

/** Presses on the clock, and knows by the rules where it must stand afterwards: the witness. */
export class Facilitator {
  readonly presses: Press[] = [];
  readonly refused: string[] = [];
  private room: RoomTimes;

  constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly meeting: MeetingOfMany,
  ) {
    this.room = { place: emptyPlace, steps: meeting.steps, times: new Map() };
  }

  get clock(): RoomClock {
    const { place, steps, times } = this.room;
    const step = steps.find(({ id }) => id === place.stepId);
    const time = step ? (times.get(step.id) ?? { elapsed: 0, added: 0 }) : null;
    return clockOf(place, step && time ? { minutes: step.minutes, ...time } : null);
  }

  get itemId(): string {
    const { stepId } = this.room.place;
    const step = this.meeting.steps.find(({ id }) => id === stepId) ?? this.meeting.steps[0];
    return step?.itemId ?? '';
  }

  /** Presses what changes something, by chance. */
  async pressSomething(): Promise<void> {
    if (this.room.place.startedAt === null) return this.press('start');
    const now = Date.now();
    const possible = usual.filter((move) => pressClock(this.room, move, now) !== null);
    const move = possible[Math.floor(Math.random() * possible.length)];
    if (move) await this.press(move);
  }

  async press(move: ClockMove): Promise<void> {
    const at = Date.now();
    const change = pressClock(this.room, move, at);
    if (!change) return;
    const { stepId } = this.room.place;
    const before = JSON.stringify(this.clock);
    const times = new Map(this.room.times);
    if (change.time) times.set(change.time.stepId, change.time);
    this.room = { ...this.room, place: change.place, times };
    this.presses.push({ move, at, expected: this.clock, before, seen: new Map() });
    const response = await fetch(`${this.url}/meetings/${this.meeting.meetingId}/clock`, {
      ...{ method: 'POST', redirect: 'manual', headers: { Cookie: this.cookie, Origin: this.url } },
      body: new URLSearchParams({ id: uuidv7(), move, ...(stepId === null ? {} : { stepId }) }),
    });
    if (response.status !== 302) this.refused.push(`${move}: ${response.status}`);
  }

  hear(screen: number, heard: Heard): void {
    const press = this.presses.at(-1);
    if (!press || heard.kind !== 'room' || heard.at < press.at || press.seen.has(screen)) return;
    if (whole(heard.state.clock) === whole(press.expected)) press.seen.set(screen, heard.at);
  }
}
