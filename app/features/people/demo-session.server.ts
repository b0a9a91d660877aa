import { demoPassword } from '#db/seed/demo-people';
import type { Platform } from '~/platform/request-context.server';

/** Signs in a person of the demo network; gives the cookies to set. Throws outside demo mode. */
export async function openSessionFor(platform: Platform, email: string, headers: Headers): Promise<string[]> {
  if (!platform.environment.demo) throw new Error('There is no demo sign-in outside demo mode');
  const response = await platform.signIn.api.signInEmail({
    body: { email, password: demoPassword },
    headers,
    asResponse: true,
  });
  if (!response.ok) throw new Error(`${email} is not in this network. Run npm run demo again.`);
  return response.headers.getSetCookie();
}
