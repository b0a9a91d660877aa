import type { CycleStage } from '#db/vocabulary';
import { numberWord } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

export const nudgeTemplateKeys = [
  'number',
  'prediction',
  'decide',
  'begin',
  'smaller_test',
  'hello',
] as const;
export type NudgeTemplateKey = (typeof nudgeTemplateKeys)[number];

/** What a nudge may speak of; all of it the team's own. */
export type NudgeFacts = {
  teamId: string;
  coachName: string;
  memberNames: string[];
  /** The cycle it is about, with its next step; null where none is open. */
  cycle: {
    id: string;
    number: number;
    changeIdea: string;
    stage: CycleStage;
    step: { text: string; path: string };
    /** Its planned end has come, or it stands in Study. */
    isReadyToStudy: boolean;
  } | null;
  /** A number that is owed; null where none is. */
  due: { measureId: string; name: string; state: 'late' | 'due' | 'silent' | 'later'; on: SchoolDay } | null;
  /** Whole weeks without anything from the team, days off left out. */
  quietWeeks: number;
  today: SchoolDay;
};

type NudgeCycle = NonNullable<NudgeFacts['cycle']>;

/** `path`: where the next step is taken. `cycleId`: the cycle it leads to, if it leads to one. */
export type NudgeTemplate = {
  key: NudgeTemplateKey;
  name: string;
  body: string;
  path: string;
  cycleId: string | null;
};

/** Quiet for this long is worth saying. */
const quietFor = 3;
const mostByName = 4;

/** `Ana, Ben and Chris`; a name that begins with a title stays whole. */
function greeting(names: readonly string[]): string {
  const first = names.map((name) => {
    const [word = name] = name.trim().split(/\s+/);
    return word.endsWith('.') ? name : word;
  });
  if (first.length === 0 || first.length > mostByName) return 'Hello all,';
  const last = first.at(-1) ?? '';
  return first.length === 1 ? `Hello ${last},` : `Hello ${first.slice(0, -1).join(', ')} and ${last},`;
}

function letter({ memberNames, coachName }: NudgeFacts, ...paragraphs: string[]): string {
  return [greeting(memberNames), ...paragraphs, coachName].join('\n\n');
}

function numberTemplate(facts: NudgeFacts): NudgeTemplate[] {
  const { due, today } = facts;
  if (due === null || due.state === 'later') return [];
  const waits =
    due.state === 'late'
      ? `“${due.name}” has waited since ${formatDay(due.on, today)}.`
      : `“${due.name}” is the one that is due.`;
  const body = letter(
    facts,
    `One number is enough to see whether things move. ${waits} It takes less than a minute.`,
    'If it could not be counted, write me why: that tells us something too.',
  );
  const name = due.state === 'late' ? 'One number for last week' : 'One number for this week';
  return [{ key: 'number', name, body, path: `/measures/${due.measureId}`, cycleId: null }];
}

/** What the team does next in its cycle, after “is to”. */
function nextDeed({ stage, isReadyToStudy }: NudgeCycle): string {
  if (stage === 'plan') return 'finish the plan and begin';
  if (stage === 'act') return 'decide whether to adopt, adapt or abandon it';
  return isReadyToStudy ? 'check your prediction' : 'try it and write down what you notice';
}

/** The words for where the cycle stands; null while it is being tried. */
function stageTemplate(facts: NudgeFacts, cycle: NudgeCycle): NudgeTemplate | null {
  const { path, text } = cycle.step;
  const about = `cycle ${cycle.number} of “${cycle.changeIdea}”`;
  const to = { path, cycleId: cycle.id };
  if (cycle.stage === 'act')
    return {
      ...{ key: 'decide', name: 'Ready to decide', ...to },
      body: letter(
        facts,
        `What have you learned so far? Adopt, adapt or abandon: one decision closes ${about}.`,
        'All three are good endings when they rest on what you saw. What speaks for each?',
      ),
    };
  if (cycle.isReadyToStudy)
    return {
      ...{ key: 'prediction', name: 'Your prediction is ready to check', ...to },
      body: letter(
        facts,
        `Your prediction in ${about} is ready to check. ${text}`,
        'As predicted or not, both teach something. What surprised you?',
      ),
    };
  if (cycle.stage !== 'plan') return null;
  return {
    ...{ key: 'begin', name: 'Ready to begin', ...to },
    body: letter(
      facts,
      `What would help you to begin ${about}? ${text}`,
      'A plan need not be perfect. One student and one lesson are enough to learn from.',
    ),
  };
}

function smallerTemplate(facts: NudgeFacts, cycle: NudgeCycle): NudgeTemplate {
  const { path, text } = cycle.step;
  return {
    ...{ key: 'smaller_test', name: 'The smallest next test', path, cycleId: cycle.id },
    body: letter(
      facts,
      `What would be the smallest next test in cycle ${cycle.number} of “${cycle.changeIdea}”? One student and one lesson are enough to learn from.`,
      `The next step, when you are ready, is to ${nextDeed(cycle)}. ${text}`,
    ),
  };
}

function helloTemplate(facts: NudgeFacts): NudgeTemplate {
  const { cycle, quietWeeks, teamId } = facts;
  const quiet =
    quietWeeks >= quietFor
      ? `How are you? I have seen nothing for ${numberWord(quietWeeks)} weeks, and that can mean a very full time.`
      : 'How are you, and how is it going?';
  const body = letter(
    facts,
    `${quiet} If something is in the way, tell me and we look at it together.`,
    cycle === null
      ? 'When you like to begin again, a small test with a few students is a good start.'
      : `The next step in “${cycle.changeIdea}” is to ${nextDeed(cycle)}. ${cycle.step.text}`,
  );
  const path = cycle?.step.path ?? `/teams/${teamId}`;
  return { key: 'hello', name: 'How are you?', body, path, cycleId: cycle?.id ?? null };
}

/**
 * The kind words that fit a team now, the most fitting first; each leads to the team's own next step. A long quiet comes
 * first, then where the cycle stands, then a number that is owed.
 */
export function nudgeTemplates(facts: NudgeFacts): NudgeTemplate[] {
  const { cycle, quietWeeks } = facts;
  const ofStage = cycle === null ? null : stageTemplate(facts, cycle);
  const hello = helloTemplate(facts);
  const others = [
    ...(ofStage === null ? [] : [ofStage]),
    ...numberTemplate(facts),
    ...(cycle === null ? [] : [smallerTemplate(facts, cycle)]),
  ];
  return quietWeeks >= quietFor ? [hello, ...others] : [...others, hello];
}
