import { formatScore } from './progress-scale';

/** Who reads: a member, a coach of the team, or somebody who only reads. */
export type ProgressReader = 'team' | 'coach' | 'other';

/** From so many steps apart on two scores are worth a talk. */
const worthATalk = 1;

/**
 * Where two scores of one month lie a whole point or more apart, in kind words: something to talk about, never a fault.
 * @param reader decides who is "you"
 */
export function talkingPoints(
  { computed, team, coach }: { computed: number | null; team: number | null; coach: number | null },
  reader: ProgressReader,
): string[] {
  const apart = (one: number | null, other: number | null): [number, number] | null =>
    one !== null && other !== null && Math.abs(one - other) >= worthATalk ? [one, other] : null;
  const teamSees = reader === 'team' ? 'You see' : 'The team sees';
  const coachSees = { team: 'your coach', coach: 'you', other: 'the coach' }[reader];
  const told = apart(team, coach);
  const points = told
    ? [
        `${teamSees} ${formatScore(told[0])}, ${coachSees} ${formatScore(told[1])}: a good thing to talk about.`,
      ]
    : [];
  const fromRecords = apart(team, computed);
  if (!fromRecords) return points;
  const [seen, worked] = fromRecords;
  const ask =
    seen > worked ? 'what do you see that they do not show yet?' : 'do they show more than it feels like?';
  return [
    ...points,
    `${teamSees} ${formatScore(seen)}, cycles and numbers say ${formatScore(worked)}: ${reader === 'team' ? ask : 'worth asking what lies behind it.'}`,
  ];
}
