import type { RoomState } from './room';

const bytes = new TextEncoder();

/** One event of a stream of server-sent events (WHATWG HTML, section 9.2.5); JSON has no line breaks of its own. */
const frame = (event: string, data: unknown) =>
  bytes.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

/** How soon a browser tries again after a stream has ended. */
export const firstFrame = bytes.encode('retry: 1000\n\n');
/** The last of a stream whose next one is asked for at once, and begins with all that the room shows. */
export const renewFrame = bytes.encode('retry: 50\n\n');
export const roomFrame = (state: RoomState) => frame('room', state);
/** So that no proxy takes the stream for dead, and each screen knows that it is not, and what time it is. */
export const beatFrame = (now: number, edition: number) => frame('beat', { now, edition });
/** The person has opened the room in more windows than one needs; this one is left out. */
export const elsewhereFrame = () => frame('elsewhere', {});
export const noteFrame = (note: { itemId: string; update: string; edition: number }) => frame('note', note);
