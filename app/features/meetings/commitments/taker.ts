/** Who takes a commitment on: those who run the meeting (`teamId` null), or a team; one of them, or all together. */
export type Taker = { teamId: string | null; personId: string | null };

export type TakerTeam = {
  teamId: string;
  name: string;
  schoolName: string;
  people: { personId: string; name: string }[];
};

/** Those whom a form may choose from. */
export type TakerChoices = {
  /** “The facilitators” of a cohort’s meeting, “The team and its coaches” of a team’s. */
  runnersName: string;
  runners: { personId: string; name: string }[];
  teams: TakerTeam[];
};

const everybody = 'all';
const runners = 'runners';

/** `runners all`, `<team> all`, `<team> <person>`: the value of one choice. */
export function takerValue({ teamId, personId }: Taker): string {
  return `${teamId ?? runners} ${personId ?? everybody}`;
}

/** Null where a text is no such value. */
export function takerOf(value: string): Taker | null {
  const match = /^([\w-]{1,40}) ([\w-]{1,40})$/.exec(value);
  const [, team, person] = match ?? [];
  if (team === undefined || person === undefined) return null;
  return { teamId: team === runners ? null : team, personId: person === everybody ? null : person };
}

/** Whether somebody may be chosen: a person with their team, or everybody of it. */
export function isOffered(choices: TakerChoices, { teamId, personId }: Taker): boolean {
  const group =
    teamId === null ? choices.runners : choices.teams.find((team) => team.teamId === teamId)?.people;
  if (!group) return false;
  return personId === null || group.some((one) => one.personId === personId);
}
