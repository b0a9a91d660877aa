import type { InvitationWords } from './invitation-words';
import { escapeHtml, htmlMail, link } from './mail-layout';

const lines = (...some: string[]) => some.filter((one) => one !== '').join('\n');

/** An invitation as plain text: each address on a line of its own. */
export function invitationAsText(words: InvitationWords): string {
  const { agenda, answers, open } = words;
  const paragraphs = [
    words.greeting,
    words.lead,
    lines(words.title, ...words.facts.map(({ name, text }) => `${name}: ${text}`)),
    words.purpose,
    words.role,
    agenda === null
      ? ''
      : lines(
          agenda.heading,
          ...agenda.items.map(({ line, note }) => lines(`- ${line}`, note === '' ? '' : `  “${note}”`)),
        ),
    answers === null
      ? ''
      : lines(answers.question, ...answers.links.flatMap(({ text, url }) => [`${text}:`, url])),
    open === null ? '' : `${open.text}:\n${open.url}`,
    '—',
    words.why,
  ];
  return `${paragraphs.filter((one) => one !== '').join('\n\n')}\n`;
}

const paragraph = (text: string, style = '0 0 16px') =>
  text === '' ? '' : `<p dir="auto" style="margin:${style}">${escapeHtml(text)}</p>\n`;

function factsAsHtml({ facts }: InvitationWords): string {
  const rows = facts.map(
    ({ name, text, url }) =>
      `<p dir="auto" style="margin:0 0 4px"><span class="soft">${escapeHtml(name)}:</span> ${url === undefined ? escapeHtml(text) : link(url, text)}</p>`,
  );
  return `<div style="margin:0 0 20px">\n${rows.join('\n')}\n</div>\n`;
}

function agendaAsHtml({ agenda }: InvitationWords): string {
  if (agenda === null) return '';
  const items = agenda.items.map(
    ({ line, note }) =>
      `<li dir="auto" style="margin:0 0 6px">${escapeHtml(line)}${note === '' ? '' : `<br><span class="soft">“${escapeHtml(note)}”</span>`}</li>`,
  );
  return `<p style="margin:0 0 6px;font-weight:600">${escapeHtml(agenda.heading)}</p>
<ol style="margin:0 0 20px;padding:0 0 0 22px">
${items.join('\n')}
</ol>
`;
}

const button =
  'display:inline-block;margin:0 8px 8px 0;padding:9px 20px;border:1px solid #5f5dc4;border-radius:6px;font-weight:600;text-decoration:none';

function answersAsHtml({ answers }: InvitationWords): string {
  if (answers === null) return '';
  const links = answers.links.map(
    ({ text, url }) => `<a href="${escapeHtml(url)}" style="${button}">${escapeHtml(text)}</a>`,
  );
  return `<p style="margin:0 0 8px;font-weight:600">${escapeHtml(answers.question)}</p>
<p style="margin:0 0 20px">${links.join('\n')}</p>
`;
}

/** The same as HTML. */
export function invitationAsHtml(words: InvitationWords): string {
  const { open } = words;
  const body = [
    paragraph(words.greeting, '0 0 8px'),
    paragraph(words.lead, '0 0 20px'),
    `<p dir="auto" style="margin:0 0 8px;font-size:20px;font-weight:600">${escapeHtml(words.title)}</p>\n`,
    factsAsHtml(words),
    answersAsHtml(words),
    paragraph(words.purpose),
    words.role === '' ? '' : paragraph(words.role),
    agendaAsHtml(words),
    open === null ? '' : `<p style="margin:0 0 24px">${link(open.url, open.text)}</p>\n`,
  ].join('');
  const footer = [`<span class="soft">${escapeHtml(words.why)}</span>`];
  return htmlMail({ subject: words.subject, footer }, body);
}
