import type { PostCard } from '~/features/feed/post';

/** A team as its sponsor sees it: that it is at work, and nothing of what it works on. */
export type Participation = {
  teamName: string;
  schoolName: string;
  openCycles: number;
  /** Cycles begun and completed in this school year. */
  begun: number;
  completed: number;
  /** Meetings of its cohorts in this school year that somebody of the team came to. */
  meetings: number;
  /** Whole weeks from the one it was last at work in to this one; null before its first. */
  weeksSince: number | null;
};

export type ParticipationPage = {
  rows: Participation[];
  total: number;
  pages: number;
  page: number;
  search: string;
};

/** A post of the sponsor's schools in brief; everything in it is on the post's own page. */
export type SchoolPost = Pick<PostCard, 'id' | 'kind' | 'title' | 'signedAs' | 'sharedOn'> & {
  /** What its chart shows, as it was released; empty where it has none. */
  shown: string;
};

export type SchoolPostsPage = { posts: SchoolPost[]; total: number; pages: number; page: number };

/** What a sponsor finds on This week. */
export type SponsorView = {
  /** `2025-26` */
  schoolYear: string;
  participation: ParticipationPage;
  posts: SchoolPostsPage;
};
