import { cutText } from '~/lib/cut-text';
import { formatDay, formatWeekday } from '~/lib/school-day';
import { longestMinutes } from './minutes-bounds';
import { zoneWords } from '../when-words';
import type { ComerGroup, ItemFacts, MeetingFacts, SaidInRoom } from './minutes';

/** How much of an item is told: a long meeting is told shorter, all of it alike. */
type Detail = { said: number; saidWords: number; notes: number };

const details: Detail[] = [
  { said: 60, saidWords: 600, notes: 5000 },
  { said: 20, saidWords: 300, notes: 1800 },
  { said: 8, saidWords: 160, notes: 700 },
  { said: 3, saidWords: 100, notes: 250 },
  { said: 0, saidWords: 0, notes: 0 },
];

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

function comersOf({ name, present, apologies }: ComerGroup): string {
  const parts = [
    present.length > 0 ? present.join(', ') : '',
    apologies.length > 0 ? `apologies: ${apologies.join(', ')}` : '',
  ].filter(Boolean);
  return `- ${name}: ${parts.join('; ')}`;
}

function attendance(comers: ComerGroup[]): string[] {
  const told = comers.filter(({ present, apologies }) => present.length + apologies.length > 0);
  if (told.length === 0) return [];
  return ['## Who was there', told.map(comersOf).join('\n')];
}

function saidLines(heading: string, said: SaidInRoom[], { said: most, saidWords }: Detail): string[] {
  if (said.length === 0 || most === 0) return [];
  const lines = said
    .slice(0, most)
    .map(({ body, votes, kind }) =>
      kind === 'topic' || kind === 'question'
        ? `- ${cutText(oneLine(body), saidWords)}${votes > 0 ? ` (${votes === 1 ? 'one voice' : `${votes} voices`} to take it up)` : ''}`
        : `- ${cutText(oneLine(body), saidWords)}`,
    );
  const more = said.length - most;
  return [`**${heading}**`, [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')];
}

const nameOf = ({ title, minutes }: ItemFacts, index: number) =>
  `${index + 1}. ${oneLine(title)}${minutes > 0 ? ` (${minutes} minutes)` : ''}`;

/** Something of it is worth a heading: who presented, what they asked, what was noted or said. */
const leftSomething = ({ reached, presented, focus, notes, said }: ItemFacts) =>
  reached && ([presented, focus, notes].some((text) => text.trim() !== '') || said.length > 0);

function itemParts(item: ItemFacts, index: number, detail: Detail): string[] {
  if (!leftSomething(item)) return [];
  const { presented, focus, notes, said } = item;
  const of = (kind: SaidInRoom['kind']) => said.filter((one) => one.kind === kind && !one.takenUp);
  const isNoted = notes.trim() !== '' || said.length > 0;
  const shortNotes = detail.notes === 0 ? '' : cutText(notes.trim(), detail.notes);
  return [
    `## ${nameOf(item, index)}`,
    presented === '' ? '' : `Presented: ${oneLine(presented)}`,
    focus.trim() === '' ? '' : `Focus: ${oneLine(focus)}`,
    isNoted ? shortNotes : 'Nothing was noted.',
    ...saidLines('Warm feedback', of('warm'), detail),
    ...saidLines('Cool feedback', of('cool'), detail),
    ...saidLines(
      'Taken up',
      said.filter(({ takenUp }) => takenUp),
      detail,
    ),
    ...saidLines('Questions', of('question'), detail),
    ...saidLines('Left for another time', of('topic'), detail),
  ].filter((part) => part !== '');
}

/** The items that left nothing, in one line, and those the meeting did not come to, in another one. */
function silentItems(items: ItemFacts[]): string[] {
  const named = items.map((item, index) => ({ item, name: nameOf(item, index) }));
  const silent = named.filter(({ item }) => item.reached && !leftSomething(item));
  const ahead = named.filter(({ item }) => !item.reached);
  const lineOf = (words: string, some: typeof named) =>
    some.length === 0 ? [] : [`${words}: ${some.map(({ name }) => name).join(', ')}.`];
  return [...lineOf('Nothing was noted in', silent), ...lineOf('Not reached', ahead)];
}

function draftIn(facts: MeetingFacts, detail: Detail): string {
  const { title, ofName, day, time, timeZone, place, comers, items, commitments } = facts;
  const where = [ofName, place].map(oneLine).filter(Boolean).join(', ');
  return [
    `**${oneLine(title)}**`,
    `${formatWeekday(day)}, ${day.slice(0, 4)}, ${time}, ${zoneWords(timeZone)}. ${where}.`,
    ...attendance(comers),
    ...items.flatMap((item, index) => itemParts(item, index, detail)),
    ...silentItems(items),
    '## Commitments',
    commitments.length === 0
      ? 'None were noted.'
      : commitments
          .map(({ who, what, byWhen }) => `- ${who}: ${oneLine(what)}, by ${formatDay(byWhen)}`)
          .join('\n'),
  ].join('\n\n');
}

/**
 * The minutes that a meeting writes of itself, in our markdown: who was there, each item with what was presented, its notes
 * and what was said, and the commitments. It holds nothing that the room did not see, no number of a chart, and names nobody
 * for what they said. A meeting too long for `longestMinutes` is told shorter, all items alike.
 */
export function draftMinutes(facts: MeetingFacts): string {
  for (const detail of details) {
    const draft = draftIn(facts, detail);
    if (draft.length <= longestMinutes) return draft;
  }
  const shortest = details.at(-1) ?? { said: 0, saidWords: 0, notes: 0 };
  return cutText(draftIn(facts, shortest), longestMinutes);
}
