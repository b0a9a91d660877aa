import { password } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { visitor } from './visitor';
import type { Visitor } from './visitor';

/** Somebody of the small network, signed in through the sign-in page. */
export async function signedInAs(url: string, network: SmallNetwork, role: Role): Promise<Visitor> {
  const person = visitor(url);
  const response = await person.post('/sign-in', { email: network.people[role].email, password });
  if (response.status !== 302) throw new Error(`${role} could not sign in: ${response.status}`);
  return person;
}
