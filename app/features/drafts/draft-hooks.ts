import { parse } from '@conform-to/react';
import { useMemo } from 'react';
import type { SubmissionResult } from '@conform-to/react';
import type { DraftState } from './draft';

type Text = string | Text[] | { [name: string]: Text };

/** A draft is text only, so a file among its fields is nothing. */
function textOnly(payload: unknown): Text {
  if (Array.isArray(payload)) return payload.map(textOnly);
  if (typeof payload === 'string') return payload;
  if (typeof payload !== 'object' || payload === null || payload instanceof File) return '';
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, textOnly(value)]));
}

/** A kept form as the result a form begins with; null when nothing is kept. */
function keptResult(draft: DraftState): SubmissionResult | null {
  if (!draft.kept) return null;
  const { payload } = parse(new URLSearchParams(draft.kept.fields), {
    resolve: (fields) => ({ value: fields }),
  });
  return {
    initialValue: Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, textOnly(value)])),
  };
}

/** As `keptResult`; the same object for the same draft, as the form library asks of results. */
export function useKeptResult(draft: DraftState): SubmissionResult | null {
  return useMemo(() => keptResult(draft), [draft]);
}

/** Mounts a form afresh when its record or its kept draft is another one. */
export function formKey(version: number, draft: DraftState): string {
  return `${version}-${draft.kept?.fields ?? ''}`;
}

/** True once the page holds the version that the typed one ran into; until then it would show an old one as theirs. */
export function isConflict(
  answer: { conflict: boolean; result: SubmissionResult },
  version: number,
): boolean {
  return answer.conflict && Number(answer.result.initialValue?.version) !== version;
}

/** Loads again after a conflict, so that the page holds the version it has to show beside the typed one. */
export function loadAgainOnConflict({
  actionStatus,
  defaultShouldRevalidate,
}: {
  actionStatus?: number;
  defaultShouldRevalidate: boolean;
}): boolean {
  return actionStatus === 409 || defaultShouldRevalidate;
}

/**
 * As `loadAgainOnConflict`, for forms with lists or a preview. An answer of 200 comes from a list's button (add, move, remove) or
 * shows what would be written: nothing was, and loading again would mount the form afresh while its draft is behind.
 */
export function loadAgainOnceWritten(asked: {
  actionStatus?: number;
  defaultShouldRevalidate: boolean;
}): boolean {
  return asked.actionStatus !== 200 && loadAgainOnConflict(asked);
}
