import { Form } from 'react-router';
import { Card } from '~/ui/card';
import { counted } from '~/lib/number-format';
import type { InvitableGroup, Standing } from './people-rules';

const words: Record<Standing, string> = {
  invited: 'Invited',
  withdrawn: 'Invitation taken back',
  never: 'Not invited',
};

const smallButton =
  'inline-flex min-h-11 items-center rounded-md border border-control bg-surface px-3 font-semibold hover:bg-sunken sm:min-h-9';

type Person = InvitableGroup['people'][number];

function PersonRow({ person }: { person: Person }) {
  const { personId, name, standing, invitationId } = person;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
      <span className="min-w-0 wrap-anywhere">
        {name} <span className="text-sm text-soft">{words[standing]}</span>
      </span>
      {standing === 'invited' && invitationId !== null ? (
        <button name="withdraw" value={invitationId} className={smallButton}>
          Take back<span className="sr-only"> the invitation of {name}</span>
        </button>
      ) : (
        <button name="invite" value={personId} className={smallButton}>
          Invite<span className="sr-only"> {name}</span>
        </button>
      )}
    </li>
  );
}

/** Single people, by the group they belong to. One form, a button for each. */
export function SinglePeopleForm({ meetingId, groups }: { meetingId: string; groups: InvitableGroup[] }) {
  return (
    <Card labelledBy="single">
      <details suppressHydrationWarning>
        <summary className="flex min-h-11 cursor-pointer items-center">
          <h2 id="single">Single people</h2>
        </summary>
        <p className="mt-1 text-soft">Invite one person, or take back one invitation.</p>
        <Form method="post" action={`/meetings/${meetingId}/people`} preventScrollReset className="mt-3">
          <ul className="divide-y divide-line border-y border-line">
            {groups.map(({ key, name, people }) => (
              <li key={key}>
                <details suppressHydrationWarning>
                  <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-2 font-semibold">
                    {name}
                    <span className="text-sm font-normal text-soft">
                      {counted(
                        people.filter(({ standing }) => standing === 'invited').length,
                        'person',
                        'people',
                      )}{' '}
                      of {people.length} invited
                    </span>
                  </summary>
                  <ul className="pb-3 sm:ps-4">
                    {people.map((person) => (
                      <PersonRow key={person.personId} person={person} />
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
        </Form>
      </details>
    </Card>
  );
}
