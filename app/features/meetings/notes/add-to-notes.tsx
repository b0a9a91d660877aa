import { useRef } from 'react';
import { deviceKey } from '~/features/drafts/device-words';
import { useDeviceWords } from '~/features/drafts/device-words-hook';
import { usePersonOfPage } from '~/features/drafts/person-of-page';
import { Button } from '~/ui/button';
import { longestParagraph } from './note';

/** What did not go through, to be mended. */
export type RefusedParagraph = { formId: string; words: string; message: string };

/** Adds a paragraph at the end of the notes; works without script, and never touches what others wrote. */
export function AddToNotes({
  action,
  formId,
  id,
  words,
  refused,
}: {
  action: string;
  formId: string;
  id: string;
  /** The notes so far: a paragraph that stands there has arrived. */
  words: string;
  refused?: RefusedParagraph | undefined;
}) {
  const form = useRef<HTMLFormElement>(null);
  useDeviceWords(form, {
    key: deviceKey(usePersonOfPage(), action),
    words: 'words',
    hasArrived: (typed) => words.includes(typed.trim()),
  });
  return (
    <form ref={form} method="post" action={action} autoComplete="off" className="mt-3">
      <input type="hidden" name="formId" value={refused?.formId ?? formId} />
      <label htmlFor={id} className="block font-semibold">
        Add to the notes
      </label>
      <textarea
        id={id}
        name="words"
        rows={3}
        className="control mt-1.5"
        maxLength={refused ? undefined : longestParagraph}
        defaultValue={refused?.words}
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? `${id}-error` : undefined}
      />
      {refused ? (
        <p id={`${id}-error`} className="mt-1 text-sm font-semibold text-away">
          {refused.message}
        </p>
      ) : null}
      <Button className="mt-2">Add</Button>
    </form>
  );
}
