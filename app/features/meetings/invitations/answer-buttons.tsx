import { clsx } from 'clsx';
import type { InvitationAnswer } from '#db/vocabulary';
import { answerNames, offeredAnswers, ownAnswerWords } from './invitation-words';

type Choice = {
  answer: InvitationAnswer | null;
  /** The answer that a link in a mail named. */
  suggested?: InvitationAnswer | null;
};

/** The three buttons alone, where what they ask stands beside them. */
export function AnswerChoice({ answer, suggested = null }: Choice) {
  return (
    <div className="flex flex-wrap gap-2">
      {offeredAnswers.map((one) => (
        <button
          key={one}
          name="answer"
          value={one}
          aria-pressed={answer === one}
          className={clsx(
            'inline-flex min-h-11 min-w-20 items-center justify-center gap-1.5 rounded-md border px-4 py-2 font-semibold',
            answer === one
              ? 'border-accent bg-accent-wash text-accent ring-1 ring-accent'
              : suggested === one && answer === null
                ? 'border-accent bg-accent text-on-accent hover:brightness-110'
                : 'border-control bg-surface text-ink hover:bg-sunken',
          )}
        >
          {answer === one ? <span aria-hidden="true">✓</span> : null}
          {answerNames[one]}
        </button>
      ))}
    </div>
  );
}

/** Three buttons inside a form; the present answer is marked by a tick, too. */
export function AnswerButtons({ answer, suggested = null }: Choice) {
  return (
    <div>
      <AnswerChoice {...{ answer, suggested }} />
      <p className="mt-2 text-sm text-soft" role="status">
        {answer === null ? 'You have not answered yet.' : `${ownAnswerWords[answer]} You may change it.`}
      </p>
    </div>
  );
}
