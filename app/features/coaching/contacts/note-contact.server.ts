import { and, eq } from 'drizzle-orm';
import { coachContact, team } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { coachesTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import type { ContactForm } from './contact-form';
import { contactWords } from './contact-words';

/**
 * Notes a visit, call, message or meeting with a team. A second submit of the same form changes nothing; other words from a
 * form that was sent before are asked about.
 */
export function noteContact(
  database: Database,
  actor: Actor,
  input: { teamId: string; form: ContactForm },
  now: number,
): Promise<Outcome> {
  const { teamId, form } = input;
  return database.inTransaction(async (tx) => {
    const readable = await tx
      .select({ id: team.id })
      .from(team)
      .where(and(eq(team.id, teamId), readableTeam(actor, team.id)));
    if (readable.length === 0) return notFound;
    if (!coachesTeam(actor, teamId)) return notAllowed('Only the coaches of a team note a contact with it.');
    const there = await tx.select().from(coachContact).where(eq(coachContact.id, form.contactId));
    if (there[0]) return notedBefore(there[0], { personId: actor.personId, teamId, form });
    const { contactId: id, kind, happenedOn, note = '' } = form;
    await tx
      .insert(coachContact)
      .values({ id, teamId, coachId: actor.personId, kind, happenedOn, note, notedAt: now });
    await recordActivity(
      tx,
      {
        ...{ kind: 'contact_noted', actorId: actor.personId, teamId, aboutId: id },
        detail: `a ${contactWords[kind].toLowerCase()}`,
      },
      now,
    );
    return { ok: true };
  });
}

function notedBefore(
  there: typeof coachContact.$inferSelect,
  { personId, teamId, form }: { personId: string; teamId: string; form: ContactForm },
): Outcome {
  if (there.teamId !== teamId || there.coachId !== personId) return notFound;
  const { kind, happenedOn, note = '' } = form;
  return there.kind === kind && there.happenedOn === happenedOn && there.note === note
    ? { ok: true }
    : invalid('Something was sent from this form before. Note this one beside it?', { contactId: ['again'] });
}
