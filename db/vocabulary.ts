/** The field's words as closed lists. Safe in the browser: imports nothing. */

export const teamMemberRoles = ['lead', 'general_educator', 'special_educator', 'other'] as const;
export type TeamMemberRole = (typeof teamMemberRoles)[number];

export const networkRoles = ['teacher', 'coach', 'facilitator', 'sponsor', 'administrator'] as const;
export type NetworkRole = (typeof networkRoles)[number];

export const measureLevels = ['outcome', 'driver', 'process', 'balancing', 'cycle_only'] as const;
export type MeasureLevel = (typeof measureLevels)[number];

export const measureKinds = ['proportion', 'mean', 'count', 'rate'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const measureDirections = ['increase', 'decrease', 'none'] as const;
export type MeasureDirection = (typeof measureDirections)[number];

export const measureFrequencies = ['daily', 'weekly', 'every_two_weeks', 'monthly'] as const;
export type MeasureFrequency = (typeof measureFrequencies)[number];

export const cycleScales = [
  'one_student',
  'small_group',
  'one_class',
  'several_classes',
  'whole_school',
] as const;
export type CycleScale = (typeof cycleScales)[number];

export const cycleStages = ['plan', 'do', 'study', 'act', 'complete', 'stopped'] as const;
export type CycleStage = (typeof cycleStages)[number];

/** The four stages a team works in; `complete` and `stopped` are how a cycle ends. */
export const workingStages = ['plan', 'do', 'study', 'act'] as const;
export type WorkingStage = (typeof workingStages)[number];

export const expectedDirections = ['increase', 'decrease', 'no_change'] as const;
export type ExpectedDirection = (typeof expectedDirections)[number];

export const expectedComparisons = ['at_least', 'at_most'] as const;
export type ExpectedComparison = (typeof expectedComparisons)[number];

export const confidences = [1, 2, 3, 4, 5] as const;
export type Confidence = (typeof confidences)[number];

export const carriedOutAnswers = ['yes', 'partly', 'no'] as const;
export type CarriedOut = (typeof carriedOutAnswers)[number];

export const observationKinds = ['observation', 'unexpected_event'] as const;
export type ObservationKind = (typeof observationKinds)[number];

export const predictionVerdicts = ['as_predicted', 'partly', 'not_as_predicted'] as const;
export type PredictionVerdict = (typeof predictionVerdicts)[number];

export const decisions = ['adopt', 'adapt', 'abandon'] as const;
export type Decision = (typeof decisions)[number];

export const annotationKinds = ['event', 'change'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

export const runChartRules = ['anhoj', 'ihi'] as const;
export type RunChartRules = (typeof runChartRules)[number];

export const postKinds = ['win', 'loss', 'puzzle', 'synthesis'] as const;
export type PostKind = (typeof postKinds)[number];

/** Whom a team shares a post with, from narrow to wide. */
export const audiences = ['team', 'school', 'lea', 'cohort', 'network'] as const;
export type Audience = (typeof audiences)[number];

export const signatures = ['by_name', 'team_hidden', 'school_hidden'] as const;
export type Signature = (typeof signatures)[number];

/** Whether others find a post; why and by whom not is in a row of its own. */
export const postStandings = ['shared', 'withdrawn', 'hidden'] as const;
export type PostStanding = (typeof postStandings)[number];

export const reactionKinds = ['will_try', 'same_here', 'tell_me_more'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

export const ideaStatuses = ['testing', 'implementing', 'spreading'] as const;
export type IdeaStatus = (typeof ideaStatuses)[number];

/** Where a change was tried. */
export const classSettings = [
  'general_classroom',
  'co_taught',
  'small_group_room',
  'resource_room',
  'whole_school',
  'outside_class',
] as const;
export type ClassSetting = (typeof classSettings)[number];

/** How far a coach's reading of a cycle has come; `withdrawn`: the team took its request back before anybody read. */
export const reviewStages = ['requested', 'in_progress', 'returned', 'done', 'withdrawn'] as const;
export type ReviewStage = (typeof reviewStages)[number];

export const reviewCommentKinds = ['ask', 'suggest', 'celebrate'] as const;
export type ReviewCommentKind = (typeof reviewCommentKinds)[number];

/** The parts of a cycle that hold words of the team; a comment may hang on one. */
export const cycleFields = [
  'objective',
  'question',
  'prediction',
  'because',
  'tasks',
  'data_plan',
  'carried_out',
  'observations',
  'result',
  'learned',
  'why',
] as const;
export type CycleField = (typeof cycleFields)[number];

/** The key features of a sound cycle (protocols.md). */
export const cycleChecks = [
  'prediction_because',
  'small_scale',
  'data_answers',
  'over_time',
  'built_on_last',
  'learning_written',
] as const;
export type CycleCheck = (typeof cycleChecks)[number];

export const checkMarks = ['yes', 'partly', 'not_yet'] as const;
export type CheckMark = (typeof checkMarks)[number];

/** Why a team is first in a caseload. */
export const caseloadReasons = [
  'review_asked',
  'study_overdue',
  'end_passed',
  'no_data',
  'no_prediction',
  'signal',
  'quiet',
] as const;
export type CaseloadReason = (typeof caseloadReasons)[number];

export const contactKinds = ['visit', 'call', 'message', 'meeting'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Who scores a team's progress beside what is computed. */
export const scorers = ['team', 'coach'] as const;
export type Scorer = (typeof scorers)[number];

/** `immediate` sends a mail of its own; `digest` waits for the person's next one. Both stand in the inbox. */
export const noticeUrgencies = ['immediate', 'digest'] as const;
export type NoticeUrgency = (typeof noticeUrgencies)[number];

export const digestRhythms = ['daily', 'weekly', 'off'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];

export const mailKinds = ['digest', 'immediate', 'invitation', 'minutes'] as const;
export type MailKind = (typeof mailKinds)[number];

/** `handing_over`: its words are on their way, so only the mail server knows; `unsure`: it never said. */
export const mailStates = ['waiting', 'sending', 'handing_over', 'sent', 'unsure', 'given_up'] as const;
export type MailState = (typeof mailStates)[number];

export const meetingKinds = ['network_day', 'cohort_huddle', 'team_meeting'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const meetingRhythms = ['weekly', 'every_two_weeks', 'monthly', 'quarterly'] as const;
export type MeetingRhythm = (typeof meetingRhythms)[number];

/** Roles of one meeting; they rotate. Who presents follows from the agenda. */
export const meetingRoles = ['facilitator', 'timekeeper', 'note_taker'] as const;
export type MeetingRole = (typeof meetingRoles)[number];

export const invitationAnswers = ['yes', 'no', 'maybe'] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];

/** Who speaks, or is silent, in a step of a protocol. */
export const stepVoices = ['everyone', 'presenter', 'group', 'facilitator', 'nobody'] as const;
export type StepVoice = (typeof stepVoices)[number];

/** What a person may do to a meeting's clock. */
export const clockMoves = ['start', 'pause', 'resume', 'extend', 'next', 'back', 'end'] as const;
export type ClockMove = (typeof clockMoves)[number];

/** What people say in the room beside the notes. */
export const contributionKinds = ['question', 'warm', 'cool', 'topic'] as const;
export type ContributionKind = (typeof contributionKinds)[number];

export const reportParts = [
  'participation',
  'tried',
  'learned',
  'wins_and_losses',
  'shared_measures',
  'ideas',
] as const;
export type ReportPart = (typeof reportParts)[number];

/** What became of one row of an imported file. */
export const importOutcomes = ['added', 'replaced', 'same', 'kept', 'empty', 'left_out', 'refused'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export const activityKinds = [
  'cycle_started',
  'cycle_stage_entered',
  'cycle_returned',
  'cycle_stopped',
  'cycle_decided',
  'measure_created',
  'measure_changed',
  'data_recorded',
  'data_corrected',
  'data_deleted',
  'data_imported',
  'import_undone',
  'aim_changed',
  'person_joined',
  'measure_adopted',
  'definition_changed',
  'baseline_frozen',
  'baseline_released',
  'phase_begun',
  'phase_removed',
  'annotation_added',
  'annotation_removed',
  'point_excluded',
  'point_included',
  'post_shared',
  'post_changed',
  'post_withdrawn',
  'post_hidden',
  'post_shown_again',
  'post_commented',
  'post_mentioned',
  'cycle_replicated',
  'replication_decided',
  'review_requested',
  'review_begun',
  'review_returned',
  'review_done',
  'review_answered',
  'review_withdrawn',
  'team_scored',
  'nudge_sent',
  'contact_noted',
  'coach_began',
  'coach_ended',
  'presentation_asked',
  'presentation_agreed',
  'presentation_declined',
  'meeting_feedback',
  'commitment_made',
  'commitment_changed',
  'commitment_kept',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** What is done about a team by those who follow it, or said between them: no sign that the team itself is at work. */
export const coachingActivityKinds = [
  'review_requested',
  'review_begun',
  'review_returned',
  'review_done',
  'review_answered',
  'review_withdrawn',
  'team_scored',
  'nudge_sent',
  'contact_noted',
  'coach_began',
  'coach_ended',
  'presentation_asked',
  'meeting_feedback',
  'commitment_made',
] as const satisfies readonly ActivityKind[];
