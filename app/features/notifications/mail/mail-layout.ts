import type { MailThing, MailWords } from './digest-words';

const asText = ({ sentence, place, excerpt, url }: MailThing): string =>
  [sentence, ...(place === '' ? [] : [place]), ...(excerpt === '' ? [] : [`  “${excerpt}”`]), url].join('\n');

/** A mail as plain text: each thing a paragraph, each address on a line of its own. */
export function mailAsText(words: MailWords): string {
  const paragraphs = [
    words.greeting,
    words.lead,
    ...words.things.map(asText),
    ...(words.rest === null ? [] : [`${words.rest.sentence}\n${words.rest.url}`]),
    '—',
    words.why,
    `Change when mails come:\n${words.changeUrl}`,
    `Stop these mails:\n${words.stopUrl}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');

/**
 * Text and ground are left to the mail client, so that a dark one stays dark; soft text is the client's own, fainter. What
 * has a colour of its own can be read on white and made out on black, and has another where the client says that it is dark.
 */
const style = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  'a{color:#5f5dc4}',
  '.soft{opacity:.8}',
  '@media (prefers-color-scheme:dark){a{color:#a9a8f5!important}}',
].join('');

const font =
  'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5';
export const quote = 'margin:6px 0 0;padding:2px 0 2px 12px;border-left:3px solid #9a9387';

export const link = (url: string, text: string): string =>
  `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;

function asHtml({ sentence, place, excerpt, url }: MailThing): string {
  const lines = [
    `<p style="margin:0;font-weight:600">${link(url, sentence)}</p>`,
    ...(place === ''
      ? []
      : [`<p class="soft" style="margin:2px 0 0;font-size:14px">${escapeHtml(place)}</p>`]),
    ...(excerpt === '' ? [] : [`<p dir="auto" style="${quote}">${escapeHtml(excerpt)}</p>`]),
  ];
  return `<div style="margin:0 0 24px">\n${lines.join('\n')}\n</div>`;
}

/** A whole mail as HTML around what it says: no pictures, nothing that is loaded, nothing that tells whether it was read. */
export function htmlMail(
  { subject, footer }: { subject: string; footer: readonly string[] },
  body: string,
): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${style}</style>
</head>
<body style="margin:0;padding:24px 16px;${font}">
<div style="max-width:600px;margin:0 auto;overflow-wrap:anywhere">
${body}<div style="border-top:1px solid #9a9387;padding-top:12px;font-size:14px">
${footer.map((line) => `<p style="margin:0 0 10px">${line}</p>`).join('\n')}
</div>
</div>
</body>
</html>
`;
}

/** The same mail as HTML. */
export function mailAsHtml(words: MailWords): string {
  const footer = [
    `<span class="soft">${escapeHtml(words.why)}</span>`,
    `${link(words.changeUrl, 'Change when mails come')}<br>${link(words.stopUrl, 'Stop these mails')}`,
  ];
  const rest =
    words.rest === null
      ? ''
      : `<p style="margin:0 0 24px">${link(words.rest.url, words.rest.sentence)}</p>\n`;
  const body = `<p style="margin:0 0 8px">${escapeHtml(words.greeting)}</p>
<p style="margin:0 0 24px">${escapeHtml(words.lead)}</p>
${words.things.map(asHtml).join('\n')}
${rest}`;
  return htmlMail({ subject: words.subject, footer }, body);
}
