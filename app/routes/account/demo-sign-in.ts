import { readForm } from '~/platform/read-form.server';
import { redirect } from 'react-router';
import { demoPeople } from '#db/seed/demo-people';
import { openSessionFor } from '~/features/people/demo-session.server';
import { platformOf } from '~/platform/request-context.server';
import { found, throwNotFound } from '~/platform/problem-response.server';
import type { Route } from './+types/demo-sign-in';

export function loader() {
  throwNotFound();
}

/** Signs in as one of the demo's people. Outside demo mode this is not here. */
export async function action({ request, context }: Route.ActionArgs) {
  const platform = platformOf(context);
  if (!platform.environment.demo) throwNotFound();
  const form = await readForm(request);
  const person = found(demoPeople.find((one) => one.key === form.get('person')));
  const cookies = await openSessionFor(platform, person.email, request.headers);
  const headers = new Headers();
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  throw redirect('/', { headers });
}
