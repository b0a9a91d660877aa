import { randomBytes } from 'node:crypto';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cohort, cohortTeam, invitation, lea, school, team } from '#db/schema';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import { addDays } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import type { Mail, Mailer } from '~/platform/mailer.server';
import { findPersonByEmail } from './account.server';
import type { Actor } from './actor';
import { hashOf, listInvitationTargets } from './invitation-queries.server';
import { canInvite, invitableRoles } from './people-policy';
import type { InvitationForm } from './sign-in-forms';

const lookAgain = 'One answer below needs another look. Nothing was lost.';
const goodForMs = 14 * 86_400_000;

async function idByName(
  tx: Connection,
  table: typeof lea | typeof cohort,
  name: string,
): Promise<string | null> {
  const rows = await tx.select({ id: table.id }).from(table).where(eq(table.name, name));
  return rows[0]?.id ?? null;
}

/** The team a form names: one in reach, or a new one with its LEA and school where they are new too. */
async function teamFor(
  tx: Connection,
  actor: Actor,
  form: InvitationForm,
  { now, today }: { now: number; today: SchoolDay },
): Promise<string | null> {
  if (form.teamId) {
    const { teams } = await listInvitationTargets(tx, actor);
    return teams.find((one) => one.id === form.teamId)?.id ?? null;
  }
  const { newLea, newSchool, newTeam } = form;
  if (!actor.isAdministrator || !newLea || !newSchool || !newTeam) return null;
  const leaId = (await idByName(tx, lea, newLea)) ?? uuidv7();
  await tx.insert(lea).values({ id: leaId, name: newLea }).onConflictDoNothing();
  const schools = await tx
    .select({ id: school.id })
    .from(school)
    .where(and(eq(school.leaId, leaId), eq(school.name, newSchool)));
  const schoolId = schools[0]?.id ?? uuidv7();
  if (!schools[0]) await tx.insert(school).values({ id: schoolId, leaId, name: newSchool });
  const teams = await tx
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.schoolId, schoolId), eq(team.name, newTeam)));
  if (teams[0]) return teams[0].id;
  const teamId = uuidv7();
  await tx.insert(team).values({ id: teamId, schoolId, name: newTeam, createdAt: now });
  const cohortId = await cohortFor(tx, form, today);
  if (cohortId !== null) await tx.insert(cohortTeam).values({ id: uuidv7(), cohortId, teamId });
  return teamId;
}

async function cohortFor(tx: Connection, form: InvitationForm, today: SchoolDay): Promise<string | null> {
  if (form.cohortId) {
    const rows = await tx.select({ id: cohort.id }).from(cohort).where(eq(cohort.id, form.cohortId));
    return rows[0]?.id ?? null;
  }
  if (!form.newCohort) return null;
  const known = await idByName(tx, cohort, form.newCohort);
  if (known !== null) return known;
  const id = uuidv7();
  await tx.insert(cohort).values({ id, name: form.newCohort, startsOn: today, endsOn: addDays(today, 300) });
  return id;
}

async function sendMail(mailer: Mailer, mail: Mail): Promise<boolean> {
  return mailer.send(mail).then(
    () => true,
    () => false,
  );
}

type Desk = { database: Database; mailer: Mailer; publicUrl: string };

/**
 * Invites a person by mail. The link holds a secret of which only a hash is kept. A second submit of the same form
 * sends nothing more.
 */
export async function invitePerson(
  { database, mailer, publicUrl }: Desk,
  actor: Actor,
  form: InvitationForm,
  { now, today, networkName }: { now: number; today: SchoolDay; networkName: string },
): Promise<Outcome> {
  if (!canInvite(actor)) return notAllowed('Administrators and facilitators invite people.');
  if (!invitableRoles(actor).includes(form.role))
    return invalid('Nothing was sent yet.', { role: ['An administrator invites people to this role.'] });
  const token = randomBytes(24).toString('base64url');
  const outcome = await database.inTransaction(async (tx): Promise<Outcome<{ send: boolean }>> => {
    const there = (await tx.select().from(invitation).where(eq(invitation.id, form.id)))[0];
    if (there && there.invitedBy !== actor.personId) return notFound;
    if (there && (there.email !== form.email || there.role !== form.role))
      return invalid(
        'This form was sent before with other answers. Open the page again to invite somebody else.',
      );
    if (there?.mailedAt != null) return { ok: true, send: false };
    if (there) {
      await tx
        .update(invitation)
        .set({ tokenHash: hashOf(token) })
        .where(eq(invitation.id, there.id));
      return { ok: true, send: true };
    }
    if (form.email === actor.email) return invalid(lookAgain, { email: ['This is your own address.'] });
    if (form.cohortId && (await cohortFor(tx, form, today)) === null)
      return invalid(lookAgain, { cohortId: ['Choose a cohort from the list.'] });
    const waiting = await tx
      .select({ id: invitation.id })
      .from(invitation)
      .where(
        and(
          eq(invitation.email, form.email),
          eq(invitation.role, form.role),
          form.teamId ? eq(invitation.teamId, form.teamId) : undefined,
          isNull(invitation.acceptedAt),
          gt(invitation.expiresAt, now),
        ),
      );
    if (waiting.length > 0)
      return invalid(lookAgain, { email: ['This person has an invitation that still waits.'] });
    const forTeam = form.role === 'teacher' || form.role === 'coach';
    const teamId = forTeam ? await teamFor(tx, actor, form, { now, today }) : null;
    if (forTeam && teamId === null)
      return invalid('Nothing was sent yet.', { teamId: ['Choose a team from the list.'] });
    const cohortId = form.role === 'facilitator' ? await cohortFor(tx, form, today) : null;
    if (form.role === 'facilitator' && cohortId === null)
      return invalid('Nothing was sent yet.', { cohortId: ['Choose a cohort from the list.'] });
    const schoolId = form.role === 'sponsor' ? (form.schoolId ?? null) : null;
    if (
      schoolId !== null &&
      (await tx.select({ id: school.id }).from(school).where(eq(school.id, schoolId))).length === 0
    )
      return invalid('Nothing was sent yet.', { schoolId: ['Choose a school from the list.'] });
    const { id, email, name, role, teamRole } = form;
    await tx.insert(invitation).values({
      ...{
        id,
        email,
        name,
        role,
        teamId,
        cohortId,
        schoolId,
        tokenHash: hashOf(token),
        invitedBy: actor.personId,
      },
      ...{ teamRole: role === 'teacher' ? teamRole : null, createdAt: now, expiresAt: now + goodForMs },
    });
    return { ok: true, send: true };
  });
  if (!outcome.ok || !outcome.send) return outcome;
  const known = await findPersonByEmail(database.reader, form.email);
  const how = known ? 'Take it up with the password you use now' : 'Choose a password and begin';
  const sent = await sendMail(mailer, {
    to: form.email,
    subject: `${actor.name} invites you to ${networkName} on Boldline`,
    text: `Hello ${form.name},\n\n${actor.name} invites you to ${networkName}, where teams of teachers test small changes and share what they learn.\n\n${how} here, within two weeks:\n\n${publicUrl}/join/${token}\n`,
  });
  if (!sent)
    return invalid('The mail could not be sent. Nothing is lost: send the invitation again in a moment.');
  await database.inTransaction((tx) =>
    tx.update(invitation).set({ mailedAt: now }).where(eq(invitation.id, form.id)),
  );
  return outcome;
}
