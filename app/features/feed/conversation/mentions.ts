export type Mentionable = { id: string; name: string };

const mostMentions = 20;
/** An `@` inside a word or an address is none. */
const at = /(?<![\p{L}\p{M}\p{N}_@/.=&?#-])@/gu;
const wordGoesOn = /^[\p{L}\p{M}\p{N}_]/u;

const folded = (text: string) => text.normalize('NFC').toLowerCase();

type Found = { at: number; length: number; ids: string[] };

function findNames(text: string, people: Mentionable[]): Found[] {
  const byName = new Map<string, { length: number; ids: string[] }>();
  for (const { id, name } of people) {
    const whole = name.trim().normalize('NFC');
    if (whole === '') continue;
    const known = byName.get(folded(whole));
    if (known) known.ids.push(id);
    else byName.set(folded(whole), { length: whole.length, ids: [id] });
  }
  const lengths = [...new Set([...byName.values()].map(({ length }) => length))].sort((a, b) => b - a);
  const found: Found[] = [];
  for (const { index } of text.matchAll(at)) {
    const rest = text.slice(index + 1);
    const length = lengths.find(
      (one) => byName.has(folded(rest.slice(0, one))) && !wordGoesOn.test(rest.slice(one)),
    );
    const ids = length === undefined ? undefined : byName.get(folded(rest.slice(0, length)))?.ids;
    if (length !== undefined && ids) found.push({ at: index, length: length + 1, ids });
  }
  return found;
}

/**
 * Whom a text mentions by `@First Last`: the longest name that fits, in any case of letters. A name that several people
 * bear means none of them. At most 20 people.
 */
export function mentionedIds(body: string, people: Mentionable[]): string[] {
  const found = findNames(body.normalize('NFC'), people).filter(({ ids }) => ids.length === 1);
  return [...new Set(found.flatMap(({ ids }) => ids))].slice(0, mostMentions);
}

/** The text without the names it mentions, to look at what else it says. */
export function withoutMentions(body: string, people: Mentionable[]): string {
  const text = body.normalize('NFC');
  let [made, from] = ['', 0];
  for (const { at: begin, length } of findNames(text, people)) {
    made += `${text.slice(from, begin)}@`;
    from = begin + length;
  }
  return made + text.slice(from);
}

/** The text with its mentions strong, as markdown; `names` are those of the people it mentions. */
export function withMentionsStrong(body: string, names: string[]): string {
  if (names.length === 0) return body;
  const text = body.normalize('NFC');
  let [made, from] = ['', 0];
  for (const { at: begin, length } of findNames(
    text,
    names.map((name) => ({ id: name, name })),
  )) {
    if (begin < from) continue;
    const mention = text.slice(begin, begin + length).replaceAll(/[\\`*_[\]<>]/g, '\\$&');
    made += `${text.slice(from, begin)}**${mention}**`;
    from = begin + length;
  }
  return made + text.slice(from);
}
