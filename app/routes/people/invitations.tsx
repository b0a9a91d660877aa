import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { useEffect, useRef, useState } from 'react';
import { Form, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import type { NetworkRole } from '#db/vocabulary';
import { listInvitations, listInvitationTargets } from '~/features/people/invitation-queries.server';
import { invitePerson } from '~/features/people/invite-person.server';
import { canInvite, invitableRoles } from '~/features/people/people-policy';
import { networkRoleWords, teamRoleWords } from '~/features/people/people-words';
import { signedIn } from '~/features/people/request-actor.server';
import { invitationForm } from '~/features/people/sign-in-forms';
import type { InvitationForm } from '~/features/people/sign-in-forms';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { throwNotFound } from '~/platform/problem-response.server';
import { Button } from '~/ui/button';
import { Card, EmptyState, Notice } from '~/ui/card';
import { FormErrors, SelectField, TextField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/invitations';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, now } = signedIn(context);
  if (!canInvite(actor)) throwNotFound();
  const db = database.reader;
  const invitations = await listInvitations(db, actor);
  return {
    newId: uuidv7(),
    roles: invitableRoles(actor),
    targets: await listInvitationTargets(db, actor),
    mayMakeTeams: actor.isAdministrator,
    sent: new URL(request.url).searchParams.has('sent'),
    invitations: invitations.map(({ acceptedAt, expiresAt, createdAt, ...rest }) => ({
      ...rest,
      state: acceptedAt !== null ? 'joined' : expiresAt < now ? 'expired' : 'waiting',
      on: formatDay(schoolDayAt(acceptedAt ?? createdAt, network.timeZone)),
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, mailer, environment, actor, network, now, today } = signedIn(context);
  if (!canInvite(actor)) throwNotFound();
  const submission = parseForm(await readForm(request), { schema: invitationForm });
  if (submission.status !== 'success') return answerForm(submission);
  const desk = { database, mailer, publicUrl: environment.publicUrl };
  const outcome = await invitePerson(desk, actor, submission.value, {
    now,
    today,
    networkName: network.name,
  });
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect('/invitations?sent');
}

const teamRoles = ['lead', 'general_educator', 'special_educator', 'other'] as const;

export default function Invitations({ loaderData, actionData }: Route.ComponentProps) {
  const { newId, roles, targets, mayMakeTeams, sent, invitations } = loaderData;
  return (
    <div className="mx-auto max-w-[820px] space-y-6">
      <title>Invitations · Boldline</title>
      <PageHeader title="Invitations" lead="People join by a link that works once, within two weeks." />
      <ul className="-mt-3 mb-5 flex flex-wrap gap-x-5">
        <li>
          <Link to="/admin/coaches" className="inline-flex min-h-6 items-center">
            Who coaches whom
          </Link>
        </li>
        <li>
          <Link to="/admin/days-off" className="inline-flex min-h-6 items-center">
            Days off
          </Link>
        </li>
      </ul>
      {sent ? <Notice role="status">The invitation is on its way.</Notice> : null}
      <InvitationCard
        key={newId}
        {...{ newId, roles, targets, mayMakeTeams }}
        lastResult={actionData?.result ?? null}
      />
      <section aria-labelledby="sent-list">
        <h2 id="sent-list">Sent</h2>
        {invitations.length === 0 ? (
          <div className="mt-2">
            <EmptyState title="No invitation yet.">
              The people you invite show here until they have joined.
            </EmptyState>
          </div>
        ) : (
          <ul className="mt-2 divide-y divide-line">
            {invitations.map((one) => (
              <li key={one.id} className="flex flex-wrap justify-between gap-x-4 py-2.5">
                <span>
                  <span className="font-semibold">{one.name}</span>{' '}
                  <span className="text-soft">{one.email}</span>
                  <span className="block text-sm text-soft">
                    {networkRoleWords[one.role]}
                    {one.teamName ? `, ${one.teamName}` : ''}
                  </span>
                </span>
                <span className="text-sm text-soft">
                  {one.state === 'joined'
                    ? `joined ${one.on}`
                    : one.state === 'expired'
                      ? `not used in time, sent ${one.on}`
                      : `waiting since ${one.on}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

type CardProps = Pick<Route.ComponentProps['loaderData'], 'newId' | 'roles' | 'targets' | 'mayMakeTeams'> & {
  lastResult: NonNullable<Route.ComponentProps['actionData']>['result'] | null;
};

function InvitationCard({ newId, roles, targets, mayMakeTeams, lastResult }: CardProps) {
  const [form, fields] = useForm<InvitationForm>({
    id: 'invitation',
    lastResult,
    defaultValue: { role: 'teacher', teamRole: 'general_educator' },
  });
  const [role, setRole] = useState<NetworkRole | null>(null);
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => setRole(roles.find((one) => one === select.current?.value) ?? null), [roles]);
  const shows = (one: NetworkRole[]) => (role === null || one.includes(role) ? '' : 'hidden');
  return (
    <Card labelledBy="invite">
      <h2 id="invite">Invite somebody</h2>
      <Form method="post" {...getFormProps(form)} className="mt-4 space-y-4">
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        <input type="hidden" name="id" value={newId} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField field={fields.name} label="Name" autoComplete="off" required />
          <TextField field={fields.email} label="E-mail address" type="email" autoComplete="off" required />
          <SelectField
            field={fields.role}
            label="Comes as"
            ref={select}
            onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? null)}
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {networkRoleWords[one]}
              </option>
            ))}
          </SelectField>
          <SelectField
            field={fields.teamRole}
            label="Role in the team"
            hint="For teachers."
            className={shows(['teacher'])}
          >
            {teamRoles.map((one) => (
              <option key={one} value={one}>
                {teamRoleWords[one]}
              </option>
            ))}
          </SelectField>
        </div>
        <SelectField
          field={fields.teamId}
          label="Team"
          hint="For teachers and coaches."
          className={shows(['teacher', 'coach'])}
        >
          <option value="">
            {mayMakeTeams ? 'Choose a team, or name a new one below' : 'Choose a team'}
          </option>
          {targets.teams.map((team) => (
            <option key={team.id} value={team.id}>
              {team.schoolName} · {team.name}
            </option>
          ))}
        </SelectField>
        {mayMakeTeams ? (
          <>
            <div className={`grid gap-4 sm:grid-cols-3 ${shows(['teacher', 'coach'])}`}>
              <TextField field={fields.newLea} label="New team’s LEA" optional />
              <TextField field={fields.newSchool} label="Its school" optional />
              <TextField field={fields.newTeam} label="Its name" hint="Such as “Grade 4 writing”." optional />
            </div>
            <div className={`grid gap-4 sm:grid-cols-2 ${shows(['facilitator', 'teacher', 'coach'])}`}>
              <SelectField
                field={fields.cohortId}
                label="Cohort"
                hint="For facilitators, and for a new team."
              >
                <option value="">None, or a new one named beside</option>
                {targets.cohorts.map((cohort) => (
                  <option key={cohort.id} value={cohort.id}>
                    {cohort.name}
                  </option>
                ))}
              </SelectField>
              <TextField
                field={fields.newCohort}
                label="New cohort’s name"
                hint="Such as “2026–27”."
                optional
              />
            </div>
            <SelectField
              field={fields.schoolId}
              label="School"
              hint="For sponsors."
              className={shows(['sponsor'])}
            >
              <option value="">Choose a school</option>
              {targets.schools.map((school) => (
                <option key={school.id} value={school.id}>
                  {school.name}
                </option>
              ))}
            </SelectField>
          </>
        ) : null}
        <Button tone="primary">Send the invitation</Button>
      </Form>
    </Card>
  );
}
