import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import {
  administratorAssignment,
  coachAssignment,
  facilitatorAssignment,
  invitation,
  sponsorAssignment,
  teamMembership,
} from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import { schoolDayAt } from '~/lib/school-day';
import { inForce } from './in-force.server';
import type { Connection, Database } from '~/platform/database.server';
import type { SignIn } from '~/platform/sign-in.server';
import { createAccount, findPersonByEmail } from './account.server';
import { findNetwork } from './actor-queries.server';
import { findInvitation } from './invitation-queries.server';

const lookAgain = 'One answer below needs another look. Nothing was lost.';

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
    await joinTeam(tx, { id, personId, teamId, role: teamRole ?? 'other' }, now);
  if (role === 'coach' && teamId !== null) await beginCoaching(tx, { id, personId, teamId }, now);
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

/** Somebody who left the team comes back; who works in it already joins nothing, and nobody is told. */
async function joinTeam(
  tx: Connection,
  member: Pick<typeof teamMembership.$inferInsert, 'id' | 'personId' | 'teamId' | 'role'>,
  now: number,
): Promise<void> {
  const { personId, teamId } = member;
  const [known] = await tx
    .select({ endedOn: teamMembership.endedOn })
    .from(teamMembership)
    .where(and(eq(teamMembership.personId, personId), eq(teamMembership.teamId, teamId)));
  if (known?.endedOn === null) return;
  await tx
    .insert(teamMembership)
    .values(member)
    .onConflictDoUpdate({
      target: [teamMembership.teamId, teamMembership.personId],
      set: { endedOn: null },
    });
  await recordActivity(tx, { kind: 'person_joined', actorId: personId, teamId }, now);
}

/** Somebody who coached the team before begins anew: what ended stays ended, with its days and its handover. */
async function beginCoaching(
  tx: Connection,
  { id, personId, teamId }: { id: string; personId: string; teamId: string },
  now: number,
): Promise<void> {
  const network = await findNetwork(tx);
  if (network === null) return;
  const beganOn = schoolDayAt(now, network.timeZone);
  const there = await tx
    .select({ id: coachAssignment.id })
    .from(coachAssignment)
    .where(
      and(
        eq(coachAssignment.personId, personId),
        eq(coachAssignment.teamId, teamId),
        inForce(coachAssignment.endedOn, beganOn),
      ),
    );
  if (there.length === 0) await tx.insert(coachAssignment).values({ id, personId, teamId, beganOn });
}
