import type { CycleStage } from '#db/vocabulary';
import { counted } from '~/lib/number-format';
import { daysBetween, formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

export type NextStep = {
  title: string;
  text: string;
  button: string;
  path: string;
  /** How it stands, for somebody who follows the team. */
  standing: string;
};

type Facts = {
  id: string;
  stage: CycleStage;
  plannedStart: SchoolDay;
  plannedEnd: SchoolDay;
  /** When it went back to Plan, if it stands there again. */
  backInPlanAt: number | null;
};
type Clock = { today: SchoolDay; timeZone: string };

/** `Begins Nov 24.` */
function beginning({ plannedStart, backInPlanAt }: Facts, { today, timeZone }: Clock): string {
  if (backInPlanAt !== null) {
    const since = schoolDayAt(backInPlanAt, timeZone);
    return since === today ? 'Back in Plan since today.' : `Back in Plan since ${formatDay(since, today)}.`;
  }
  return plannedStart < today
    ? `It was to begin ${formatDay(plannedStart, today)}.`
    : `Begins ${formatDay(plannedStart, today)}.`;
}

/** What a team does next in a cycle, in plain words, with one button. */
export function nextStep(cycle: Facts, clock: Clock): NextStep {
  const { today } = clock;
  const path = `/cycles/${cycle.id}/${cycle.stage}`;
  const left = daysBetween(today, cycle.plannedEnd);
  if (cycle.stage === 'plan') {
    const text = beginning(cycle, clock);
    return {
      title: 'Finish the plan and begin',
      text: `${text} A prediction comes before the data.`,
      button: 'Open the plan',
      path,
      standing: `Planning. ${text}`,
    };
  }
  if (cycle.stage === 'do') {
    if (left > 0)
      return {
        title: 'Try it and write down what you notice',
        text: `It runs until ${formatDay(cycle.plannedEnd, today)}, ${counted(left, 'day')} from now.`,
        button: 'Open Do',
        path,
        standing: `In Do until ${formatDay(cycle.plannedEnd, today)}.`,
      };
    return {
      title: 'Your prediction is ready to check',
      text: `The planned end was ${formatDay(cycle.plannedEnd, today)}. Studying takes about four minutes.`,
      button: 'Finish Do and study',
      path,
      standing: `In Do, past its planned end of ${formatDay(cycle.plannedEnd, today)}.`,
    };
  }
  if (cycle.stage === 'study')
    return {
      title: 'Your prediction is ready to check',
      text: 'What happened stands beside what you predicted. It takes about four minutes.',
      button: 'Open Study',
      path,
      standing: `In Study; it ran until ${formatDay(cycle.plannedEnd, today)}.`,
    };
  return {
    title: 'Decide: adopt, adapt or abandon',
    text: 'The prediction is checked. One decision closes the cycle.',
    button: 'Open Act',
    path,
    standing: 'In Act: deciding.',
  };
}
