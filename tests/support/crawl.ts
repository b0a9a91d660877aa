import { pageOf } from './visitor';
import type { Visitor } from './visitor';

const mostPages = 400;

/** Links of a page that stay in the app, without where on the page they lead. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/ href="(\/[^"#]*)/g)]
    .map(([, path = '']) => path.replaceAll('&amp;', '&'))
    .filter(
      (path) => path !== '' && !path.startsWith('/assets/') && !/\.(svg|png|webmanifest|woff2)$/.test(path),
    );
}

const dataPath = (path: string) => {
  const [name = '', search] = path.split('?');
  return `${name === '/' ? '/_' : name}.data${search === undefined ? '' : `?${search}`}`;
};

/** Every page somebody reaches from `starts` by following links, each with its `.data`: address → what was answered. */
export async function crawl(person: Visitor, starts: string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const waiting = [...starts];
  const met = new Set(starts);
  while (waiting.length > 0 && answers.size < mostPages * 2) {
    const path = waiting.shift() ?? '/';
    const response = await person.get(path);
    const body = await pageOf(response);
    answers.set(path, `${response.status} ${response.headers.get('Location') ?? ''}\n${body}`);
    const behind = await person.get(dataPath(path));
    answers.set(dataPath(path), `${behind.status}\n${await behind.text()}`);
    for (const link of linksOf(body)) {
      if (met.has(link)) continue;
      met.add(link);
      waiting.push(link);
    }
  }
  return answers;
}
