import { DiscardButton } from './discard-button';
import type { DraftState } from './draft';
import { DraftKeeper } from './draft-keeper';

/** The quiet line at a form's foot: what is kept, and the way to throw it away. */
export function DraftLine({ draft, version, back }: { draft: DraftState; version: number; back: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <DraftKeeper draft={draft} version={version} />
      {draft.kept ? (
        <DiscardButton draft={draft} back={back}>
          Discard my changes
        </DiscardButton>
      ) : null}
    </div>
  );
}
