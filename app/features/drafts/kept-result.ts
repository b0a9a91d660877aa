import { parse } from '@conform-to/react';
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
export function keptResult(draft: DraftState): SubmissionResult | null {
  if (!draft.kept) return null;
  const { payload } = parse(new URLSearchParams(draft.kept.fields), {
    resolve: (fields) => ({ value: fields }),
  });
  return {
    initialValue: Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, textOnly(value)])),
  };
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
