import { redirect } from 'react-router';
import { platformOf } from '~/platform/request-context.server';
import { throwNotFound } from '~/platform/problem-response.server';
import type { Route } from './+types/sign-out';

export function loader() {
  throwNotFound();
}

export async function action({ request, context }: Route.ActionArgs) {
  const response = await platformOf(context).signIn.api.signOut({
    headers: request.headers,
    asResponse: true,
  });
  const headers = new Headers({ 'Clear-Site-Data': '"storage"' });
  for (const cookie of response.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  throw redirect('/sign-in', { headers });
}
