import type { Words } from './caseload';

/** A reason's sentence, with what stands out in it. */
export function Sentence({ words }: { words: Words }) {
  return words.map((part, index) =>
    typeof part === 'string' ? part : <strong key={index}>{part.strong}</strong>,
  );
}
