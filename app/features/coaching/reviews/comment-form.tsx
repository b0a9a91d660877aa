import { useRef } from 'react';
import { reviewCommentKinds } from '#db/vocabulary';
import type { ReviewCommentKind, WorkingStage } from '#db/vocabulary';
import { Button } from '~/ui/button';
import { ChoiceField, SelectField, TextAreaField } from '~/ui/field';
import { useScriptReady } from '~/ui/script-ready';
import type { PointChoice } from './chart-points';
import { promptsFor } from './review-prompts';
import { InPlaceForm } from './in-place-form';
import type { Refusal } from './in-place-form';
import { lengthHint } from './review-lengths';
import { commentKindWords } from './review-words';

type Props = {
  reviewId: string;
  /** What the comment hangs on. */
  anchor: string;
  stage: WorkingStage;
  label: string;
  newId: string;
  /** The points of a chart, where the comment hangs on one. */
  points?: PointChoice[];
  /** What was typed before it was refused, on a page of its own. */
  typed?: { kind: ReviewCommentKind; body: string; pointOn: string; refused: Refusal };
};

const promptShown: Record<ReviewCommentKind, string> = {
  ask: 'group-has-[input[value=ask]:checked]/kind:block',
  suggest: 'group-has-[input[value=suggest]:checked]/kind:block',
  celebrate: 'group-has-[input[value=celebrate]:checked]/kind:block',
};

/** A comment on one part of the cycle, with beginnings of good questions beside it. */
export function CommentForm({ reviewId, anchor, stage, label, newId, points, typed }: Props) {
  const text = useRef<HTMLTextAreaElement>(null);
  const id = `comment-on-${anchor}`.replaceAll(/[^\w-]/g, '-');
  return (
    <InPlaceForm
      action={`/reviews/${reviewId}/comments`}
      refused={typed?.refused}
      about={label}
      keptAs={`reviews/${reviewId}/comments/${anchor}`}
      className="group/kind mt-2 space-y-3 rounded-md bg-sunken p-4"
    >
      {(refusal) => (
        <>
          <input type="hidden" name="id" value={refusal?.id ?? newId} />
          <input type="hidden" name="about" value={anchor} />
          {points === undefined ? null : (
            <SelectField
              field={{ id: `${id}-point`, name: 'pointOn', initialValue: typed?.pointOn }}
              label="Which point?"
              className="max-w-72"
            >
              {points.map(({ on, words }) => (
                <option key={on} value={on}>
                  {words}
                </option>
              ))}
            </SelectField>
          )}
          <ChoiceField
            field={{ id: `${id}-kind`, name: 'kind', initialValue: typed?.kind ?? 'ask' }}
            label={<span className="sr-only">Kind of comment on {label}</span>}
            choices={reviewCommentKinds.map((value) => ({ value, label: commentKindWords[value].name }))}
          />
          <TextAreaField
            ref={text}
            field={{
              ...{ id: `${id}-body`, name: 'body', initialValue: typed?.body },
              errors: refusal === null ? undefined : [refusal.message],
            }}
            label="What would you say to the team?"
            hint={lengthHint}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- refused forms have a page to themselves
            autoFocus={typed !== undefined}
            rows={3}
            dir="auto"
          />
          {reviewCommentKinds.map((kind) => (
            <div key={kind} className={`hidden ${promptShown[kind]}`}>
              <Prompts
                prompts={promptsFor(stage, kind)}
                onChoose={(prompt) => {
                  if (text.current === null) return;
                  text.current.value = [text.current.value.trim(), prompt].filter(Boolean).join('\n');
                  text.current.dispatchEvent(new Event('input', { bubbles: true }));
                  text.current.focus();
                }}
              />
            </div>
          ))}
          <Button>Keep this comment</Button>
        </>
      )}
    </InPlaceForm>
  );
}

function Prompts({ prompts, onChoose }: { prompts: readonly string[]; onChoose: (prompt: string) => void }) {
  const hasScript = useScriptReady();
  return (
    <>
      <p className="text-sm text-soft">For example</p>
      <ul className="mt-1 space-y-1 text-sm">
        {prompts.map((prompt) => (
          <li key={prompt}>
            {hasScript ? (
              <button
                type="button"
                className="min-h-6 text-left text-accent underline underline-offset-3"
                onClick={() => onChoose(prompt)}
              >
                {prompt}
              </button>
            ) : (
              <span className="text-soft">“{prompt}”</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
