/** One part of a message, decoded. */
export type MailPart = { type: string; header: string; text: string };

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The parts of a whole message (RFC 2045), those within others too, in order. */
export function mailParts(message: string): MailPart[] {
  const end = message.indexOf('\r\n\r\n');
  const header = message.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ');
  const body = message.slice(end + 4);
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(header)?.[1];
  if (boundary !== undefined)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => mailParts(part.replace(/^\r\n/, '')));
  const field = (name: string) => new RegExp(`^${name}: *([^\\r\\n]*)`, 'im').exec(header)?.[1] ?? '';
  const encoding = field('Content-Transfer-Encoding').trim().toLowerCase();
  return [{ type: field('Content-Type'), header, text: decoded(body, encoding) }];
}

/** The decoded subject of a message. */
export function subjectOfMessage(message: string): string {
  const header = message.slice(0, message.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const raw = /^Subject: (.*)$/im.exec(header)?.[1] ?? '';
  return raw
    .replaceAll(/\?= =\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decoded(text.replaceAll('_', ' '), 'quoted-printable'),
    );
}
