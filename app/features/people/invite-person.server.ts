import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import {
  administratorAssignment,
  coachAssignment,
  cohort,
  cohortTeam,
  facilitatorAssignment,
  invitation,
  lea,
  person,
  school,
  sponsorAssignment,
  team,
  teamMembership,
} from '#db/schema';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import { addDays } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import type { Mail, Mailer } from '~/platform/mailer.server';
import type { SignIn } from '~/platform/sign-in.server';
import { createAccount, findPersonByEmail } from './account.server';
import type { Actor } from './actor';
import { canInvite, invitableRoles } from './people-policy';
import type { InvitationForm } from './sign-in-forms';

const lookAgain = 'One answer below needs another look. Nothing was lost.';
const goodForMs = 14 * 86_400_000;
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Schools, teams and cohorts an inviter may bring people to: all for administrators, their cohorts' for facilitators. */
export async function listInvitationTargets(db: Connection, actor: Actor) {
  const scope = actor.isAdministrator
    ? undefined
    : inArray(
        team.id,
        db
          .select({ id: cohortTeam.teamId })
          .from(cohortTeam)
          .where(inArray(cohortTeam.cohortId, [...actor.facilitatedCohortIds, ''])),
      );
  const teams = await db
    .select({ id: team.id, name: team.name, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(scope)
    .orderBy(school.name, team.name);
  if (!actor.isAdministrator) return { teams, cohorts: [], schools: [] };
  return {
    teams,
    cohorts: await db.select({ id: cohort.id, name: cohort.name }).from(cohort).orderBy(cohort.startsOn),
    schools: await db.select({ id: school.id, name: school.name }).from(school).orderBy(school.name),
  };
}

/** The newest invitations: an administrator's view holds all, a facilitator's their own. */
export async function listInvitations(db: Connection, actor: Actor) {
  return db
    .select({
      id: invitation.id,
      name: invitation.name,
      email: invitation.email,
      role: invitation.role,
      teamName: team.name,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
      acceptedAt: invitation.acceptedAt,
    })
    .from(invitation)
    .leftJoin(team, eq(team.id, invitation.teamId))
    .where(actor.isAdministrator ? undefined : eq(invitation.invitedBy, actor.personId))
    .orderBy(desc(invitation.createdAt))
    .limit(50);
}

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

/** The invitation behind a link that is still good; null otherwise, whatever the reason. */
export async function findInvitation(db: Connection, token: string, now: number) {
  const rows = await db
    .select()
    .from(invitation)
    .where(and(eq(invitation.tokenHash, hashOf(token)), isNull(invitation.acceptedAt)));
  const found = rows[0];
  return found && found.expiresAt > now ? found : null;
}

/**
 * Takes up an invitation: makes the account, or gives an account that exists the new role after its own password was
 * given. Gives the e-mail address to sign in with.
 */
export async function acceptInvitation(
  { database, signIn }: { database: Database; signIn: SignIn },
  token: string,
  form: { name: string; password: string },
  now: number,
): Promise<Outcome<{ email: string }>> {
  const outcome = await database.inTransaction(async (tx): Promise<Outcome<{ email: string }>> => {
    const invited = await findInvitation(tx, token, now);
    if (!invited) return notFound;
    const known = await findPersonByEmail(tx, invited.email);
    if (known && !(await passwordIsRight(signIn, known.id, form.password)))
      return invalid(lookAgain, {
        password: ['You have an account already: give the password you use now.'],
      });
    const personId = known?.id ?? (await createAccount(signIn, { ...form, email: invited.email }));
    await giveRole(tx, invited, personId, now);
    await tx.update(invitation).set({ acceptedAt: now }).where(eq(invitation.id, invited.id));
    return { ok: true, email: invited.email };
  });
  return outcome;
}

async function passwordIsRight(signIn: SignIn, personId: string, password: string): Promise<boolean> {
  const context = await signIn.$context;
  const accounts = await context.internalAdapter.findAccounts(personId);
  const hash = accounts.find((one) => one.providerId === 'credential')?.password;
  return hash ? context.password.verify({ hash, password }) : false;
}

async function giveRole(
  tx: Connection,
  invited: typeof invitation.$inferSelect,
  personId: string,
  now: number,
): Promise<void> {
  const { role, teamId, cohortId, schoolId, teamRole } = invited;
  const id = uuidv7();
  if (role === 'teacher' && teamId !== null)
    await tx
      .insert(teamMembership)
      .values({ id, teamId, personId, role: teamRole ?? 'other' })
      .onConflictDoUpdate({
        target: [teamMembership.teamId, teamMembership.personId],
        set: { endedOn: null },
      });
  if (role === 'coach' && teamId !== null) {
    const mine = and(eq(coachAssignment.personId, personId), eq(coachAssignment.teamId, teamId));
    const there = await tx.select({ id: coachAssignment.id }).from(coachAssignment).where(mine);
    if (there.length > 0) await tx.update(coachAssignment).set({ endedOn: null }).where(mine);
    else await tx.insert(coachAssignment).values({ id, personId, teamId });
  }
  if (role === 'facilitator' && cohortId !== null)
    await tx
      .insert(facilitatorAssignment)
      .values({ id, personId, cohortId })
      .onConflictDoUpdate({
        target: [facilitatorAssignment.personId, facilitatorAssignment.cohortId],
        set: { endedOn: null },
      });
  if (role === 'sponsor' && schoolId !== null)
    await tx.insert(sponsorAssignment).values({ id, personId, schoolId });
  if (role === 'administrator')
    await tx.insert(administratorAssignment).values({ id, personId, since: now }).onConflictDoNothing();
}

/** The name of somebody in the network, for a page that says who invited. */
export async function nameOf(db: Connection, personId: string): Promise<string> {
  const rows = await db.select({ name: person.name }).from(person).where(eq(person.id, personId));
  return rows[0]?.name ?? '';
}
