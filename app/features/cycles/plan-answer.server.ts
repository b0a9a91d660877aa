import { parseForm } from '~/platform/read-form.server';
import { planForm, readyPlanForm } from './cycle-forms';

/** Reads a plan's form: `begin` asks for whole predictions; `overwrite` names the version to write over after a conflict. */
export function readPlanForm(formData: FormData) {
  const begin = formData.get('step') === 'begin';
  const submission = parseForm(formData, { schema: begin ? readyPlanForm : planForm });
  const overwrite = formData.get('overwrite');
  return { submission, begin, overwrite: overwrite === null ? null : Number(overwrite) };
}
