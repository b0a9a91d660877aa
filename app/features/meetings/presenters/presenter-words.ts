import { confidenceWords } from '~/features/cycles/cycle-words';
import { cutText } from '~/lib/cut-text';
import { capitalised, counted } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { PresenterReason, PresenterSide } from './presenter-facts';

export const sideWords: Record<PresenterSide, string> = {
  win: 'a win',
  loss: 'a loss',
  puzzle: 'help wanted',
};

const quoted = (text: string) => `“${cutText(text, 140)}”`;

/** Why a team is suggested, in one sentence that says what it rests on. */
export function reasonSentence(reason: PresenterReason, today: SchoolDay): string {
  if (reason.kind === 'miss')
    return `They were ${confidenceWords[reason.confidence] ?? 'sure'}, and it came out otherwise: ${quoted(reason.question)} was answered “not as predicted” on ${formatDay(reason.on, today)}.`;
  if (reason.kind === 'lesson')
    return `They abandoned it on ${formatDay(reason.on, today)} and wrote down what it taught them.`;
  if (reason.kind === 'signal')
    return `The run chart of ${quoted(reason.chart)} has a signal in the wanted direction, since ${formatDay(reason.from, today)}.`;
  if (reason.kind === 'puzzle')
    return `They asked the network for help on ${formatDay(reason.on, today)}: ${quoted(reason.title)}.`;
  if (reason.kind === 'wait')
    return `They asked their coach on ${formatDay(reason.on, today)} and still wait for an answer: ${quoted(reason.asks)}.`;
  return `${quoted(reason.idea)} was tried to the end by ${counted(reason.teams, 'team')} of this cohort; this is one of them.`;
}

const sides: PresenterSide[] = ['win', 'loss', 'puzzle'];
const severalWords: Record<PresenterSide, [string, string]> = {
  win: ['win', 'wins'],
  loss: ['loss', 'losses'],
  puzzle: ['team that wants help', 'teams that want help'],
};

/** Who is in it so far: `2 schools: 1 win, 1 loss.` Empty where nobody is. */
export function balanceSentence(present: { schoolId: string; side: PresenterSide | null }[]): string {
  if (present.length === 0) return '';
  const schools = new Set(present.map(({ schoolId }) => schoolId)).size;
  const parts = sides.flatMap((side) => {
    const count = present.filter((one) => one.side === side).length;
    return count === 0 ? [] : [counted(count, ...severalWords[side])];
  });
  const open = present.filter(({ side }) => side === null).length;
  if (open > 0) parts.push(counted(open, 'cycle under way', 'cycles under way'));
  return capitalised(`${counted(schools, 'school')}: ${parts.join(', ')}.`);
}
