import { clsx } from 'clsx';
import { Fragment } from 'react';
import { ReleasedEvidence } from '~/features/feed/charts/released-evidence';
import { cutText } from '~/lib/cut-text';
import type { StoryboardView } from './shown';
import { NoteLines } from '../packet/note-lines';
import { markedParts } from './marked-words';
import { fitStoryboard } from './storyboard-fit-rules';
import type { FitSize, FittedParagraph } from './storyboard-fit-rules';
import { partsOf } from './storyboard-parts';
import type { StoryboardParts } from './storyboard-parts';
import { nothingYet, shortenedWords } from './storyboard-words';

const paperType: Record<FitSize, string> = {
  0: 'print:text-[14px] print:leading-[19px]',
  1: 'print:text-[12px] print:leading-[16px]',
  2: 'print:text-[10.5px] print:leading-[14px]',
};

/** Two lines on paper. */
const longestPaperTitle = 100;

const partNames: Record<keyof StoryboardParts, string> = {
  plan: 'Plan',
  do: 'Do',
  study: 'Study',
  act: 'Act',
};

function Marked({ text, marked }: { text: string; marked: readonly string[] }) {
  return markedParts(text, marked).map((part, index) =>
    part.isMarked ? (
      <mark key={index} className="rounded-sm bg-away-wash px-0.5 text-ink">
        {part.text}
      </mark>
    ) : (
      <Fragment key={index}>{part.text}</Fragment>
    ),
  );
}

type WordsProps = { lead: string; text: string; marked?: readonly string[] };

function Words({ lead, text, marked = [] }: WordsProps) {
  return (
    <>
      {lead === '' ? null : (
        <strong>
          <Marked text={lead} marked={marked} />
        </strong>
      )}{' '}
      <span className="whitespace-pre-line">
        <Marked text={text} marked={marked} />
      </span>
    </>
  );
}

/** The whole text on the screen; on paper what fits. */
function FittedWords({ paragraph, marked }: { paragraph: FittedParagraph; marked: readonly string[] }) {
  const { onPaper, ...whole } = paragraph;
  const isSame = onPaper.lead === whole.lead && onPaper.text === whole.text;
  if (isSame)
    return (
      <p className="wrap-anywhere" dir="auto">
        <Words {...whole} marked={marked} />
      </p>
    );
  const isNothing = onPaper.lead + onPaper.text === '';
  return (
    <>
      <p className="wrap-anywhere print:hidden" dir="auto">
        <Words {...whole} marked={marked} />
      </p>
      {isNothing ? null : (
        <p className="hidden wrap-anywhere print:block" dir="auto" aria-hidden="true">
          <Words {...onPaper} />
        </p>
      )}
    </>
  );
}

function Part({
  name,
  paragraphs,
  size,
  marked,
}: {
  name: keyof StoryboardParts;
  paragraphs: FittedParagraph[];
  size: FitSize;
  marked: readonly string[];
}) {
  return (
    <section className="min-w-0 border-t border-strong pt-2">
      <h3 className="text-base">{partNames[name]}</h3>
      <div className={clsx('mt-1 space-y-2 print:space-y-[5px]', paperType[size])}>
        {paragraphs.length === 0 ? <p className="text-soft">{nothingYet[name]}</p> : null}
        {paragraphs.map((paragraph, index) => (
          <FittedWords key={index} paragraph={paragraph} marked={marked} />
        ))}
      </div>
    </section>
  );
}

/** The released chart with its sentence, or the shape in words. */
export function StoryboardEvidence({
  storyboard: { chart, shape, hiddenWhy },
}: {
  storyboard: Pick<StoryboardView, 'chart' | 'shape' | 'hiddenWhy'>;
}) {
  if (chart === null && shape === '' && hiddenWhy === '') return null;
  return (
    <div className="space-y-2 border-t border-strong pt-3">
      <ReleasedEvidence {...{ chart, shape, hiddenWhy }} />
    </div>
  );
}

type Props = {
  storyboard: StoryboardView;
  /** On a page of the packet it takes one printed page; elsewhere it is as long as it is. */
  isPage?: boolean;
  /** Words its team is asked about before it agrees: marked where they stand. */
  marked?: readonly string[];
};

/** A cycle as the room sees it: on a phone, on the screen, and on one printed page. */
export function StoryboardSheet({ storyboard, isPage = false, marked = [] }: Props) {
  const { signedAs, changeIdea, cycleNumber, scale, chart } = storyboard;
  const { size, parts, isCut } = fitStoryboard(partsOf(storyboard), { hasChart: chart !== null });
  return (
    <article
      data-storyboard
      className={clsx(
        'rounded-card border border-line bg-surface p-5 sm:p-6 print:rounded-none print:border-0 print:p-0',
        isPage && 'print:flex print:h-[250mm] print:break-inside-avoid print:flex-col print:overflow-hidden',
      )}
    >
      <p className="text-sm text-soft" dir="auto">
        {signedAs}
      </p>
      <h2 className="mt-1 text-2xl wrap-anywhere print:text-[22px]" dir="auto">
        <span className="print:hidden">
          <Marked text={changeIdea} marked={marked} />
        </span>
        <span className="hidden print:inline" aria-hidden="true">
          {cutText(changeIdea, longestPaperTitle)}
        </span>
      </h2>
      <p className="mt-1 text-sm text-soft">
        Cycle {cycleNumber}
        {scale === '' ? '' : ` · ${scale}`}
      </p>
      <div className="mt-4 space-y-4 print:mt-3 print:space-y-3">
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2 print:grid-cols-2">
          <Part name="plan" paragraphs={parts.plan} {...{ size, marked }} />
          <Part name="do" paragraphs={parts.do} {...{ size, marked }} />
        </div>
        <StoryboardEvidence storyboard={storyboard} />
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2 print:grid-cols-2">
          <Part name="study" paragraphs={parts.study} {...{ size, marked }} />
          <Part name="act" paragraphs={parts.act} {...{ size, marked }} />
        </div>
      </div>
      {isPage && !isCut ? (
        <div className="hidden min-h-0 flex-1 overflow-hidden print:block">
          <NoteLines count={26} />
        </div>
      ) : null}
      {isPage && isCut ? (
        <p className="mt-3 hidden text-[11px] text-soft print:block">{shortenedWords}</p>
      ) : null}
    </article>
  );
}
