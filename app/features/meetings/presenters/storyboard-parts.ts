import { carriedOutLabel } from './storyboard-words';
import { carriedOutWords, decisionWords, verdictWords } from '~/features/cycles/cycle-words';
import type { ShownStoryboard } from './presentation';

/** A few words that stand out, and what follows them. */
export type Paragraph = { lead: string; text: string };

export type StoryboardParts = Record<'plan' | 'do' | 'study' | 'act', Paragraph[]>;

/** The words begin with whether it was carried out as planned, as `whatWasDone` puts it first; teams may take it out. */
const answersYesOrNo = (words: string) =>
  Object.values(carriedOutWords).some((answer) => words.startsWith(`${answer}.`) || words === answer);

const sentence = (words: string) => (words === '' || /[.!?…]$/.test(words) ? words : `${words}.`);

function predicted({ prediction, because }: ShownStoryboard['questions'][number]): string {
  const reason = because.trim().replace(/^because\s+/i, '');
  const because_ = reason === '' ? '' : `Because ${reason}`;
  return [sentence(prediction), sentence(because_)].filter((words) => words !== '').join(' ');
}

/** What stands in each stage of a storyboard, in the order it is read. Empty texts are left out. */
export function partsOf(storyboard: Omit<ShownStoryboard, 'chart'>): StoryboardParts {
  const { objective, questions, carriedOut, learned, decision } = storyboard;
  const filled = (paragraphs: Paragraph[]) =>
    paragraphs.filter(({ lead, text }) => lead.trim() + text.trim() !== '');
  return {
    plan: filled([
      { lead: '', text: objective },
      ...questions.map((one) => ({ lead: one.question, text: predicted(one) })),
    ]),
    do: filled([{ lead: answersYesOrNo(carriedOut) ? carriedOutLabel : '', text: carriedOut }]),
    study: filled([
      ...questions.map(({ verdict, result }) => ({
        lead: verdict === null ? '' : `${verdictWords[verdict]}.`,
        text: result,
      })),
      { lead: '', text: learned },
    ]),
    act: filled(
      decision === null ? [] : [{ lead: `${decisionWords[decision.word].name}.`, text: decision.why }],
    ),
  };
}
