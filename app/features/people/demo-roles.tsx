import { Form } from 'react-router';
import type { demoPeople } from '#db/seed/demo-people';

/** In demo mode, and only there: one click per role. */
export function DemoRoles({ people }: { people: typeof demoPeople }) {
  return (
    <section aria-labelledby="demo-roles" className="rounded-card border border-line bg-surface p-4">
      <h2 id="demo-roles" className="text-base">
        Look around the demo network as
      </h2>
      <Form method="post" action="/demo-sign-in" className="mt-3 space-y-2">
        {people.map((person) => (
          <button
            key={person.key}
            name="person"
            value={person.key}
            className="flex min-h-11 w-full items-baseline justify-between gap-3 rounded-md border border-control px-3 py-2 text-left hover:bg-sunken"
          >
            <span className="font-semibold">{person.role}</span>
            <span className="text-right text-sm text-soft">
              {person.name}, {person.about}
            </span>
          </button>
        ))}
      </Form>
    </section>
  );
}
