import { clsx } from 'clsx';
import { useEffect, useId, useRef, useState } from 'react';
import { usePersonOfPage } from '~/features/drafts/person-of-page';
import { AddToNotes } from './add-to-notes';
import type { RefusedParagraph } from './add-to-notes';
import { longestNote } from './note';
import type { SubscribeToNotes } from './note';
import type { NoteStatus } from './note-exchange';

type Note = { meetingId: string; itemId: string; words: string };

type Props = {
  note: Note;
  /** What the notes are about: the item's title. */
  title: string;
  /** What the field is headed; on a page that is named after the item, simply that these are notes. */
  heading?: string;
  mayWrite: boolean;
  /** Who reads and writes here, in words. */
  seenBy?: string;
  /** The id of a paragraph added without script. */
  formId: string;
  /** Where the form without script comes back to. */
  back: string;
  subscribe: SubscribeToNotes;
  refused?: RefusedParagraph | undefined;
};

const everybody =
  'Everybody of this meeting reads and writes here, and it is saved as you type. Please name no student.';

function statusWords(status: NoteStatus): string {
  if (status.kind === 'saving') return 'Saving…';
  if (status.kind === 'saved') return `Saved ${status.clock}`;
  if (status.kind === 'trying') return 'Not saved yet; trying again. What you typed is kept on this device.';
  if (status.kind === 'refused') return `${status.why} What you typed is kept on this device.`;
  return '';
}

/** What was typed into the form before its script came goes to the end of the notes, as if it was typed there. */
function takeEarlyWords(form: HTMLDivElement | null, field: HTMLTextAreaElement): void {
  const early = form?.querySelector('textarea');
  if (!early || early.value.trim() === '') return;
  const words = early.value;
  const hadFocus = document.activeElement === early;
  early.value = '';
  if (hadFocus) field.focus();
  field.setRangeText(
    field.value === '' ? words : `\n\n${words}`,
    field.value.length,
    field.value.length,
    'end',
  );
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Opens the notes in a field once the script for it is here. */
function useOpenNote({ meetingId, itemId }: Note, subscribe: SubscribeToNotes) {
  const personId = usePersonOfPage();
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const [status, setStatus] = useState<NoteStatus>({ kind: 'opening' });
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    let close: (() => void) | undefined;
    let isGone = false;
    const open = async () => {
      const { openNoteIn } = await import('./note-session');
      if (isGone || !field.current) return;
      const area = field.current;
      const path = `/meetings/${meetingId}/notes/${itemId}/changes`;
      const onOpen = () => {
        area.hidden = false;
        takeEarlyWords(form.current, area);
        setIsOpen(true);
      };
      close = openNoteIn({ field: area, path, itemId, personId }, { subscribe, report: setStatus, onOpen });
    };
    open().catch(() => setStatus({ kind: 'quiet' }));
    return () => {
      isGone = true;
      close?.();
    };
  }, [meetingId, itemId, personId, subscribe]);
  return { field, form, status, isOpen };
}

/**
 * The notes of one item of the agenda. With script a field that several hands type in at once; without, the words so far and a form
 * that adds a paragraph. Give it a `key` of the item, and a `subscribe` that stays the same from render to render.
 */
export function SharedNote(props: Props) {
  const { note, title, heading = 'Notes', mayWrite, seenBy = everybody } = props;
  const { formId, back, subscribe, refused } = props;
  const id = useId();
  const { field, form, status, isOpen } = useOpenNote(note, subscribe);
  const action = `/meetings/${note.meetingId}/notes/${note.itemId}?${new URLSearchParams({ back }).toString()}`;
  return (
    <section aria-label={`Notes on ${title}`} id={`notes-${note.itemId}`} className="scroll-mt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={`${id}-field`} className={clsx('font-semibold', !isOpen && 'sr-only')} dir="auto">
          {heading}
        </label>
        <span role="status" className="text-sm text-soft">
          {statusWords(status)}
        </span>
      </div>
      {isOpen ? null : (
        <div ref={form}>
          <p className="font-semibold" aria-hidden="true" dir="auto">
            {heading}
          </p>
          <Words words={note.words} />
          {mayWrite ? (
            <AddToNotes {...{ action, formId, refused }} words={note.words} id={`${id}-add`} />
          ) : null}
        </div>
      )}
      <textarea
        ref={field}
        id={`${id}-field`}
        hidden={!isOpen}
        readOnly={!mayWrite}
        rows={8}
        maxLength={longestNote}
        aria-describedby={`${id}-who`}
        className="control mt-1.5 min-h-40"
      />
      <p id={`${id}-who`} className="mt-1 text-sm text-soft">
        {mayWrite ? seenBy : 'These notes are closed.'}
      </p>
    </section>
  );
}

function Words({ words }: { words: string }) {
  if (words === '') return <p className="mt-1.5 text-soft">Nothing is noted yet.</p>;
  return <div className="mt-1.5 break-words whitespace-pre-wrap">{words}</div>;
}
