import { weekFacts } from './participation';
import type { WeekFact } from './participation';
import { has, rests } from './participation-rules';

export const factWords: Record<WeekFact, { name: string; meaning: string }> = {
  cycle: { name: 'cycle', meaning: 'a cycle open' },
  data: { name: 'data', meaning: 'a number for a day of this week' },
  post: { name: 'posted', meaning: 'a post signed by name' },
  meeting: { name: 'met', meaning: 'somebody of the team at a meeting' },
};

/** `cycle, data`; `days off`; `nothing noted`. */
export function weekWords(week: number): string {
  const facts = weekFacts.filter((fact) => has(week, fact)).map((fact) => factWords[fact].name);
  const words = rests(week) ? [...facts, 'days off'] : facts;
  return words.length === 0 ? 'nothing noted' : words.join(', ');
}

/** What the picture leaves out, so that it tells nothing that a team chose to hide. */
export const postsCounted =
  'Only posts that a team signed by name and that you may read are marked: one with a hidden signature is tied to no team, here or in the files.';
