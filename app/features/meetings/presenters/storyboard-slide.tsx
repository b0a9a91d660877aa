import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { decisionWords, verdictWords } from '~/features/cycles/cycle-words';
import { cutText } from '~/lib/cut-text';
import type { StoryboardView } from './shown';
import { StoryboardEvidence } from './storyboard-sheet';
import { carriedOutLabel } from './storyboard-words';

/** What a room can read from its last row; the whole text is on the phones. */
const mostLetters = { idea: 120, objective: 180, question: 160, words: 220 };
const mostQuestions = 2;
/** More than this many letters stand beside a chart on one screen only in smaller type. */
const lettersInLargeType = 700;

const labelType = 'text-[0.75em] text-soft';

function lettersOf({ objective, questions, carriedOut, learned, decision }: StoryboardView): number {
  const asked = questions
    .slice(0, mostQuestions)
    .flatMap(({ question, prediction, because, result }) => [question, prediction, because, result]);
  const words = [objective, ...asked, carriedOut, learned, decision?.why ?? ''];
  return words.reduce((sum, one) => sum + Math.min(one.length, mostLetters.words), 0);
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className={labelType}>{label}</dt>
      <dd className="wrap-anywhere" dir="auto">
        {children}
      </dd>
    </div>
  );
}

function Question({ question }: { question: StoryboardView['questions'][number] }) {
  const { prediction, because, verdict, result } = question;
  const reason = because.trim() === '' ? '' : `Because ${because.trim().replace(/^because\s+/i, '')}`;
  return (
    <li className="rounded-card border border-line bg-surface px-[1em] py-[0.7em]">
      <p className="font-semibold wrap-anywhere" dir="auto">
        {cutText(question.question, mostLetters.question)}
      </p>
      <dl className="mt-[0.5em] grid gap-x-8 gap-y-2 md:grid-cols-2">
        <Labelled label="We predicted">
          {[/[.!?…]$/.test(prediction) || prediction === '' ? prediction : `${prediction}.`, reason]
            .filter((words) => words !== '')
            .map((words) => cutText(words, mostLetters.words))
            .join(' ')}
        </Labelled>
        <Labelled label="What happened">
          <strong>{verdict === null ? 'No verdict yet.' : `${verdictWords[verdict]}.`}</strong>{' '}
          {cutText(result, mostLetters.words)}
        </Labelled>
      </dl>
    </li>
  );
}

/**
 * A cycle as the room sees it on the projector: 1280 to 1920 pixels wide, read from the last row. School and team stand above it,
 * in the line of the step.
 */
export function StoryboardSlide({ storyboard }: { storyboard: StoryboardView }) {
  const { changeIdea, cycleNumber, scale, objective, questions, carriedOut, learned, decision } = storyboard;
  const isLarge = lettersOf(storyboard) <= lettersInLargeType;
  return (
    <article
      data-slide
      className={clsx(
        'grid grow content-start gap-x-[3vw] gap-y-[2vh] leading-snug lg:grid-cols-2',
        isLarge ? 'text-[clamp(1.125rem,1.4vw,1.75rem)]' : 'text-[clamp(1.125rem,1.2vw,1.5rem)]',
      )}
    >
      <header className="lg:col-span-2">
        <h2 className="text-[clamp(1.75rem,2.5vw,3.25rem)] leading-tight wrap-anywhere" dir="auto">
          {cutText(changeIdea, mostLetters.idea)}
        </h2>
        <p className="text-[clamp(1rem,1.2vw,1.5rem)] text-soft">
          Cycle {cycleNumber}
          {scale === '' ? '' : ` · ${scale}`}
        </p>
      </header>
      <div className="min-w-0 space-y-[2vh]">
        {objective === '' ? null : (
          <p className="wrap-anywhere" dir="auto">
            {cutText(objective, mostLetters.objective)}
          </p>
        )}
        <ul className="space-y-[1.5vh]">
          {questions.slice(0, mostQuestions).map((question, index) => (
            <Question key={index} question={question} />
          ))}
        </ul>
        {carriedOut === '' ? null : (
          <dl>
            <Labelled label={carriedOutLabel.replace(/:$/, '')}>
              {cutText(carriedOut, mostLetters.words)}
            </Labelled>
          </dl>
        )}
      </div>
      <div className="min-w-0 space-y-[2vh]">
        {/* The chart grows with its letters: a projector's pixels are small in a large room. */}
        <div className="text-base xl:[zoom:1.2] 2xl:[zoom:1.45]">
          <StoryboardEvidence storyboard={storyboard} />
        </div>
        <dl className="space-y-[1.5vh]">
          {learned === '' ? null : (
            <Labelled label="What we learned">{cutText(learned, mostLetters.words)}</Labelled>
          )}
          {decision === null ? null : (
            <Labelled label="What we decided">
              <strong>{decisionWords[decision.word].name}.</strong> {cutText(decision.why, mostLetters.words)}
            </Labelled>
          )}
        </dl>
      </div>
    </article>
  );
}
