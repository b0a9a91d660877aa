import { attributeOf, plainText } from './html-attributes';
import { pageOf } from './visitor';
import type { Visitor } from './visitor';

type Fields = Record<string, string | string[]>;

function add(fields: Fields, name: string, value: string): void {
  const there = fields[name];
  fields[name] = there === undefined ? value : [there, value].flat();
}

/** What the share form on a page would send as it stands, without its buttons. */
export function shareFields(html: string): Fields {
  const form = /<form(?:(?!<\/form>).)*name="kind".*?<\/form>/s.exec(html)?.[0] ?? '';
  const fields: Fields = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attributeOf(tag, 'name');
    const isChoice = /type="(radio|checkbox)"/.test(tag);
    if (name !== null && (!isChoice || tag.includes(' checked=""')))
      add(fields, name, attributeOf(tag, 'value') ?? 'on');
  }
  for (const [tag, text = ''] of form.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs))
    add(fields, attributeOf(tag.slice(0, tag.indexOf('>') + 1), 'name') ?? '', plainText(text));
  for (const [tag, options = ''] of form.matchAll(/<select[^>]*>(.*?)<\/select>/gs)) {
    const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => option.includes(' selected=""')) ?? all[0] ?? '';
    add(
      fields,
      attributeOf(tag.slice(0, tag.indexOf('>') + 1), 'name') ?? '',
      attributeOf(chosen, 'value') ?? '',
    );
  }
  return fields;
}

export type Shared = {
  id: string;
  status: number;
  /** The page that was answered last: the preview, or the one that asks for another look. */
  html: string;
  fields: Fields;
};

/** Opens the form and looks at what others would see, with some fields changed. */
export async function previewPost(person: Visitor, query: string, changes: Fields = {}): Promise<Shared> {
  const opened = await person.get(`/posts/new?${query}`);
  if (opened.status !== 200) return { id: '', status: opened.status, html: await pageOf(opened), fields: {} };
  const fields = { ...shareFields(await pageOf(opened)), ...changes };
  const response = await person.post(`/posts/new?${query}`, { ...fields, step: 'preview' });
  const html = await pageOf(response);
  return { id: String(fields.id), status: response.status, html, fields };
}

/** Shares what a preview showed, and says to have looked at its questions when told to. */
export async function shareFrom(
  person: Visitor,
  query: string,
  { html, fields, id }: Shared,
  { looks = true }: { looks?: boolean } = {},
): Promise<Shared> {
  const previewed = /name="previewed" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const looked = looks ? (/name="looked"[^>]* value="([^"]*)"/.exec(html)?.[1] ?? '') : '';
  const response = await person.post(`/posts/new?${query}`, { ...fields, previewed, looked, step: 'share' });
  return { id, fields, status: response.status, html: await pageOf(response) };
}

/** From the cycle or chart to the shared post, as a person would in three taps. Gives the post's id. */
export async function sharePost(person: Visitor, query: string, changes: Fields = {}): Promise<string> {
  const preview = await previewPost(person, query, changes);
  const shared = await shareFrom(person, query, preview);
  if (shared.status !== 302) throw new Error(`Not shared: ${shared.status} ${shared.html.slice(0, 3000)}`);
  return shared.id;
}
