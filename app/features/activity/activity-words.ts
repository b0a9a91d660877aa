import type { Activity } from './activity';

const stageNames: Record<string, string> = { do: 'Do', study: 'Study', act: 'Act', plan: 'Plan' };
const pastDecisions: Record<string, string> = {
  adopt: 'adopted',
  adapt: 'decided to adapt',
  abandon: 'abandoned',
};

type Told = Pick<Activity, 'kind' | 'actorName' | 'cycleNumber' | 'changeIdea' | 'measureName' | 'detail'>;

/** What happened, as one sentence without its full stop. */
export function activitySentence(event: Told): string {
  const number = `cycle ${event.cycleNumber ?? ''}`;
  const cycle = event.changeIdea === null ? number : `${number} of “${event.changeIdea}”`;
  const measureName = event.measureName ?? event.detail;
  const measure = measureName === '' ? '' : `“${measureName}”`;
  const sentences: Record<Activity['kind'], string> = {
    cycle_started: `began ${cycle}`,
    cycle_stage_entered: `moved ${cycle} on to ${stageNames[event.detail] ?? event.detail}`,
    cycle_returned: `went back to ${stageNames[event.detail] ?? event.detail} in ${cycle}`,
    cycle_stopped: `stopped ${cycle}`,
    cycle_decided: `finished ${cycle}`,
    measure_created: `added the measure ${measure}`,
    measure_changed: `changed the measure ${measure}`,
    data_recorded: `logged a number for ${measure}`,
    data_corrected: `corrected a number of ${measure}`,
    data_deleted: `deleted a number of ${measure}`,
    data_imported: `imported numbers for ${measure}`,
    import_undone: `took back an import of ${measure}`,
    aim_changed: 'changed the aim',
    person_joined: 'joined the team',
    measure_adopted: `adopted the shared measure ${measure}`,
    definition_changed: `changed the definition of ${measure}`,
    baseline_frozen: `froze the baseline of ${measure}`,
    baseline_released: `released the baseline of ${measure}`,
    phase_begun: `began a new phase of ${measure}`,
    phase_removed: `removed a phase of ${measure}`,
    annotation_added: `noted something on the chart of ${measure}`,
    annotation_removed: `removed a note from the chart of ${measure}`,
    point_excluded: `left a point of ${measure} out`,
    point_included: `counts a point of ${measure} again`,
    post_shared: `shared “${event.detail}”`,
    post_changed: `changed the post “${event.detail}”`,
    post_withdrawn: `withdrew the post “${event.detail}”`,
    post_hidden: `hid the post “${event.detail}”`,
    post_shown_again: `showed the post “${event.detail}” again`,
    post_commented: `wrote about “${event.detail}”`,
    post_mentioned: `mentioned somebody in “${event.detail}”`,
    cycle_replicated: `tries “${event.detail}” too`,
    replication_decided: `told how it went: ${event.detail}`,
    review_requested: `asked for a review of ${cycle}`,
    review_begun: `began to review ${cycle}`,
    review_returned: `sent questions about ${cycle}`,
    review_done: `finished the review of ${cycle}`,
    review_answered: `answered in the review of ${cycle}`,
    review_withdrawn: `took back the request for a review of ${cycle}`,
    team_scored: 'scored the team’s progress',
    nudge_sent: 'wrote to the team',
    contact_noted: `noted ${event.detail || 'a contact'}`,
    coach_began:
      event.detail === 'already' ? 'handed the team on to one of its coaches' : 'gave the team a coach',
    coach_ended: 'ended a coach’s work with the team',
    presentation_asked: `asked the team to present ${cycle}`,
    presentation_agreed: `agreed to present ${cycle}`,
    presentation_declined: `would rather not present ${cycle}`,
    meeting_feedback: `passed on what “${event.detail}” said to the team`,
    commitment_made: `noted a commitment: ${event.detail}`,
    commitment_changed: `changed a commitment: ${event.detail}`,
    commitment_kept: `kept a commitment: ${event.detail}`,
  };
  const decided = pastDecisions[event.detail];
  if (event.kind === 'cycle_decided' && decided && event.changeIdea !== null)
    return `${event.actorName} ${decided} “${event.changeIdea}” after cycle ${event.cycleNumber ?? ''}`;
  return `${event.actorName} ${sentences[event.kind]}`;
}

type Dated = Pick<Activity, 'actorName' | 'cycleId' | 'measureId' | 'happenedAt'>;

const aDay = 86_400_000;

/** The newest `most` things that happened; of several steps by one person in one cycle or measure within a day, the last. */
export function condensed<T extends Dated>(events: T[], most: number): T[] {
  const kept: T[] = [];
  for (const event of events) {
    const told = kept.some(
      (one) =>
        one.actorName === event.actorName &&
        one.cycleId === event.cycleId &&
        one.measureId === event.measureId &&
        Math.abs(one.happenedAt - event.happenedAt) < aDay,
    );
    if (!told) kept.push(event);
    if (kept.length === most) break;
  }
  return kept;
}
