import { describe, expect, it } from 'vitest';
import { activityKinds } from '#db/vocabulary';
import type { ActivityKind } from '#db/vocabulary';
import { asksQuestion, notify } from './who-is-told';
import type { EventFacts } from './who-is-told';

/** Somebody outside the team acts; each name is an id. */
const facts: EventFacts = {
  actorId: 'actor',
  memberIds: ['lead', 'teacher'],
  coachIds: ['coach', 'second coach'],
  aboutPersonId: 'concerned',
  askedBy: 'lead',
  reviewCoachId: 'coach',
  threadIds: [],
  mentionedIds: [],
  asksQuestion: false,
};

const members = { lead: 'digest', teacher: 'digest' };
const coaches = { coach: 'digest', 'second coach': 'digest' };

/** Who hears of what, with the facts above. */
const expected: Record<ActivityKind, Record<string, string>> = {
  cycle_started: {},
  cycle_stage_entered: {},
  cycle_returned: {},
  cycle_stopped: coaches,
  cycle_decided: coaches,
  measure_created: {},
  measure_changed: {},
  data_recorded: {},
  data_corrected: {},
  data_deleted: {},
  data_imported: {},
  import_undone: {},
  aim_changed: {},
  person_joined: members,
  measure_adopted: {},
  definition_changed: members,
  baseline_frozen: {},
  baseline_released: {},
  phase_begun: {},
  phase_removed: {},
  annotation_added: {},
  annotation_removed: {},
  point_excluded: {},
  point_included: {},
  post_shared: {},
  post_changed: {},
  post_withdrawn: {},
  post_hidden: members,
  post_shown_again: members,
  post_commented: { ...members, concerned: 'digest' },
  post_mentioned: { concerned: 'digest' },
  cycle_replicated: members,
  replication_decided: members,
  review_requested: { coach: 'immediate', 'second coach': 'immediate' },
  review_begun: { lead: 'digest' },
  review_returned: { lead: 'immediate' },
  review_done: members,
  review_answered: { concerned: 'digest', lead: 'digest' },
  review_withdrawn: {},
  team_scored: {},
  nudge_sent: members,
  contact_noted: {},
  coach_began: { ...members, concerned: 'digest' },
  coach_ended: { ...members, concerned: 'digest' },
  presentation_asked: { lead: 'immediate', teacher: 'immediate' },
  presentation_agreed: { concerned: 'digest' },
  presentation_declined: { concerned: 'immediate' },
  meeting_feedback: members,
  commitment_made: { concerned: 'digest' },
  commitment_changed: { concerned: 'digest' },
  commitment_kept: {},
};

const told = (kind: ActivityKind, more: Partial<EventFacts> = {}) =>
  Object.fromEntries(
    notify({ kind }, { ...facts, ...more }).map(({ personId, urgency }) => [personId, urgency]),
  );

describe('who is told', () => {
  it.each(activityKinds)('%s', (kind) => {
    expect(told(kind)).toEqual(expected[kind]);
  });

  it.each(activityKinds)('%s: never who did it, and nobody twice', (kind) => {
    for (const actorId of ['lead', 'coach', 'concerned']) {
      const list = notify({ kind }, { ...facts, actorId, aboutPersonId: 'lead' });
      expect(list.map(({ personId }) => personId)).not.toContain(actorId);
      expect(new Set(list.map(({ personId }) => personId)).size).toBe(list.length);
    }
  });

  it('questions come to the whole team where a coach began', () => {
    expect(told('review_returned', { askedBy: null })).toEqual({
      lead: 'immediate',
      teacher: 'immediate',
    });
    expect(told('review_begun', { askedBy: null })).toEqual({});
  });

  it('an answer of the team comes to the coach, one of the coach to the team', () => {
    const byTeam = { actorId: 'teacher', aboutPersonId: 'second coach' };
    expect(told('review_answered', byTeam)).toEqual(coaches);
    const byCoach = { actorId: 'coach', aboutPersonId: null };
    expect(told('review_answered', byCoach)).toEqual({ lead: 'digest' });
    expect(told('review_answered', { ...byCoach, askedBy: null })).toEqual(members);
    expect(told('review_answered', { ...byCoach, threadIds: ['teacher', 'coach'] })).toEqual({
      teacher: 'digest',
    });
  });

  it('a mention that asks comes at once, and the comment is not told once more', () => {
    expect(told('post_mentioned', { asksQuestion: true })).toEqual({ concerned: 'immediate' });
    expect(told('post_commented', { mentionedIds: ['lead', 'concerned'] })).toEqual({ teacher: 'digest' });
  });

  it('a definition changed by the team itself is no news to it', () => {
    expect(told('definition_changed', { actorId: 'lead' })).toEqual({});
  });
});

describe('a question', () => {
  it.each([
    'Which frame was it?',
    'Which one? I ask since ours broke.',
    '“How long?”',
    '**Really?**',
    '(ours?)',
    'Why?!',
    'どれですか？',
  ])('%s', (text) => {
    expect(asksQuestion(text)).toBe(true);
  });

  it.each(['', 'We do it on Mondays.', 'See https://example.test/a?b=c', 'x?y'])('not %s', (text) => {
    expect(asksQuestion(text)).toBe(false);
  });
});
