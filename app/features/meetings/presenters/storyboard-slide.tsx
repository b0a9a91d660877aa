import { decisionWords, verdictWords } from '~/features/cycles/cycle-words';
import { cutText } from '~/lib/cut-text';
import type { StoryboardView } from './shown';
import { StoryboardEvidence } from './storyboard-sheet';

/** What a room can read from its last row; the whole text is on the phones. */
const mostLetters = { idea: 120, objective: 180, question: 160, words: 220 };
const mostQuestions = 2;

function Question({ question }: { question: StoryboardView['questions'][number] }) {
  const { prediction, because, verdict, result } = question;
  return (
    <li className="rounded-card border border-line bg-surface p-5">
      <p className="text-[22px] leading-snug font-semibold wrap-anywhere" dir="auto">
        {cutText(question.question, mostLetters.question)}
      </p>
      <dl className="mt-3 grid gap-x-8 gap-y-3 text-[20px] leading-snug md:grid-cols-2">
        <div>
          <dt className="text-base text-soft">We predicted</dt>
          <dd className="mt-0.5 wrap-anywhere" dir="auto">
            {[prediction, because === '' ? '' : `Because ${because.replace(/^because\s+/i, '')}`]
              .filter((words) => words !== '')
              .map((words) => cutText(words, mostLetters.words))
              .join(' ')}
          </dd>
        </div>
        <div>
          <dt className="text-base text-soft">What happened</dt>
          <dd className="mt-0.5 wrap-anywhere" dir="auto">
            <strong>{verdict === null ? 'No verdict yet.' : `${verdictWords[verdict]}.`}</strong>{' '}
            {cutText(result, mostLetters.words)}
          </dd>
        </div>
      </dl>
    </li>
  );
}

/** A cycle as the room sees it on the projector: 1280 to 1920 pixels wide, read from the last row. */
export function StoryboardSlide({ storyboard }: { storyboard: StoryboardView }) {
  const { signedAs, changeIdea, cycleNumber, scale, objective, questions, learned, decision } = storyboard;
  return (
    <article data-slide className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <header className="lg:col-span-2">
        <p className="text-xl text-soft" dir="auto">
          {signedAs}
        </p>
        <h2 className="mt-1 text-[40px] leading-tight wrap-anywhere" dir="auto">
          {cutText(changeIdea, mostLetters.idea)}
        </h2>
        <p className="mt-1 text-xl text-soft">
          Cycle {cycleNumber}
          {scale === '' ? '' : ` · ${scale}`}
        </p>
      </header>
      <div className="min-w-0 space-y-5">
        {objective === '' ? null : (
          <p className="text-[22px] leading-snug wrap-anywhere" dir="auto">
            {cutText(objective, mostLetters.objective)}
          </p>
        )}
        <ul className="space-y-4">
          {questions.slice(0, mostQuestions).map((question, index) => (
            <Question key={index} question={question} />
          ))}
        </ul>
      </div>
      <div className="min-w-0 space-y-5">
        {/* The chart grows with its letters: a projector's pixels are small in a large room. */}
        <div className="xl:[zoom:1.2] 2xl:[zoom:1.45]">
          <StoryboardEvidence storyboard={storyboard} />
        </div>
        <dl className="space-y-4 text-[22px] leading-snug">
          {learned === '' ? null : (
            <div>
              <dt className="text-base text-soft">What we learned</dt>
              <dd className="mt-0.5 wrap-anywhere" dir="auto">
                {cutText(learned, mostLetters.words)}
              </dd>
            </div>
          )}
          {decision === null ? null : (
            <div>
              <dt className="text-base text-soft">What we decided</dt>
              <dd className="mt-0.5 wrap-anywhere" dir="auto">
                <strong>{decisionWords[decision.word].name}.</strong>{' '}
                {cutText(decision.why, mostLetters.words)}
              </dd>
            </div>
          )}
        </dl>
      </div>
    </article>
  );
}
