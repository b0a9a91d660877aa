import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { Form } from 'react-router';
import { TypedOnDevice } from '~/features/drafts/typed-on-device';
import { counted } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FieldErrors, FormErrors, SelectField, TextAreaField } from '~/ui/field';
import type { FormField } from '~/ui/field';
import type { CoachedTeam, CoachToChoose } from './handover';
import { nobodyYet } from './handover';
import type { HandoverForm, NewCoachForm } from './handover-form';

export type PeopleToChoose = { people: CoachToChoose[]; isMore: boolean; search: string };
type Answer = SubmissionResult | null;

function PersonOptions({ people }: { people: CoachToChoose[] }) {
  return people.map(({ id, name, teams }) => (
    <option key={id} value={id}>
      {name}, {teams === 0 ? 'no team now' : `coaches ${counted(teams, 'team')}`}
    </option>
  ));
}

/** A search of its own, by address, where more people may coach than a list can hold. */
export function CoachSearch({ search, isMore }: { search: string; isMore: boolean }) {
  if (!isMore && search === '') return null;
  return (
    <Form method="get" role="search" className="flex flex-wrap items-end gap-2">
      <label className="min-w-0 flex-1 basis-60">
        <span className="block font-semibold">Find a person</span>
        <span className="block text-sm text-soft">
          {isMore ? 'There are more than the lists below hold.' : 'The lists below hold these alone.'}
        </span>
        <input name="search" type="search" defaultValue={search} className="control mt-1.5" />
      </label>
      <Button>Search</Button>
    </Form>
  );
}

function endsWords({ coaches }: CoachedTeam): string {
  return coaches.length > 1
    ? 'Nobody new: the team keeps its other coaches'
    : 'Nobody yet: the team has no coach for now';
}

/** That nobody follows is said twice. */
function EndsTick({ field, team }: { field: FormField; team: CoachedTeam }) {
  return (
    <div>
      <label className="flex min-h-11 cursor-pointer items-start gap-2.5">
        <input
          type="checkbox"
          name={field.name}
          id={field.id}
          value="on"
          defaultChecked={field.initialValue === 'on'}
          aria-invalid={field.errors?.length ? true : undefined}
          aria-describedby={field.errors?.length ? `${field.id}-error` : undefined}
          className="control-radio mt-0.5 size-5 shrink-0"
        />
        <span>
          {team.coaches.length > 1
            ? 'Yes, this coaching ends and nobody new begins.'
            : `Yes, nobody coaches ${team.teamName} from today on.`}
        </span>
      </label>
      <FieldErrors field={field} />
    </div>
  );
}

type Props = {
  team: CoachedTeam;
  choice: PeopleToChoose;
  newId: string;
  answer: Answer;
  today: SchoolDay;
  /** Those whose coaching the actor may end. */
  leaving: CoachedTeam['coaches'];
};

/** Ends an assignment, or moves it, with what the next coach should know. */
export function HandoverCard({ team, choice, newId, answer, today, leaving }: Props) {
  const [form, fields] = useForm<HandoverForm>({
    id: 'handover',
    lastResult: answer,
    defaultValue: { assignmentId: leaving[0]?.assignmentId },
  });
  const only = leaving.length === 1 ? leaving[0] : undefined;
  return (
    <Card labelledBy="handover-title">
      <h2 id="handover-title">{team.isOwnOnly ? 'Hand your coaching over' : 'End or move the coaching'}</h2>
      <p className="mt-1 mb-4 max-w-[65ch] text-soft">
        It ends today: whoever leaves does not see the team’s work from now on. Open reviews and the whole
        history go to whoever follows.
      </p>
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        <input type="hidden" name="id" value={fields.id.initialValue ?? newId} />
        {only ? (
          <>
            <input type="hidden" name="assignmentId" value={only.assignmentId} />
            <p>
              <span className="block font-semibold">Coach until today</span>
              {only.name}
              {only.beganOn ? (
                <span className="text-soft">, since {formatDay(only.beganOn, today)}</span>
              ) : null}
            </p>
          </>
        ) : (
          <SelectField field={fields.assignmentId} label="Whose coaching ends?" className="max-w-md">
            {leaving.map(({ assignmentId, name }) => (
              <option key={assignmentId} value={assignmentId}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          field={fields.nextCoachId}
          label="Who follows?"
          hint="They see the team from today on, and your note first."
          className="max-w-md"
        >
          <option value="">Choose…</option>
          <PersonOptions people={choice.people.filter(({ id }) => id !== only?.personId)} />
          <option value={nobodyYet}>{endsWords(team)}</option>
        </SelectField>
        {fields.nextCoachId.value === nobodyYet ? <EndsTick field={fields.ends} team={team} /> : null}
        <TextAreaField
          field={fields.note}
          label="What should the next coach know?"
          hint="What they are proud of, what they are trying next, what helps them. The team reads it too."
          optional
          rows={5}
        />
        <TypedOnDevice name={`coaching/${team.teamId}/handover`} />
        <Button tone="primary" name="intent" value="hand_over">
          Hand over
        </Button>
      </Form>
    </Card>
  );
}

type NewCoachProps = Pick<Props, 'team' | 'choice' | 'newId' | 'answer'>;

/** Gives a team a coach, beside those it has. */
export function NewCoachCard({ team, choice, newId, answer }: NewCoachProps) {
  const [form, fields] = useForm<NewCoachForm>({ id: 'new-coach', lastResult: answer });
  const isFirst = team.coaches.length === 0;
  const coaching = new Set(team.coaches.map(({ personId }) => personId));
  return (
    <Card labelledBy="new-coach-title">
      <h2 id="new-coach-title">{isFirst ? 'Give the team a coach' : 'A further coach'}</h2>
      <p className="mt-1 mb-4 max-w-[65ch] text-soft">
        {isFirst ? 'Nobody coaches this team now. ' : 'Beside those it has. '}A coach reads everything the
        team writes, from today on.
      </p>
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        <input type="hidden" name="id" value={fields.id.initialValue ?? newId} />
        <SelectField field={fields.coachId} label="Who?" className="max-w-md">
          <option value="">Choose a person</option>
          <PersonOptions people={choice.people.filter(({ id }) => !coaching.has(id))} />
        </SelectField>
        <Button tone={isFirst ? 'primary' : 'secondary'} name="intent" value="begin">
          {isFirst ? 'Give the team this coach' : 'Add this coach'}
        </Button>
      </Form>
    </Card>
  );
}
