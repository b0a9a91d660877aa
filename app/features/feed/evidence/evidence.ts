import type { SmallChart } from '~/features/run-charts/view/small-chart';
import type { RunChartVerdict } from '~/features/run-charts/view/verdict/run-chart-verdict';
import type { MarkdownBlock } from '~/lib/plain-markdown';
import type { PostContext } from '../post';

/** By what the rows of an evidence grid are told apart. */
export const evidenceViews = ['grade', 'subject', 'setting', 'group', 'scale'] as const;
export type EvidenceView = (typeof evidenceViews)[number];

/** What became of a test: its decision, or none yet. */
export const evidenceColumns = ['adopt', 'adapt', 'abandon', 'testing'] as const;
export type EvidenceColumn = (typeof evidenceColumns)[number];

/** A test in a cell: a shared post, or a cycle that only its team and those who follow it see. */
export type EvidenceEntry = {
  id: string;
  to: string;
  title: string;
  /** The printed signature of a post; the place of an unshared cycle. */
  signedAs: string;
  /** `own`: the reader's team's, `followed`: of a team the reader follows; neither is shared. */
  reach: 'shared' | 'own' | 'followed';
  column: EvidenceColumn;
  context: PostContext;
  chart: SmallChart | null;
  verdict: Pick<RunChartVerdict, 'state' | 'side' | 'tone' | 'headline'> | null;
  /** What is said where no chart is shown. */
  words: string;
};

export type EvidenceRow = { context: string; cells: Record<EvidenceColumn, EvidenceEntry[]> };

/** What somebody who let the idea go would tell others. */
export type EvidenceAdvice = { postId: string; title: string; signedAs: string; blocks: MarkdownBlock[] };

/** Everything an idea's tests show to one reader. */
export type Evidence = {
  /** `Tested by 9 teams in 5 schools: …`; empty when nothing is shared. */
  sentence: string;
  rows: EvidenceRow[];
  /** Shared tests that the grid leaves out, older than those in it. */
  more: number;
  advice: EvidenceAdvice[];
};
