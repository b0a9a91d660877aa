import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PostKind } from '#db/vocabulary';
import { decisionWords, scaleWords, verdictWords } from '~/features/cycles/cycle-words';
import { chartInset, LinesInWords } from '~/features/run-charts/view/chart-frame';
import { RunChartSvg } from '~/features/run-charts/view/run-chart-svg';
import { chartSummary } from '~/features/run-charts/view/verdict/chart-summary';
import { VerdictWords } from '~/features/run-charts/view/verdict/verdict-words';
import { capitalised } from '~/lib/number-format';
import { MarkdownText } from '~/ui/markdown-text';
import { InfoLine } from '~/ui/info-line';
import type { PostCard, PostContext, SharedPrediction, StorySection } from './post';
import { postKindWords, settingWords } from './post-words';
import { storyLabels } from './posts/story-sections';

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

/** In a list the steps to try it stay on the post's own page. */
const briefly = (sections: StorySection[]) => sections.filter(({ label }) => label !== storyLabels.steps);

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
      {chart === null ? null : (
        <figure aria-label={`Run chart: ${chart.name}`}>
          <VerdictWords verdict={chart.model.verdict} />
          <p className="sr-only">{chartSummary(chart.model)}</p>
          <p className="mt-1 pl-[30px] text-sm text-soft">{chart.name}</p>
          <div className="@container mt-2">
            <div className={chartInset}>
              <RunChartSvg model={chart.model} />
            </div>
            <LinesInWords model={chart.model} />
          </div>
        </figure>
      )}
      {shape === '' ? null : <p className="font-semibold">{shape}</p>}
      {hiddenWhy === '' ? null : <InfoLine>{hiddenWhy}</InfoLine>}
      {hasMovedOn && (chart !== null || shape !== '') ? (
        <p className="text-sm text-soft">The team has logged newer numbers since this was shared.</p>
      ) : null}
    </>
  );
}

type Props = {
  post: PostCard;
  /** The card of a list links to the post; the post's own page and its preview do not. */
  isLinked?: boolean;
  /** The title is the page's own on the page of the post. */
  heading?: 'h1' | 'h2';
  /** Something small beside the signature, such as `New`. */
  mark?: ReactNode;
  /** What stands beneath the story: reactions, links. */
  children?: ReactNode;
};

/** A post, the same in the feed, on its own page and in the preview before it is shared. */
export function PostCardView({ post, isLinked = false, heading: Heading = 'h2', mark, children }: Props) {
  const context = contextWords(post.context);
  const titleId = `post-${post.id}`;
  return (
    <article
      aria-labelledby={titleId}
      className="rounded-card border border-line bg-surface p-5 shadow-[0_1px_2px_rgb(0_0_0/0.05)] sm:p-6 print:break-inside-avoid print:border-0 print:p-0 print:shadow-none"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="inline-flex flex-wrap items-center gap-2">
          <PostKindBadge kind={post.kind} />
          {mark}
        </span>
        <p className="text-sm text-soft" dir="auto">
          {post.signedAs} · {post.sharedOn}
          {post.changedOn === null ? '' : ` · changed ${post.changedOn}`}
        </p>
      </div>
      <Heading
        id={titleId}
        className={clsx('mt-3 wrap-anywhere', Heading === 'h1' ? 'text-[26px]' : 'text-[20px]')}
        dir="auto"
      >
        {isLinked ? (
          <Link to={`/posts/${post.id}`} className="no-underline hover:underline">
            {post.title}
          </Link>
        ) : (
          post.title
        )}
      </Heading>
      {context === '' && post.decision === null ? null : (
        <p className="mt-1 text-sm text-soft">
          {context}
          {post.decision === null ? null : (
            <>
              {context === '' ? '' : ' · '}
              <span className="font-semibold">{decisionWords[post.decision].past}</span>
            </>
          )}
        </p>
      )}
      <div className="mt-4 space-y-4">
        <PostSections sections={isLinked ? briefly(post.sections) : post.sections} />
        <PostPredictions predictions={post.predictions} />
        <PostEvidence post={post} />
        {post.idea === null ? null : (
          <p className="text-sm text-soft">
            Change idea: <Link to={`/ideas/${post.idea.id}`}>{post.idea.name}</Link>
          </p>
        )}
      </div>
      {children}
    </article>
  );
}
