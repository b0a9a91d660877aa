import type { AnswerCounts, Guest, GuestGroup, Invitable, Invitation, Place } from './invitation';

/** The key under which people are invited together: a team's id, or one of these. */
export const coachesKey = 'coaches';
export const facilitatorsKey = 'facilitators';

export function keyOf(place: Place): string {
  if (place.as === 'member') return place.teamId;
  return place.as === 'coach' ? coachesKey : facilitatorsKey;
}

const keysOf = ({ places }: Invitable) => places.map(keyOf);

export type InvitableGroup = {
  key: string;
  name: string;
  people: { personId: string; name: string; standing: Standing; invitationId: string | null }[];
  /** Somebody of it is invited. */
  isInvited: boolean;
};
export type Standing = 'invited' | 'withdrawn' | 'never';

/** Those who facilitate the cohort of a meeting. */
export function facilitatorIds(people: readonly Invitable[]): Set<string> {
  return new Set(
    people.flatMap(({ personId, places }) =>
      places.some(({ as }) => as === 'facilitator') ? [personId] : [],
    ),
  );
}

const nameOfPlace = (place: Place) => {
  if (place.as === 'member') return `${place.schoolName} · ${place.teamName}`;
  return place.as === 'coach' ? 'Coaches' : 'Facilitators';
};

const standingOf = (invitation: Invitation | undefined): Standing =>
  invitation === undefined ? 'never' : invitation.isWithdrawn ? 'withdrawn' : 'invited';

/** Everybody who may be invited, under each group they belong to: teams in their order, then coaches, then facilitators. */
export function invitableGroups(
  people: readonly Invitable[],
  invitations: readonly Invitation[],
): InvitableGroup[] {
  const byPerson = new Map(invitations.map((one) => [one.personId, one]));
  const groups = new Map<string, InvitableGroup>();
  for (const { personId, name, places } of people)
    for (const place of places) {
      const key = keyOf(place);
      const group = groups.get(key) ?? { key, name: nameOfPlace(place), people: [], isInvited: false };
      const invitation = byPerson.get(personId);
      const standing = standingOf(invitation);
      group.people.push({ personId, name, standing, invitationId: invitation?.id ?? null });
      group.isInvited ||= standing === 'invited';
      groups.set(key, group);
    }
  const order = (key: string) => [coachesKey, facilitatorsKey].indexOf(key);
  return [...groups.values()].toSorted((one, other) => order(one.key) - order(other.key));
}

export type GroupChange = {
  invite: { personId: string; teamId: string | null }[];
  /** Ids of people. */
  withdraw: string[];
};

/** The team somebody comes with: one of the `wanted` groups where they have several. */
export function teamToComeWith(
  { places }: Invitable,
  wanted: ReadonlySet<string> = new Set(),
): string | null {
  const teams = places.flatMap((place) => (place.as === 'member' ? [place.teamId] : []));
  return teams.find((teamId) => wanted.has(teamId)) ?? teams[0] ?? null;
}

/**
 * What a form of ticked groups changes: `shown` are the groups that were invited when it was read, so that two people who
 * choose at a time do not undo each other. Who belongs to another ticked group stays.
 */
export function groupChange(
  people: readonly Invitable[],
  invitations: readonly Invitation[],
  { ticked, shown }: { ticked: ReadonlySet<string>; shown: ReadonlySet<string> },
): GroupChange {
  const standing = new Set(
    invitations.filter(({ isWithdrawn }) => !isWithdrawn).map(({ personId }) => personId),
  );
  const isAdded = (key: string) => ticked.has(key) && !shown.has(key);
  const isLeftOut = (key: string) => shown.has(key) && !ticked.has(key);
  const change: GroupChange = { invite: [], withdraw: [] };
  for (const one of people) {
    const [keys, { personId }] = [keysOf(one), one];
    if (!standing.has(personId) && keys.some(isAdded))
      change.invite.push({ personId, teamId: teamToComeWith(one, ticked) });
    else if (standing.has(personId) && keys.some(isLeftOut) && !keys.some((key) => ticked.has(key)))
      change.withdraw.push(personId);
  }
  return change;
}

/** Who belongs to an invited group and was never asked: they joined since. */
export function joinedSince(people: readonly Invitable[], invitations: readonly Invitation[]): Invitable[] {
  const invited = new Set(
    invitableGroups(people, invitations)
      .filter(({ isInvited }) => isInvited)
      .map(({ key }) => key),
  );
  const asked = new Set(invitations.map(({ personId }) => personId));
  return people.filter((one) => !asked.has(one.personId) && keysOf(one).some((key) => invited.has(key)));
}

/** Those who are expected, by the team they come with; the order is that of `people`. */
export function guestGroups(people: readonly Invitable[], invitations: readonly Invitation[]): GuestGroup[] {
  const byPerson = new Map(invitations.map((one) => [one.personId, one]));
  const groups = new Map<string, GuestGroup>();
  for (const { personId, places } of people) {
    const invitation = byPerson.get(personId);
    if (invitation === undefined || invitation.isWithdrawn) continue;
    const place = places.find((one) => keyOf(one) === invitation.teamId) ?? places[0];
    if (place === undefined) continue;
    const key = keyOf(place);
    const group = groups.get(key) ?? { key, name: nameOfPlace(place), guests: [] };
    const { isWithdrawn: _no, teamId: _team, ...guest } = invitation;
    group.guests.push(guest);
    groups.set(key, group);
  }
  const order = (key: string) => [coachesKey, facilitatorsKey].indexOf(key);
  return [...groups.values()].toSorted((one, other) => order(one.key) - order(other.key));
}

/** How many answered what. */
export function countAnswers(guests: readonly Pick<Guest, 'answer'>[]): AnswerCounts {
  const counts: AnswerCounts = { yes: 0, maybe: 0, no: 0, open: 0 };
  for (const { answer } of guests) counts[answer ?? 'open'] += 1;
  return counts;
}
