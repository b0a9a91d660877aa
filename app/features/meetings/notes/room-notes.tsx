import { useState } from 'react';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import type { NoteWords, SubscribeToNotes } from './note';
import { SharedNote } from './shared-note';

type Item = { id: string; title: string };

type Props = {
  meetingId: string;
  /** The item the room is in; null outside one. */
  item: Item | null;
  notes: readonly Pick<NoteWords, 'itemId' | 'words'>[];
  mayWrite: boolean;
  formId: string;
  subscribe: SubscribeToNotes;
};

/**
 * The notes on the item the room is in. Whoever is writing when the room moves on goes on writing where they are: the notes change
 * when they leave the field.
 */
export function RoomNotes({ meetingId, item, notes, mayWrite, formId, subscribe }: Props) {
  const [isWriting, setIsWriting] = useState(false);
  const [held, setHeld] = useState(item);
  if (!isWriting && held?.id !== item?.id) setHeld(item);
  if (held === null) return null;
  const words = notes.find(({ itemId }) => itemId === held.id)?.words ?? '';
  return (
    <Card>
      <div
        onFocus={() => setIsWriting(true)}
        onBlur={(event) => setIsWriting(event.currentTarget.contains(event.relatedTarget))}
      >
        {held.id === item?.id ? null : (
          <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
            <p role="status">
              {item ? `The room has moved on to “${item.title}”.` : 'The room has left this item.'} You are
              still writing on “{held.title}”.
            </p>
            <Button type="button" onClick={() => setHeld(item)}>
              {item ? 'Go to its notes' : 'Close these notes'}
            </Button>
          </div>
        )}
        <SharedNote
          key={held.id}
          {...{ mayWrite, formId, subscribe }}
          note={{ meetingId, itemId: held.id, words }}
          title={held.title}
          heading={`Notes of “${held.title}”`}
          back={`/meetings/${meetingId}/live`}
        />
      </div>
    </Card>
  );
}
