import type { NoteNews, SubscribeToNotes } from './note';

function newsOf(text: unknown): NoteNews | null {
  try {
    const value: unknown = JSON.parse(String(text));
    if (typeof value !== 'object' || value === null) return null;
    if (!('itemId' in value && 'update' in value && 'edition' in value)) return null;
    return { itemId: String(value.itemId), update: String(value.update), edition: Number(value.edition) };
  } catch {
    return null;
  }
}

/** What others type, from the stream of a meeting's events; for pages that have no stream of their own. */
export function notesOfMeeting(meetingId: string): SubscribeToNotes {
  return (listener) => {
    const stream = new EventSource(`/meetings/${meetingId}/live/events`);
    stream.addEventListener('open', () => listener('back'));
    stream.addEventListener('note', (event) => {
      const news = newsOf(event.data);
      if (news) listener(news);
    });
    return () => stream.close();
  };
}
