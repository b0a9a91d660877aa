import type { DraftState } from '~/features/drafts/draft';
import { formProblem } from '~/lib/form-guard';
import { parseForm } from '~/platform/read-form.server';
import { presentForm } from './present-form';
import type { PresentForm } from './present-form';

/**
 * The form as it begins: with what was kept of it, else as the cycle has it (`start`); null where its words need another look
 * before anything can be shown.
 */
export function formToShow(draft: DraftState, start: Partial<PresentForm>): PresentForm | null {
  if (!draft.kept) return presentForm.safeParse(start).data ?? null;
  const kept = new URLSearchParams(draft.kept.fields);
  if (formProblem(kept) !== null) return null;
  const fields = new FormData();
  for (const [name, value] of kept) fields.append(name, value);
  const submission = parseForm(fields, { schema: presentForm });
  return submission.status === 'success' ? submission.value : null;
}
