import { Button } from '~/ui/button';
import type { DraftState } from './draft';

/** Throws the draft away and opens the page afresh; works inside any form, and without script. */
export function DiscardButton({
  draft,
  back,
  children,
}: {
  draft: DraftState;
  back: string;
  children: string;
}) {
  if (!draft.kept)
    return (
      <a href={back} className="inline-flex min-h-11 items-center px-2 underline">
        {children}
      </a>
    );
  return (
    <Button formAction={`/drafts/${draft.draftId}`} formNoValidate name="discard" value={back} tone="quiet">
      {children}
    </Button>
  );
}
