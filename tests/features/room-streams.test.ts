import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { RoomStreams } from '~/features/meetings/live/room-streams.server';
import { addMeeting } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';
import { silentLog } from '../support/post-office';

let test: TestDatabase;
let meetingId: string;

beforeAll(async () => {
  test = openTestDatabase();
  const network = await makeSmallNetwork(test.database);
  meetingId = await test.database.inTransaction((tx) => addMeeting(tx, network, { announced: true }));
});
afterAll(() => test.remove());

function openStream(streams: RoomStreams) {
  const listening = { meetingId, personId: 'one', mayStay: () => Promise.resolve(true) };
  const stream = streams.open(listening, new AbortController().signal);
  if (!stream) throw new Error('No stream was opened');
  return stream.getReader();
}

/** Reads to the stream's end, telling the room a note of this size after each frame. */
async function readWhileTyping(letters: number) {
  const streams = new RoomStreams({
    ...{ database: test.database, clock: { now: () => Date.now() }, logger: silentLog },
  });
  const reader = openStream(streams);
  const update = 'A'.repeat(letters);
  let [bytes, frames, last, edition] = [0, 0, '', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    frames += 1;
    bytes += value.length;
    last = new TextDecoder().decode(value);
    edition += 1;
    tellRoom(meetingId, { kind: 'note', itemId: 'item', update, edition });
  }
  const left = streams.size;
  streams.closeAll();
  return { bytes, frames, last, left };
}

/** The router's writer keeps every chunk until the stream ends: what a stream may carry is what it may hold. */
describe('a stream is renewed', () => {
  it('after a few megabytes, however few the frames', async () => {
    const { bytes, frames, last, left } = await readWhileTyping(100_000);
    expect(bytes).toBeGreaterThan(1_500_000);
    expect(bytes).toBeLessThan(4_500_000);
    expect(frames).toBeLessThan(60);
    expect(last).toBe('retry: 50\n\n');
    expect(left).toBe(0);
  });

  it('after a thousand frames, however small', async () => {
    const { frames, last, left } = await readWhileTyping(10);
    expect(frames).toBeGreaterThan(450);
    expect(frames).toBeLessThanOrEqual(1010);
    expect(last).toBe('retry: 50\n\n');
    expect(left).toBe(0);
  });
});
