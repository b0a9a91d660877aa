import { attributeOf } from './html-attributes';
import { pageOf } from './visitor';
import type { Visitor } from './visitor';

/** What the mapping page's form would send as it stands, without its buttons. */
export function mappingFields(html: string): Record<string, string> {
  const form = /<form[^>]*>(?:(?!<\/form>).)*name="dateColumn".*?<\/form>/s.exec(html)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attributeOf(tag, 'name');
    const isChosen = !tag.includes('type="radio"') || tag.includes(' checked=""');
    if (name !== null && isChosen) fields[name] = attributeOf(tag, 'value') ?? '';
  }
  for (const [tag, options = ''] of form.matchAll(/<select[^>]*>(.*?)<\/select>/gs)) {
    const name = attributeOf(tag, 'name');
    const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => option.includes(' selected=""')) ?? all[0] ?? '';
    if (name !== null) fields[name] = attributeOf(chosen, 'value') ?? '';
  }
  return fields;
}

/** The fields that belong to a measure's place in the form: `how`, `column`, `of`. */
export function measureFields(
  fields: Record<string, string>,
  measureId: string,
  chosen: { how: string; column: string; of?: string },
): Record<string, string> {
  const id = Object.keys(fields).find((name) => name.endsWith('.id') && fields[name] === measureId) ?? '';
  const prefix = id.replace(/\.id$/, '');
  return Object.fromEntries(
    Object.entries(chosen).map(([name, value]): [string, string] => [`${prefix}.${name}`, value]),
  );
}

export type MappingAt = { path: string; fields: Record<string, string>; html: string };

/** Uploads a file and opens the mapping page it leads to; the refusal's page when it is refused. */
export async function uploadFile(
  member: Visitor,
  query: string,
  name: string,
  bytes: Uint8Array | string,
): Promise<MappingAt> {
  const response = await member.upload(`/imports/new?${query}`, name, bytes);
  if (response.status !== 302) throw new Error(`refused: ${await pageOf(response)}`);
  return openMapping(member, response.headers.get('Location') ?? '');
}

export async function openMapping(member: Visitor, path: string): Promise<MappingAt> {
  const html = await pageOf(await member.get(path));
  return { path, html, fields: mappingFields(html) };
}

/** Chooses something else on the mapping page and reads the file again. */
export async function readAgain(
  member: Visitor,
  at: MappingAt,
  changes: Record<string, string>,
): Promise<MappingAt> {
  await member.post(at.path, { ...at.fields, ...changes, step: 'read' });
  return openMapping(member, at.path);
}

/** Confirms what the mapping page shows. */
export function confirmImport(
  member: Visitor,
  at: MappingAt,
  changes: Record<string, string> = {},
): Promise<Response> {
  return member.post(at.path, { ...at.fields, ...changes, step: 'import' });
}

export const importIdOf = (at: MappingAt) => /\/imports\/([^?]+)/.exec(at.path)?.[1] ?? '';
