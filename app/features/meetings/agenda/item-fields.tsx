import type { ReactNode } from 'react';
import { SelectField, TextAreaField, TextField } from '~/ui/field';
import type { FormField } from '~/ui/field';
import type { Subject } from './agenda';
import { cycleWords, subjectWords } from './agenda-words';
import { isOffered, storedSubject, subjectValue } from './subject-choices';
import type { SubjectChoices } from './subject-choices';

type Props = {
  fields: { title: FormField; subject: FormField; focus: FormField };
  subjects: SubjectChoices;
  /** What the item is about now; it may have left the choices. */
  present: Subject;
  /** Choosing a cycle asks its team: in a cohort's meeting. */
  asksTeam: boolean;
  /** Stands right under who presents. */
  underSubject?: ReactNode;
};

/** An item's name, who or what it is about, and the question they bring. */
export function ItemFields({ fields, subjects, present, asksTeam, underSubject }: Props) {
  const value = subjectValue(storedSubject(present));
  return (
    <>
      <TextField field={fields.title} label="Name on the agenda" dir="auto" autoComplete="off" />
      <SelectField
        field={fields.subject}
        label="Who presents, or what is it about?"
        hint={`${asksTeam ? 'Choosing a cycle asks its team. The team is asked before the room sees anything.' : 'A team shows a cycle only once it agrees.'} A post is shown as it is signed.`}
      >
        <option value="">Nobody in particular</option>
        {isOffered(subjects, value) ? null : <option value={value}>{subjectWords(present)}</option>}
        {subjects.teams.map(({ id, name, schoolName, cycles }) => (
          <optgroup key={id} label={`${schoolName} · ${name}`}>
            <option value={`team:${id}`}>
              {schoolName} · {name}
            </option>
            {cycles.map((cycle) => (
              <option key={cycle.id} value={`cycle:${cycle.id}`}>
                {schoolName} · {name}: {cycleWords(cycle)}
              </option>
            ))}
          </optgroup>
        ))}
        {subjects.posts.length === 0 ? null : (
          <optgroup label="Posts that were shared">
            {subjects.posts.map(({ id, title, signedAs }) => (
              <option key={id} value={`post:${id}`}>
                “{title}” · {signedAs}
              </option>
            ))}
          </optgroup>
        )}
      </SelectField>
      {underSubject}
      <TextAreaField
        field={fields.focus}
        label="Focus question"
        hint="What the presenter wants to know: “Why do our starters not use the frame on Fridays?”"
        rows={2}
        optional
        dir="auto"
      />
    </>
  );
}
