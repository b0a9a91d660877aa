import { Lightbulb, MessageCircleQuestion, Sparkles } from 'lucide-react';
import type { ReviewCommentKind } from '#db/vocabulary';

const marks = { ask: MessageCircleQuestion, suggest: Lightbulb, celebrate: Sparkles };

/** The quiet mark of a kind of comment; its word always stands beside it. */
export function CommentMark({ kind }: { kind: ReviewCommentKind }) {
  const Mark = marks[kind];
  return <Mark size={17} aria-hidden="true" className="mr-1.5 inline shrink-0 align-[-3px] text-accent" />;
}
