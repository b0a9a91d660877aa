import type { Page } from 'playwright-core';
import { password } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';

/** Signs in by hand on the sign-in page. */
export async function signInByHand(
  page: Page,
  url: string,
  network: SmallNetwork,
  role: Role,
): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail address').fill(network.people[role].email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'This week', level: 1 }).waitFor();
}

/** Signs in as the sign-in page's form does, without drawing it: for journeys that begin somewhere else. */
export async function signIn(page: Page, url: string, network: SmallNetwork, role: Role): Promise<void> {
  const answer = await page.request.post(`${url}/sign-in`, {
    form: { email: network.people[role].email, password },
    headers: { Origin: url },
    maxRedirects: 0,
  });
  if (answer.status() !== 302) throw new Error(`${role} could not sign in: ${answer.status()}`);
}
