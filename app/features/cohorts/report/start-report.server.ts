import { eq } from 'drizzle-orm';
import { cohortReport } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { facilitates } from '~/features/people/people-policy';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { titleOf } from './report-form';
import type { NewReportForm } from './report-form';

export const newReportDraft = (cohortId: string) => draftForm('cohort-report-new', cohortId);

/** Begins a report of a cohort the actor facilitates. A second submit of the same form changes nothing. */
export function startReport(
  database: Database,
  actor: Actor,
  { cohortId, ...form }: NewReportForm & { cohortId: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    if (!facilitates(actor, cohortId)) return notFound;
    const { id, from: fromDay, through: throughDay } = form;
    const title = titleOf(form);
    const there = await tx
      .select({ cohortId: cohortReport.cohortId })
      .from(cohortReport)
      .where(eq(cohortReport.id, id));
    if (there[0]) return there[0].cohortId === cohortId ? { ok: true } : notFound;
    const by = { createdBy: actor.personId, createdAt: now, changedBy: actor.personId, changedAt: now };
    await tx.insert(cohortReport).values({ id, cohortId, title, fromDay, throughDay, ...by });
    await endDraft(tx, actor.personId, newReportDraft(cohortId));
    return { ok: true };
  });
}
