import type { ActivityKind, Decision } from '#db/vocabulary';
import { activitySentence } from '~/features/activity/activity-words';
import type { Asked } from '~/features/coaching/reviews/asked-words';
import { originName } from '~/features/feed/conversation/conversation';

/** What is known of an event when its words are made for one reader, who may see it. Absent things are null. */
export type NoticeFacts = {
  kind: ActivityKind;
  detail: string;
  actorName: string;
  aboutName: string | null;
  /** The event concerns the reader. */
  isAboutReader: boolean;
  /** Who followed the coach who left; null where nobody was named. */
  nextCoachName: string | null;
  /** The reader coaches or facilitates some team today. */
  followsTeams: boolean;
  /** The reader may read the event's team today. */
  readsTeam: boolean;
  teamId: string;
  teamName: string;
  schoolName: string;
  cycleId: string | null;
  cycleNumber: number | null;
  changeIdea: string | null;
  measureId: string | null;
  measureName: string | null;
  reviewId: string | null;
  /** The team asks again: its coach has read the cycle before. */
  asksAgain: boolean;
  /** Another review of the cycle began after it. */
  isEarlierReview: boolean;
  reviewCommentId: string | null;
  /** What its coach sent with this step. */
  asked: Asked;
  /** What was said with it: the step's note, the answer, the nudge, the reason, the comment as plain text. */
  words: string | null;
  nudgePath: string | null;
  postId: string | null;
  postTitle: string | null;
  commentId: string | null;
  /** The comment is signed as the team that shared the post. */
  asOrigin: boolean;
  /** `Grade 6, Northgate MS`; null where the team that tries it wants nobody told who it is. */
  triedBy: string | null;
  /** The meeting it was said or agreed in. */
  meetingId: string | null;
  /** Null where the reader may not know it. */
  meetingTitle: string | null;
  /** The presentation or the commitment it tells of. */
  aboutId: string | null;
};

const pastDecisions: Record<Decision | 'stopped', string> = {
  adopt: 'adopted',
  adapt: 'decided to adapt',
  abandon: 'abandoned',
  stopped: 'stopped',
};

function decidedWord(detail: string): string {
  const word = Object.entries(pastDecisions).find(([decision]) => decision === detail);
  return word?.[1] ?? 'finished';
}

const post = ({ postTitle }: NoticeFacts) => `“${postTitle ?? ''}”`;
const writer = ({ asOrigin, actorName }: NoticeFacts) => (asOrigin ? originName : actorName);
const trier = ({ triedBy }: NoticeFacts) => triedBy ?? 'Another team';
/** ` in “Winter network day”`; nothing where the title may not be said. */
const inMeeting = ({ meetingTitle }: NoticeFacts) =>
  meetingTitle === null ? ' in a meeting' : ` in “${meetingTitle}”`;
const cycleOf = ({ cycleNumber, changeIdea }: NoticeFacts) =>
  `cycle ${cycleNumber ?? ''}${changeIdea === null ? '' : ` of “${changeIdea}”`}`;
const coachName = ({ aboutName, actorName }: NoticeFacts) => aboutName ?? actorName;

const several = (count: number, one: string, more: string) => (count === 1 ? one : more);

/** What came back with a review: questions, ideas, or words alone. */
function sentWords({ asked: { questions, ideas } }: NoticeFacts): string {
  if (questions + ideas === 0) return 'wrote about';
  const parts = [
    ...(questions > 0 ? [several(questions, 'a question', 'questions')] : []),
    ...(ideas > 0 ? [several(ideas, 'an idea', 'ideas')] : []),
  ];
  return `sent ${parts.join(' and ')} about`;
}

