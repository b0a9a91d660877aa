import { clsx } from 'clsx';
import type { PostKind } from '#db/vocabulary';
import { scaleWords, verdictWords } from '~/features/cycles/cycle-words';
import { capitalised } from '~/lib/number-format';
import { MarkdownText } from '~/ui/markdown-text';
import { ReleasedEvidence } from './charts/released-evidence';
import type { PostCard, PostContext, SharedPrediction, StorySection } from './post';
import { postKindWords, settingWords } from './post-words';

const kindLooks: Record<PostKind, string> = {
  win: 'bg-win-wash text-win',
  loss: 'bg-loss-wash text-loss',
  puzzle: 'bg-puzzle-wash text-puzzle',
  synthesis: 'bg-synthesis-wash text-synthesis',
};

export function PostKindBadge({ kind }: { kind: PostKind }) {
  return (
    <span
      className={clsx('inline-block rounded-full px-2.5 py-0.5 text-[13px] font-semibold', kindLooks[kind])}
    >
      {postKindWords[kind].name}
    </span>
  );
}

/** Where it was tried, in one line: `Grade 4 · Writing · Co-taught class · one class`. */
export function contextWords({ grades, subject, setting, scale, groupName }: PostContext): string {
  const parts = [
    ...[grades, subject],
    setting === null ? '' : settingWords[setting],
    scale === null ? '' : capitalised(scaleWords[scale]),
    groupName ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The story in two columns where there is room: expected beside happened, explanation beside advice. */
export function PostSections({ sections }: { sections: StorySection[] }) {
  return (
    <dl
      className={clsx(
        'grid gap-x-8 gap-y-3.5',
        sections.length > 1 && 'sm:grid-cols-2 sm:[&>*:last-child:nth-child(odd)]:col-span-2',
      )}
    >
      {sections.map(({ label, blocks }) => (
        <div key={label} className="min-w-0">
          <dt className="text-sm text-soft">{label}</dt>
          <dd className="mt-0.5 space-y-2 wrap-anywhere">
            <MarkdownText blocks={blocks} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function PostPredictions({ predictions }: { predictions: SharedPrediction[] }) {
  if (predictions.length === 0) return null;
  return (
    <ul className="space-y-1.5">
      {predictions.map(({ question, expected, verdict }) => (
        <li key={question} className="wrap-anywhere" dir="auto">
          {question} <span className="text-soft">{expected}</span>{' '}
          {verdict === null ? null : <strong>{verdictWords[verdict]}.</strong>}
        </li>
      ))}
    </ul>
  );
}

/** The run chart as it was released, or the shape in words with why no numbers are shown. */
export function PostEvidence({
  post,
}: {
  post: Pick<PostCard, 'chart' | 'shape' | 'hiddenWhy' | 'hasMovedOn'>;
}) {
  const { chart, shape, hiddenWhy, hasMovedOn } = post;
  return (
    <>
      <ReleasedEvidence {...{ chart, shape, hiddenWhy }} />
      {hasMovedOn && (chart !== null || shape !== '') ? (
        <p className="text-sm text-soft">The team has logged newer numbers since this was shared.</p>
      ) : null}
    </>
  );
}
