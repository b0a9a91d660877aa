import { DiscardButton } from './discard-button';
import type { DraftState } from './draft';
import { DraftKeeper } from './draft-keeper';

/** The quiet line at a form's foot: what is kept, and the way to throw it away. */
export function DraftLine({
  draft,
  back,
  onlyTyped = false,
}: {
  draft: DraftState;
  back: string;
  /** What was handed in without anything typed is no draft: the form begins with its words anyway. */
  onlyTyped?: boolean;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <DraftKeeper draft={draft} onlyTyped={onlyTyped} />
      {draft.kept ? (
        <DiscardButton draft={draft} back={back}>
          Discard my changes
        </DiscardButton>
      ) : null}
    </div>
  );
}
