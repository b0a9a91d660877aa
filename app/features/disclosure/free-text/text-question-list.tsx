import { seenOf } from './seen-text';
import type { TextQuestion } from './text-question';

/** The questions about one field, beside it. Nothing here stops the form. */
export function TextQuestionList({ questions, id }: { questions: TextQuestion[]; id?: string }) {
  if (questions.length === 0) return null;
  return (
    <ul id={id} className="mt-2 space-y-1 rounded-card border border-line bg-accent-wash px-4 py-3 text-sm">
      {questions.map((question) => (
        <li key={question.from} className="[overflow-wrap:anywhere]">
          <Reason question={question} />
        </li>
      ))}
    </ul>
  );
}

/** The sentence with its excerpt marked where it quotes it, or before it where the excerpt is quoted short. */
function Reason({ question }: { question: TextQuestion }) {
  const { reason } = question;
  const excerpt = seenOf(question.excerpt);
  const quoted = `“${excerpt}”`;
  const at = reason.indexOf(quoted);
  const marked = (
    <mark className="rounded-sm bg-away-wash px-0.5 text-ink">
      <bdi>{excerpt}</bdi>
    </mark>
  );
  if (at === -1) {
    return (
      <>
        {marked} {reason}
      </>
    );
  }
  return (
    <>
      {reason.slice(0, at)}“{marked}”{reason.slice(at + quoted.length)}
    </>
  );
}
