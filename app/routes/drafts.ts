import { readForm } from '~/platform/read-form.server';
import { data, redirect } from 'react-router';
import { z } from 'zod';
import { discardDraft, keepDraft } from '~/features/drafts/keep-draft.server';
import { safeReturnPath, signedIn } from '~/features/people/request-actor.server';
import { formatClock } from '~/lib/school-day';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import type { Route } from './+types/drafts';

const ids = z.uuid();
const kept = z.object({
  form: z.string().min(1).max(200),
  fields: z.string(),
  ended: z.coerce.number().int().nonnegative().optional(),
});

export function loader() {
  throwNotFound();
}

/** Keeps a form as typed, or throws it away (`discard`, from a button that works without script). */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, network, now } = signedIn(context);
  const id = ids.safeParse(params.draft);
  if (!id.success) throwNotFound();
  const sent = Object.fromEntries(await readForm(request));
  if ('discard' in sent) {
    const outcome = await discardDraft(database, actor.personId, id.data);
    if (!outcome.ok) refuse(outcome.problem);
    throw redirect(safeReturnPath(typeof sent.discard === 'string' ? sent.discard : null));
  }
  const draft = kept.safeParse(sent);
  if (!draft.success) return data({ clock: null }, { status: 400 });
  const outcome = await keepDraft(database, actor.personId, { id: id.data, ...draft.data }, now);
  if (!outcome.ok) {
    if (outcome.problem.kind === 'not_found') refuse(outcome.problem);
    return data({ clock: null }, { status: 400 });
  }
  const { ended, isKept } = outcome;
  return data({ clock: isKept ? formatClock(now, network.timeZone) : null, ended });
}
