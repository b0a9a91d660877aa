import type { ActivityKind, NoticeUrgency } from '#db/vocabulary';

/** What is known of an event, as plain ids, when it is decided who hears of it. */
export type EventFacts = {
  actorId: string;
  /** Who works in the event's team today, and who coaches it. */
  memberIds: readonly string[];
  coachIds: readonly string[];
  /** The person the event concerns; null where it concerns nobody in particular. */
  aboutPersonId: string | null;
  /** Who asked for the review and still works in the team; null where nobody such did. */
  askedBy: string | null;
  /** The coach who reads the cycle; null where nobody does yet. */
  reviewCoachId: string | null;
  /** Who wrote in the thread of a review's comment before. */
  threadIds: readonly string[];
  /** Whom the comment names: they hear of that, and not of the comment once more. */
  mentionedIds: readonly string[];
  /** The words ask something. */
  asksQuestion: boolean;
};

export type Told = { personId: string; urgency: NoticeUrgency };

type Telling = (facts: EventFacts) => Told[];

const one = (personId: string | null) => (personId === null ? [] : [personId]);
const inDigest = (ids: readonly string[]): Told[] => ids.map((personId) => ({ personId, urgency: 'digest' }));
const atOnce = (ids: readonly string[]): Told[] =>
  ids.map((personId) => ({ personId, urgency: 'immediate' }));

const nobody: Telling = () => [];
const theMembers: Telling = ({ memberIds }) => inDigest(memberIds);
const theCoaches: Telling = ({ coachIds }) => inDigest(coachIds);
const membersAndThatCoach: Telling = ({ memberIds, aboutPersonId }) =>
  inDigest([...memberIds, ...one(aboutPersonId)]);

/** What somebody outside the team did to it; among themselves the members have their own list of what changed. */
const membersOfAnother: Telling = ({ memberIds, actorId }) =>
  memberIds.includes(actorId) ? [] : inDigest(memberIds);

/**
 * The other side of the talk: the coach for what the team says; for what the coach says those of the team who wrote in the
 * thread, else whoever asked, else the team.
 */
const theOtherSide: Telling = ({ actorId, memberIds, aboutPersonId, askedBy, reviewCoachId, threadIds }) => {
  if (memberIds.includes(actorId)) return inDigest([...one(aboutPersonId), ...one(reviewCoachId)]);
  const spoke = threadIds.filter((id) => memberIds.includes(id));
  const asker = askedBy === null ? memberIds : [askedBy];
  return inDigest([...one(aboutPersonId), ...(spoke.length > 0 ? spoke : asker)]);
};

const tellings: Record<ActivityKind, Telling> = {
  cycle_started: nobody,
  cycle_stage_entered: nobody,
  cycle_returned: nobody,
  cycle_stopped: theCoaches,
  cycle_decided: theCoaches,
  measure_created: nobody,
  measure_changed: nobody,
  data_recorded: nobody,
  data_corrected: nobody,
  data_deleted: nobody,
  data_imported: nobody,
  import_undone: nobody,
  aim_changed: nobody,
  person_joined: theMembers,
  measure_adopted: nobody,
  definition_changed: membersOfAnother,
  baseline_frozen: nobody,
  baseline_released: nobody,
  phase_begun: nobody,
  phase_removed: nobody,
  annotation_added: nobody,
  annotation_removed: nobody,
  point_excluded: nobody,
  point_included: nobody,
  post_shared: nobody,
  post_changed: nobody,
  post_withdrawn: nobody,
  post_hidden: theMembers,
  post_shown_again: theMembers,
  post_commented: ({ memberIds, aboutPersonId, mentionedIds }) =>
    inDigest([...memberIds, ...one(aboutPersonId)].filter((id) => !mentionedIds.includes(id))),
  post_mentioned: ({ aboutPersonId, asksQuestion }) =>
    asksQuestion ? atOnce(one(aboutPersonId)) : inDigest(one(aboutPersonId)),
  cycle_replicated: theMembers,
  replication_decided: theMembers,
  review_requested: ({ coachIds }) => atOnce(coachIds),
  review_begun: ({ askedBy }) => inDigest(one(askedBy)),
  review_returned: ({ askedBy, memberIds }) => atOnce(askedBy === null ? memberIds : [askedBy]),
  review_done: theMembers,
  review_answered: theOtherSide,
  review_withdrawn: nobody,
  team_scored: nobody,
  nudge_sent: theMembers,
  contact_noted: nobody,
  coach_began: membersAndThatCoach,
  coach_ended: membersAndThatCoach,
  presentation_asked: ({ memberIds }) => atOnce(memberIds),
  presentation_agreed: ({ aboutPersonId }) => inDigest(one(aboutPersonId)),
  presentation_declined: ({ aboutPersonId }) => atOnce(one(aboutPersonId)),
  meeting_feedback: theMembers,
  commitment_made: ({ aboutPersonId, memberIds }) =>
    inDigest(aboutPersonId === null ? memberIds : [aboutPersonId]),
  commitment_changed: ({ aboutPersonId }) => inDigest(one(aboutPersonId)),
  commitment_kept: nobody,
};

/** Who hears of an event, each once and never who did it; quiet where nobody in particular is concerned. */
export function notify({ kind }: { kind: ActivityKind }, facts: EventFacts): Told[] {
  const told = new Map<string, Told>();
  for (const each of tellings[kind](facts)) {
    if (each.personId === facts.actorId || told.has(each.personId)) continue;
    told.set(each.personId, each);
  }
  return [...told.values()];
}

/** True where one of a text's sentences ends as a question; a question mark inside an address is none. */
export function asksQuestion(text: string): boolean {
  return /[?？؟](?=["'”’»)\]*_.!?…]*(\s|$))/u.test(text);
}
