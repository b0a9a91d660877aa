import { decisionWords } from '~/features/cycles/cycle-words';
import { settingWords } from '../post-words';
import type { FeedFilter, FilterOptions } from './feed-filter';

/** A part of a filter in words, and the filter without it. */
export type AskedPart = { words: string; without: FeedFilter };

/** What a filter asks besides the kind, in the words of its chips. */
export function askedParts(filter: FeedFilter, options: FilterOptions): AskedPart[] {
  const parts: AskedPart[] = [];
  const add = (words: string | undefined, part: Partial<FeedFilter>) => {
    if (words) parts.push({ words, without: { ...filter, ...part } });
  };
  const nameOf = (known: { id: string; name: string }[], id: string | null) =>
    known.find((one) => one.id === id)?.name;
  add(nameOf(options.groups, filter.groupId), { groupId: null });
  add(filter.grade, { grade: '' });
  add(nameOf(options.ideas, filter.ideaId), { ideaId: null });
  add(filter.driver === '' ? '' : `Driver: ${filter.driver}`, { driver: '' });
  add(nameOf(options.leas, filter.leaId), { leaId: null });
  add(nameOf(options.cohorts, filter.cohortId), { cohortId: null });
  if (filter.decision !== null) add(decisionWords[filter.decision].past, { decision: null });
  if (filter.setting !== null) add(settingWords[filter.setting], { setting: null });
  if (filter.shownImprovement) add('Shown improvement', { shownImprovement: false });
  return parts;
}
