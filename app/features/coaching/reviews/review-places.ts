import type { WorkingStage } from '#db/vocabulary';
import type { PointChoice } from './chart-points';
import type { AnchorKey } from './comment-anchor';
import type { CommentView, ReviewPage } from './review-page';

/** A part of a cycle on which a comment hangs, as its form needs it. */
export type CommentPlace = { label: string; stage: WorkingStage; points?: PointChoice[] };

export const cycleName = ({ number, changeIdea }: ReviewPage['cycle']) =>
  `Cycle ${number} of “${changeIdea}”`;

/** The part with this key; `this part` where the cycle no longer has it. */
export function placeAt({ stages }: Pick<ReviewPage, 'stages'>, anchor: AnchorKey): CommentPlace {
  for (const { stage, parts, charts, whole } of stages) {
    const part = [...parts, whole].find((one) => one.anchor === anchor);
    if (part) return { label: part.label, stage };
    const chart = charts.find((one) => one.anchor === anchor);
    if (chart) return { label: `the chart of ${chart.question.question}`, stage, points: chart.points };
  }
  return { label: 'this part', stage: 'plan' };
}

function commentsIn({ stages }: Pick<ReviewPage, 'stages'>): CommentView[] {
  return stages
    .flatMap(({ parts, charts, whole }) => [...parts, ...charts, whole])
    .flatMap(({ comments }) => comments);
}

/** A comment of the review by its id; null where this person reads none such. */
export function commentWith(page: Pick<ReviewPage, 'stages'>, id: string): CommentView | null {
  return commentsIn(page).find((comment) => comment.id === id) ?? null;
}

/** How many comments the team has not read yet. */
export function unreadIn(page: Pick<ReviewPage, 'stages'>): number {
  return commentsIn(page).filter(({ handedAt }) => handedAt === null).length;
}
