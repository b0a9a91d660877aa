import { loadAgainOnConflict } from '~/features/drafts/draft-hooks';

/** A preview is an answer to the form, not a change of the page: what is typed and looked at stays as it is. */
export function stayInForm(asked: { actionStatus?: number; defaultShouldRevalidate: boolean }): boolean {
  return asked.actionStatus === 200 ? false : loadAgainOnConflict(asked);
}
