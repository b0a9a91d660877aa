import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { Form } from 'react-router';
import { meetingRoles } from '#db/vocabulary';
import type { MeetingRole } from '#db/vocabulary';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors, SelectField } from '~/ui/field';
import type { Guest } from './invitation';
import { answerNames, roleHints, roleNames } from './invitation-words';

type Roles = Partial<Record<MeetingRole, string>>;
type Props = {
  meetingId: string;
  guests: (Guest & { groupName: string })[];
  roles: Roles;
  suggestion: Roles;
  answer: SubmissionResult | null;
};

const valuesOf = (roles: Roles) =>
  Object.fromEntries(meetingRoles.map((role) => [role, roles[role] ?? ''])) as Record<MeetingRole, string>;

/** Facilitator, timekeeper and note-taker of the day. What is suggested stands in the form until roles are given. */
export function RolesForm({ meetingId, guests, roles, suggestion, answer }: Props) {
  const isGiven = Object.keys(roles).length > 0;
  const [form, fields] = useForm<Record<MeetingRole, string>>({
    id: 'roles',
    lastResult: answer,
    defaultValue: valuesOf(isGiven ? roles : suggestion),
  });
  const nameOf = (personId: string | undefined) => guests.find((one) => one.personId === personId)?.name;
  const suggested = meetingRoles.flatMap((role) => {
    const name = nameOf(suggestion[role]);
    return name === undefined ? [] : [`${roleNames[role].toLowerCase()} ${name}`];
  });
  if (guests.length === 0) return null;
  return (
    <Card labelledBy="roles-of-day">
      <h2 id="roles-of-day">Roles for the day</h2>
      <p className="mt-1 text-soft">
        {isGiven
          ? `In turn it would be: ${suggested.join(', ')}.`
          : 'Suggested in turn: who never had a role, then who had one longest ago. Take it as it is, or choose others.'}
      </p>
      <Form
        method="post"
        action={`/meetings/${meetingId}/people#roles-of-day`}
        {...getFormProps(form)}
        className="mt-3 space-y-4"
      >
        <input type="hidden" name="intent" value="roles" />
        <FormErrors errors={form.errors} />
        {meetingRoles.map((role) => (
          <SelectField key={role} field={fields[role]} label={roleNames[role]} hint={roleHints[role]}>
            <option value="">Nobody yet</option>
            {guests.map(({ personId, name, groupName, answer: said }) => (
              <option key={personId} value={personId}>
                {name}, {groupName}
                {said === null ? '' : ` (${answerNames[said].toLowerCase()})`}
              </option>
            ))}
          </SelectField>
        ))}
        <Button>{isGiven ? 'Save the roles' : 'Give these roles'}</Button>
      </Form>
    </Card>
  );
}
