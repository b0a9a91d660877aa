import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { NotedContact } from './contact';
import { contactWords } from './contact-words';

/** The contacts of a team and its coaches, newest first. */
export function NotedContacts({ contacts, today }: { contacts: NotedContact[]; today: SchoolDay }) {
  return (
    <ul className="mt-2 divide-y divide-line">
      {contacts.map(({ id, kind, happenedOn, note, coachName }) => (
        <li key={id} className="py-2.5">
          <p>
            <span className="font-semibold">{contactWords[kind]}</span>, {formatDay(happenedOn, today)}
            <span className="text-soft"> · {coachName}</span>
          </p>
          {note === '' ? null : (
            <p className="wrap-anywhere whitespace-pre-line text-soft" dir="auto">
              {note}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
