/** What goes out to a room: that it changed, or what was typed into one of its notes. */
export type RoomNews =
  | { kind: 'room' }
  /** `update` is a Yjs update in base64; `edition` that of the note after it. */
  | { kind: 'note'; itemId: string; update: string; edition: number };

type Listener = (news: RoomNews) => void;

const listeners = new Map<string, Set<Listener>>();

/** Hears of one meeting's news in this process until the returned function is called. */
export function listenToRoom(meetingId: string, listener: Listener): () => void {
  const ofRoom = listeners.get(meetingId) ?? new Set<Listener>();
  listeners.set(meetingId, ofRoom.add(listener));
  return () => {
    ofRoom.delete(listener);
    if (ofRoom.size === 0 && listeners.get(meetingId) === ofRoom) listeners.delete(meetingId);
  };
}

/** Tells everybody in the room, after the change was committed. */
export function tellRoom(meetingId: string, news: RoomNews): void {
  for (const listener of [...(listeners.get(meetingId) ?? [])]) listener(news);
}
