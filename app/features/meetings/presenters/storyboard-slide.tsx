import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { decisionWords, verdictWords } from '~/features/cycles/cycle-words';
import { cutText } from '~/lib/cut-text';
import type { StoryboardView } from './shown';
import { StoryboardEvidence } from './storyboard-sheet';
import { carriedOutLabel } from './storyboard-words';

/** What a room can read from its last row, and the most that is sent to a screen that cuts by lines; the whole text is on the phones. */
const mostLetters = { idea: 160, question: 240, words: 360 };
const mostQuestions = 2;
/** More letters than these take smaller type, and more lines than a screen has for them. */
const lettersInLargeType = 700;
/** A screen below this height has room for one question, the chart and what came of it. */
const onTallScreens = 'hidden [@media(min-height:900px)]:block';

const labelType = 'text-[0.85em] text-soft';

function lettersOf({ objective, questions, carriedOut, learned, decision }: StoryboardView): number {
  const asked = questions
    .slice(0, mostQuestions)
    .flatMap(({ question, prediction, because, result }) => [question, prediction, because, result]);
  const words = [objective, ...asked, carriedOut, learned, decision?.why ?? ''];
  return words.reduce((sum, one) => sum + Math.min(one.length, mostLetters.words), 0);
}

function Labelled({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={className}>
      <dt className={labelType}>{label}</dt>
      <dd className="line-clamp-3 wrap-anywhere" dir="auto">
        {children}
      </dd>
    </div>
  );
}

type QuestionProps = { question: StoryboardView['questions'][number]; className: string | undefined };

function Question({ question, className }: QuestionProps) {
  const { prediction, because, verdict, result } = question;
  const reason = because.trim() === '' ? '' : `Because ${because.trim().replace(/^because\s+/i, '')}`;
  return (
    <li className={clsx('rounded-card border border-line bg-surface px-[1em] py-[0.5em]', className)}>
      <p className="line-clamp-2 font-semibold wrap-anywhere" dir="auto">
        {cutText(question.question, mostLetters.question)}
      </p>
      <dl className="mt-[0.3em] grid gap-x-8 gap-y-2 md:grid-cols-2">
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
 * A cycle as the room sees it on the projector: one screen of 1024 to 1920 pixels, read from the last row, whatever its team wrote.
 * School and team stand above it, in the line of the step.
 */
export function StoryboardSlide({ storyboard }: { storyboard: StoryboardView }) {
  const { changeIdea, cycleNumber, scale, objective, questions, carriedOut, learned, decision } = storyboard;
  const isLarge = lettersOf(storyboard) <= lettersInLargeType;
  return (
    <article
      data-slide
      className={clsx(
        'grid grow content-start gap-x-[3vw] gap-y-[1.5vh] leading-snug lg:grid-cols-2',
        isLarge ? 'text-[clamp(1.125rem,1.4vw,1.75rem)]' : 'text-[clamp(1.125rem,1.2vw,1.5rem)]',
      )}
    >
      <header className="flex flex-wrap items-baseline gap-x-[2vw] lg:col-span-2">
        <h2
          className={clsx(
            'min-w-0 leading-tight wrap-anywhere',
            isLarge
              ? 'line-clamp-2 text-[clamp(1.5rem,2.3vw,3.25rem)]'
              : 'line-clamp-1 text-[clamp(1.5rem,2.1vw,3rem)] [@media(min-height:900px)]:line-clamp-2',
          )}
          dir="auto"
        >
          {cutText(changeIdea, mostLetters.idea)}
        </h2>
        <p className="text-[clamp(1rem,1.2vw,1.5rem)] text-soft">
          Cycle {cycleNumber}
          {scale === '' ? '' : ` · ${scale}`}
          {isLarge ? '' : ' · in full on your phones'}
        </p>
      </header>
      <div className="min-w-0 space-y-[1.5vh]">
        {objective === '' ? null : (
          <p className="line-clamp-2 wrap-anywhere" dir="auto">
            {cutText(objective, mostLetters.words)}
          </p>
        )}
        <ul className="space-y-[1.5vh]">
          {questions.slice(0, isLarge ? mostQuestions : 1).map((question, index) => (
            <Question key={index} question={question} className={index === 0 ? undefined : onTallScreens} />
          ))}
        </ul>
        <dl className={clsx('space-y-[1vh]', !isLarge && '[@media(max-height:899px)]:[&_dd]:line-clamp-2')}>
          {carriedOut === '' || !isLarge ? null : (
            <Labelled label={carriedOutLabel.replace(/:$/, '')} className={onTallScreens}>
              {cutText(carriedOut, mostLetters.words)}
            </Labelled>
          )}
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
      {/* The chart grows with its letters: a projector's pixels are small in a large room. */}
      <div className="min-w-0 text-base [@media(min-width:1280px)_and_(min-height:800px)]:[zoom:1.2] [@media(min-width:1536px)_and_(min-height:960px)]:[zoom:1.45]">
        <StoryboardEvidence storyboard={storyboard} />
      </div>
    </article>
  );
}
