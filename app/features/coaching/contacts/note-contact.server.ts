import { and, eq } from 'drizzle-orm';
import { coachContact, team } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { coachesTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import type { ContactForm } from './contact-form';
import { contactWords } from './contact-words';

/** Notes a visit, call, message or meeting with a team. A second submit of the same form changes nothing. */
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
    const there = await tx
      .select({ teamId: coachContact.teamId, coachId: coachContact.coachId })
      .from(coachContact)
      .where(eq(coachContact.id, form.contactId));
    if (there[0])
      return there[0].teamId === teamId && there[0].coachId === actor.personId ? { ok: true } : notFound;
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
