import type { Submission } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { data } from 'react-router';
import type { z } from 'zod';
import { formProblem } from '~/lib/form-guard';

function refuseForm(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to answer with a status
  throw data('This form could not be read.', { status: 400 });
}

/** The fields of a posted form; what cannot be one of our forms is refused with 400 before anything is built from it. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) refuseForm();
  const text = await request.text().catch(refuseForm);
  if (text.split('&', 502).length > 501) refuseForm();
  const fields = new URLSearchParams(text);
  fields.delete('__state__');
  if (formProblem(fields) !== null) refuseForm();
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

/** Reads the fields of `readForm` by a schema: the one way a form reaches a command. */
export function parseForm<T extends z.ZodType>(
  form: FormData,
  { schema }: { schema: T },
): Submission<z.output<T>, string[]> {
  return parseWithZod(form, { schema });
}
