import type { Commitment } from './commitment';
import { byTeam } from './commitment-rules';

/** The shipped protocol in which a meeting goes through what was taken on before. */
export const lastTimeProtocol = 'last-time-10';

export type LastTimeLine = {
  id: string;
  what: string;
  who: string;
  isKept: boolean;
};

export type LastTimeTeam = { key: string; name: string; lines: LastTimeLine[] };

/** What was taken on before and still stands, kept or open, by team in alphabetical order. */
export function lastTimeOf(commitments: readonly Commitment[]): LastTimeTeam[] {
  return byTeam(commitments.filter(({ state }) => state !== 'let_go')).map(
    ({ key, name, commitments: some }) => ({
      ...{ key, name },
      lines: some.map(({ id, what, who, state }) => ({ id, what, who, isKept: state === 'kept' })),
    }),
  );
}

/** What a large screen has room for: the first lines in order, and how many more there are. */
export function firstOfLastTime(teams: readonly LastTimeTeam[], most: number) {
  const shown: LastTimeTeam[] = [];
  let left = most;
  for (const team of teams) {
    const lines = team.lines.slice(0, left);
    if (lines.length > 0) shown.push({ ...team, lines });
    left -= lines.length;
  }
  const all = teams.reduce((sum, { lines }) => sum + lines.length, 0);
  return { shown, more: all - (most - left) };
}
