import type { ReactNode } from 'react';
import { Button, ButtonLink } from '~/ui/button';
import { ConflictChoice } from '~/ui/conflict-choice';
import type { Difference } from '~/ui/conflict-choice';
import { DiscardButton } from './discard-button';
import type { DraftState } from './draft';
import { DraftLine } from './draft-line';

/** Two people changed a record that has a draft: taking theirs throws the draft away. Sits inside the form; `here` is its page. */
export function DraftConflict({
  draft,
  here,
  ...conflict
}: {
  by: string;
  differences: Difference[];
  version: number;
  draft: DraftState;
  here: string;
}) {
  return (
    <ConflictChoice
      {...conflict}
      takeTheirs={
        <DiscardButton draft={draft} back={here}>
          Take theirs
        </DiscardButton>
      }
    />
  );
}

/** The foot of a form that changes a record: what is kept of it, the way back, and the button with the words given. */
export function EditFoot({
  draft,
  here,
  back,
  children,
}: {
  draft: DraftState;
  here: string;
  /** Where the record is read. */
  back: string;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <DraftLine draft={draft} back={here} />
      <div className="flex gap-2">
        <ButtonLink to={back} tone="quiet">
          Back
        </ButtonLink>
        <Button tone="primary">{children}</Button>
      </div>
    </div>
  );
}
