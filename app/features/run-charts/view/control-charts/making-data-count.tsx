import { clsx } from 'clsx';
import type { MakingDataCountWords } from './making-data-count-words';

const edges: Record<MakingDataCountWords['tone'], string> = {
  toward: 'border-toward',
  away: 'border-away',
  plain: 'border-ink',
  early: 'border-strong',
};

type Props = {
  words: MakingDataCountWords;
  /** Names the measure and group for people who hear the page. */
  name: string;
  /** One sentence on what the summary adds to the run chart. */
  adds: string;
};

/** The Making Data Count summary in words: what its icons would say, and what it rests on. */
export function MakingDataCount({ words, name, adds }: Props) {
  return (
    <section aria-label={`Making Data Count summary: ${name}`}>
      <p className="mb-3 max-w-[70ch] text-sm text-soft">{adds}</p>
      <div className={clsx('border-l-4 pl-4', edges[words.tone])}>
        <p className="text-[17px] leading-snug font-semibold">{words.headline}</p>
        {words.assurance === null ? null : <p className="mt-1 max-w-[70ch]">{words.assurance}</p>}
      </div>
      <ul className="mt-3 max-w-[70ch] list-disc space-y-1 pl-5 text-sm text-soft">
        {words.because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
