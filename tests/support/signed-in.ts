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

/** The people of the small network by their roles: each signs in with the first thing that is asked as them, and has no cookies before. */
export function signedInPeople(place: () => { url: string; network: SmallNetwork }): (role: Role) => Visitor {
  const people = new Map<Role, Promise<Visitor>>();
  const known = new Map<Role, Visitor>();
  const signIn = async (role: Role) => {
    const { url, network } = place();
    const person = people.get(role) ?? signedInAs(url, network, role);
    people.set(role, person);
    known.set(role, await person);
    return person;
  };
  return (role) => ({
    get: async (path) => (await signIn(role)).get(path),
    post: async (path, fields) => (await signIn(role)).post(path, fields),
    upload: async (path, name, bytes) => (await signIn(role)).upload(path, name, bytes),
    cookies: () => known.get(role)?.cookies() ?? '',
  });
}
