import { useLayoutEffect, useRef } from 'react';
import { TextQuestionList } from '~/features/disclosure/free-text/text-question-list';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/card';
import { PostCardView } from '../post-card';
import { audienceWords } from '../post-words';
import type { SharePreview } from './share-preview';

type Props = { preview: SharePreview; looked: string | undefined; shareWords: string };

/** The post exactly as others will see it, what is hidden and why, and what to look at once more. Stands inside the form. */
export function SharePreviewPanel({ preview, looked, shareWords }: Props) {
  const { card, told, asked, print, questionsPrint, notice } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  // Before it is painted: what moves under a finger that is about to press makes it miss.
  useLayoutEffect(() => heading.current?.focus(), [preview]);
  return (
    <section aria-labelledby="preview-title" className="space-y-4">
      <input type="hidden" name="previewed" value={print} />
      <div>
        <h2 id="preview-title" ref={heading} tabIndex={-1}>
          What others will see
        </h2>
        <p className="text-soft">{audienceWords[card.audience].sharedWith}, exactly like this.</p>
      </div>
      {notice === null ? null : (
        <Notice tone="attention" role="alert">
          {notice}
        </Notice>
      )}
      <PostCardView post={card} />
      {told === null ? null : (
        <Notice>
          <p className="font-semibold">Only you see this: why there are no numbers</p>
          <p className="mt-1">{told.why}</p>
          <p className="mt-1">{told.alternative}</p>
        </Notice>
      )}
      {asked.length === 0 ? null : (
        <div className="rounded-card border border-puzzle bg-puzzle-wash px-4 py-3">
          <p className="font-semibold">A question before you share</p>
          {asked.map(({ label, questions }) => (
            <div key={label} className="mt-2">
              <p className="text-sm text-soft">{label}</p>
              <TextQuestionList questions={questions} />
            </div>
          ))}
          <label className="mt-3 flex min-h-6 items-start gap-2.5">
            <input
              type="checkbox"
              name="looked"
              value={questionsPrint}
              defaultChecked={looked === questionsPrint}
              className="mt-1 size-4.5 accent-accent"
            />
            I have looked: nobody can be recognised by these words.
          </label>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" name="step" value="share">
          {shareWords}
        </Button>
      </div>
    </section>
  );
}
