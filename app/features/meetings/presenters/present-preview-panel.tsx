import { useLayoutEffect, useRef } from 'react';
import { TextQuestionList } from '~/features/disclosure/free-text/text-question-list';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/card';
import type { PresentPreview } from './present-preview';
import { StoryboardSheet } from './storyboard-sheet';

type Props = {
  preview: PresentPreview;
  looked: string | undefined;
  agreeWords: string;
  /** It answers a form: reading goes on here. */
  isAnswer: boolean;
};

/** The cycle exactly as the room would see it, what is hidden and why, and what to look at once more. Stands inside the form. */
export function PresentPreviewPanel({ preview, looked, agreeWords, isAnswer }: Props) {
  const { storyboard, told, asked, print, questionsPrint, notice } = preview;
  const marked = asked.flatMap(({ questions }) => questions.map(({ excerpt }) => excerpt));
  const isMissed = notice !== null && looked !== questionsPrint;
  const heading = useRef<HTMLHeadingElement>(null);
  // Before it is painted: what moves under a finger that is about to press makes it miss.
  useLayoutEffect(() => {
    if (isAnswer) heading.current?.focus();
  }, [preview, isAnswer]);
  return (
    <section aria-labelledby="preview-title" className="space-y-4">
      <input type="hidden" name="previewed" value={print} />
      <div>
        <h2 id="preview-title" ref={heading} tabIndex={-1}>
          What the room would see
        </h2>
        <p className="text-soft">
          On the projector, on phones and in the packet: exactly this, nothing more.
        </p>
      </div>
      {notice === null ? null : (
        <Notice tone="attention" role="alert">
          {notice}
        </Notice>
      )}
      {asked.length === 0 ? null : (
        <div className="rounded-card border border-puzzle bg-puzzle-wash px-4 py-3">
          <p className="font-semibold">A question before you agree</p>
          <p>The words it is about are marked below.</p>
          {asked.map(({ label, questions }) => (
            <div key={label} className="mt-2">
              <p className="text-sm text-soft">{label}</p>
              <TextQuestionList questions={questions} />
            </div>
          ))}
          <label className="mt-3 flex min-h-6 items-start gap-2.5">
            <input
              type="checkbox"
              data-draft="none"
              aria-invalid={isMissed ? true : undefined}
              name="looked"
              value={questionsPrint}
              defaultChecked={looked === questionsPrint}
              className="mt-1 size-4.5 accent-accent"
            />
            I have looked: nobody can be recognised by these words.
          </label>
        </div>
      )}
      <StoryboardSheet storyboard={storyboard} marked={marked} />
      {told === null ? null : (
        <Notice>
          <p className="font-semibold">Only you see this: why there are no numbers</p>
          <p className="mt-1">{told.why}</p>
          <p className="mt-1">{told.alternative}</p>
        </Notice>
      )}
      <Button tone="primary" name="step" value="agree">
        {agreeWords}
      </Button>
    </section>
  );
}