const sentences: Partial<Record<ActivityKind, (facts: NoticeFacts) => string>> = {
  post_commented: (facts) =>
    facts.isAboutReader
      ? `${writer(facts)} answered you under ${post(facts)}`
      : `${writer(facts)} wrote about ${post(facts)}`,
  post_mentioned: (facts) => `${writer(facts)} mentioned you under ${post(facts)}`,
  post_hidden: (facts) => `A facilitator hid your team’s post ${post(facts)}`,
  post_shown_again: (facts) => `Your team’s post ${post(facts)} is shown again`,
  cycle_replicated: (facts) => `${trier(facts)} tries what your team told in ${post(facts)}`,
  replication_decided: (facts) =>
    `${trier(facts)} ${decidedWord(facts.detail)} what your team told in ${post(facts)}`,
  review_requested: (facts) =>
    facts.asksAgain
      ? `${facts.actorName} asked you to look again at cycle ${facts.cycleNumber ?? ''} of “${facts.changeIdea ?? ''}”`
      : activitySentence(facts),
  review_returned: (facts) => `${facts.actorName} ${sentWords(facts)} ${cycleOf(facts)}`,
  presentation_asked: (facts) =>
    `${facts.actorName} asks your team to present ${cycleOf(facts)}${inMeeting(facts)}`,
  presentation_agreed: (facts) => `The team agreed to present ${cycleOf(facts)}${inMeeting(facts)}`,
  presentation_declined: (facts) => `The team would rather not present ${cycleOf(facts)}${inMeeting(facts)}`,
  meeting_feedback: (facts) =>
    facts.cycleId === null
      ? `Your team got feedback${inMeeting(facts)}`
      : `Your team got feedback on ${cycleOf(facts)}${inMeeting(facts)}`,
  commitment_made: (facts) =>
    `${facts.actorName} noted what ${facts.isAboutReader ? 'you' : 'your team'} took on${inMeeting(facts)}`,
  commitment_changed: (facts) =>
    `${facts.actorName} changed what ${facts.isAboutReader ? 'you' : 'your team'} took on${inMeeting(facts)}`,
  commitment_kept: (facts) =>
    `${facts.actorName} kept what ${facts.isAboutReader ? 'you' : 'your team'} took on${inMeeting(facts)}`,
  nudge_sent: ({ actorName }) => `${actorName} wrote to your team`,
  coach_began: (facts) => {
    if (facts.detail === 'already')
      return facts.isAboutReader
        ? 'A team that you coach was handed on to you'
        : `${coachName(facts)} carries on as your team’s coach`;
    return facts.isAboutReader
      ? 'You coach this team from now on'
      : `${coachName(facts)} coaches your team from now on`;
  },
  coach_ended: (facts) => {
    if (facts.isAboutReader)
      return `You no longer coach ${facts.teamName}${facts.nextCoachName === null ? '' : `; ${facts.nextCoachName} follows`}`;
    const waits = facts.detail === 'reviews_wait' ? '; what you asked about waits for the next coach' : '';
    return `${coachName(facts)} no longer coaches your team${waits}`;
  },
};

/** What happened, in one sentence for the reader, without its full stop. */
export function noticeSentence(facts: NoticeFacts): string {
  return sentences[facts.kind]?.(facts) ?? activitySentence(facts);
}

const ofPosts: readonly ActivityKind[] = [
  'post_commented',
  'post_mentioned',
  'post_hidden',
  'post_shown_again',
  'cycle_replicated',
  'replication_decided',
];

/** `Northgate MS · Grade 6`. Nothing for what is told of a post: whose it is, its own signature says or hides. */
export function noticePlace({ kind, readsTeam, schoolName, teamName }: NoticeFacts): string {
  return readsTeam && !ofPosts.includes(kind) ? `${schoolName} · ${teamName}` : '';
}

function reviewPath({ cycleId, reviewId, isEarlierReview, reviewCommentId }: NoticeFacts): string {
  const which = isEarlierReview && reviewId !== null ? `?review=${reviewId}` : '';
  const where = reviewCommentId === null ? '' : `#comment-${reviewCommentId}`;
  return `/cycles/${cycleId ?? ''}/review${which}${where}`;
}

function coachingPath({ isAboutReader, readsTeam, kind, teamId, followsTeams }: NoticeFacts): string {
  if (!readsTeam) return followsTeams ? '/coaching' : '/';
  return isAboutReader && kind === 'coach_began' ? `/coaching/${teamId}` : `/teams/${teamId}`;
}

/** Where a meeting's news lead: what was asked, what was taken on, or the cycle that got feedback. */
function meetingPath({ kind, aboutId, cycleId, meetingId }: NoticeFacts): string | null {
  if (kind.startsWith('presentation_')) return `/presentations/${aboutId ?? ''}`;
  if (kind.startsWith('commitment_')) return `/commitments/${aboutId ?? ''}`;
  if (kind !== 'meeting_feedback') return null;
  return cycleId === null ? `/meetings/${meetingId ?? ''}` : `/cycles/${cycleId}`;
}

/** A path of ours that leads to the very thing. */
export function noticePath(facts: NoticeFacts): string {
  const ofMeeting = meetingPath(facts);
  if (ofMeeting !== null) return ofMeeting;
  const { kind, postId, commentId, cycleId, measureId, teamId, nudgePath } = facts;
  if (kind === 'coach_began' || kind === 'coach_ended') return coachingPath(facts);
  if (postId !== null && ofPosts.includes(kind))
    return commentId === null
      ? `/posts/${postId}`
      : `/posts/${postId}?comment=${commentId}#comment-${commentId}`;
  if (kind === 'nudge_sent') return nudgePath ?? `/teams/${teamId}`;
  if (kind.startsWith('review_') && cycleId !== null) return reviewPath(facts);
  if (kind === 'cycle_decided' && cycleId !== null) return `/cycles/${cycleId}/act`;
  if (cycleId !== null) return `/cycles/${cycleId}`;
  return measureId === null ? `/teams/${teamId}` : `/measures/${measureId}`;
}
