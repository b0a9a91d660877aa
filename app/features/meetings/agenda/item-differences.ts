import { stepDifferences } from '../protocols/step-differences';
import type { AgendaItem } from './agenda';
import { cycleWords, subjectWords } from './agenda-words';
import { storedSubject, subjectValue } from './subject-choices';
import type { SubjectChoices } from './subject-choices';

/** A typed subject in words. */
function typedSubject(value: unknown, item: AgendaItem, { teams, posts }: SubjectChoices): string {
  if (value === subjectValue(storedSubject(item.subject))) return subjectWords(item.subject);
  for (const { id, name, schoolName, cycles } of teams) {
    if (value === `team:${id}`) return `${name}, ${schoolName}`;
    const cycle = cycles.find((one) => value === `cycle:${one.id}`);
    if (cycle) return `${name}, ${schoolName} · ${cycleWords(cycle)}`;
  }
  const post = posts.find(({ id }) => value === `post:${id}`);
  return post ? `“${post.title}” · ${post.signedAs}` : '';
}

/** Where a typed item differs from the one that stands in the agenda now. */
export function itemDifferences(item: AgendaItem, subjects: SubjectChoices, typed: Record<string, unknown>) {
  return stepDifferences(
    {
      words: [
        { label: 'Name', theirs: item.title, mine: typed.title },
        {
          label: 'Who presents',
          theirs: subjectWords(item.subject),
          mine: typedSubject(typed.subject, item, subjects),
        },
        { label: 'Focus question', theirs: item.focus, mine: typed.focus },
      ],
      steps: item.steps,
    },
    typed.protocolSteps,
  );
}
