/**
 * What a form needs to keep its draft: `kept` is what was kept before, `draftId` the id to keep it under, `ended` how often
 * this person's draft of it has ended.
 */
export type DraftState = {
  form: string;
  draftId: string;
  ended: number;
  kept: { fields: string; savedClock: string } | null;
};

/** The longest a kept form may be, in characters of its names and values. */
export const longestDraft = 60_000;

/** The name of a form's draft: which form, of which thing. */
export function draftForm(kind: string, subjectId: string): string {
  return `${kind}/${subjectId}`;
}
