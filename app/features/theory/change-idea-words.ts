import type { ChangeIdea } from './change-idea';

/** The parts of an idea that are written, in the order they are read. */
export const ideaPartWords = {
  name: 'Name',
  description: 'What it is',
  why: 'Why we think it works',
  warrant: 'Where it was tried before',
  driver: 'Driver',
  status: 'How far it is',
} as const;

type Part = keyof typeof ideaPartWords;
const parts: Part[] = ['name', 'description', 'why', 'warrant', 'driver', 'status'];

/** What differs between the stored idea and a form as it was typed, for the choice between the two. */
export function ideaDifferences(
  idea: ChangeIdea,
  typed: Record<string, unknown>,
  statusName: (status: string) => string,
): { label: string; theirs: string; mine: string }[] {
  return parts.flatMap((part) => {
    const said = typed[part];
    const mine = typeof said === 'string' ? said : '';
    const theirs = idea[part];
    if (mine === theirs) return [];
    const shown = part === 'status' ? statusName : (text: string) => text;
    return [{ label: ideaPartWords[part], theirs: shown(theirs), mine: shown(mine) }];
  });
}
