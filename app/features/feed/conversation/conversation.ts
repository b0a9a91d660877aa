import type { MarkdownBlock } from '~/lib/plain-markdown';

/** The name of a team that its signature hides, beneath its own words. */
export const originName = 'The team that shared this';

/** A comment as its readers see it. One of a hidden team holds neither name nor place. */
export type PostComment = {
  id: string;
  signedBy: string;
  /** `Eastern Ridge ES · Grade 4`, or `Coach`; empty where it would tell too much. */
  place: string;
  /** `Feb 6, 12:04` */
  on: string;
  blocks: MarkdownBlock[];
  isMine: boolean;
  isWithdrawn: boolean;
};

/** A comment with its answers, and the id that an answer written now will have. */
export type CommentThread = PostComment & { replies: PostComment[]; newReplyId: string };

export type Conversation = { threads: CommentThread[]; page: number; pages: number };

/** What writing a comment came to. `nextId` is the id of what is written next in the same form. */
export type CommentAnswer =
  | { ok: true; nextId: string; at: string }
  | {
      ok: false;
      nextId: string;
      isGone: boolean;
      message: string;
      typed: string;
      parentId: string | null;
      /** The questions about its words, to be looked at before it is sent all the same; null where there are none. */
      asked: string | null;
    };
