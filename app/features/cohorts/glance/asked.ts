import { isOutcome } from './predictions/prediction-list';
import { isRampLength } from './ramps/ramp-list';
import { isStanding } from './standing';
import { teamsFilterOf } from './teams-filter';

/** What the address of each list asks for; anything else it says is passed over. */
export function askedCycles(search: URLSearchParams) {
  const standing = search.get('standing');
  return { filter: teamsFilterOf(search), standing: isStanding(standing) ? standing : null };
}

export function askedRamps(search: URLSearchParams) {
  const [ends, length] = [search.get('ends'), search.get('length')];
  return {
    filter: teamsFilterOf(search),
    ends: isStanding(ends) ? ends : null,
    length: isRampLength(length) ? length : null,
  };
}

export function askedPredictions(search: URLSearchParams) {
  const outcome = search.get('outcome');
  const confidence = search.get('confidence') ?? '';
  return {
    filter: teamsFilterOf(search),
    outcome: isOutcome(outcome) ? outcome : null,
    confidence: /^([1-5]|none)$/.test(confidence) ? confidence : null,
  };
}

/** Which weeks: the twelve up to one, or the whole year. */
export function askedWeeks(search: URLSearchParams) {
  return { until: search.get('until'), wholeYear: search.get('weeks') === 'year' };
}
