import type { ProtocolStep } from './protocol';
import { voicesInWords } from './protocol-words';
import { stepVoices } from '#db/vocabulary';

type Difference = { label: string; theirs: string; mine: string };
type Typed = Record<string, unknown>;

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
const rows = (value: unknown): Typed[] =>
  Array.isArray(value) ? value.filter((one): one is Typed => typeof one === 'object' && one !== null) : [];
const voice = (value: unknown, otherwise: 'everyone' | 'nobody') =>
  stepVoices.find((one) => one === value) ?? otherwise;

function stepWords(minutes: string, title: string, voices: string, prompt: string): string {
  return [`${minutes} min · ${title}`, voices, prompt].filter(Boolean).join('\n');
}

/** Where typed words and steps differ from those saved meanwhile. */
export function stepDifferences(
  theirs: { words: { label: string; theirs: string; mine: unknown }[]; steps: readonly ProtocolStep[] },
  typedSteps: unknown,
): Difference[] {
  const mine = rows(typedSteps);
  const count = Math.max(mine.length, theirs.steps.length);
  const steps = Array.from({ length: count }, (_, index): Difference => {
    const their = theirs.steps[index];
    const my = mine[index];
    return {
      label: `Step ${index + 1}`,
      theirs: their ? stepWords(String(their.minutes), their.title, voicesInWords(their), their.prompt) : '',
      mine: my
        ? stepWords(
            ...([text(my.minutes), text(my.title)] as const),
            voicesInWords({ speaks: voice(my.speaks, 'everyone'), silent: voice(my.silent, 'nobody') }),
            text(my.prompt),
          )
        : '',
    };
  });
  const words = theirs.words.map((one) => ({ ...one, mine: text(one.mine) }));
  return [...words, ...steps].filter((row) => row.theirs.trim() !== row.mine.trim());
}
