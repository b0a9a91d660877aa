import type { PostCard } from '../post';

/** A post with the open reports about it. Reporters are named here and nowhere else. */
export type ReportedPost = {
  card: PostCard;
  reports: { id: string; reason: string; by: string; on: string }[];
};

/** A post that is hidden now, to be found again. */
export type HiddenPost = { id: string; title: string; signedAs: string; reason: string; on: string };

export type ReportsPage = { posts: ReportedPost[]; page: number; pages: number };

/** Why a post was not hidden, with what was typed. */
export type HidingAnswer = { message: string; typed: string };
