const schemes = new Set(['http:', 'https:', 'mailto:']);
const longestAddress = 2_000;

export type SafeLink = {
  href: string;
  /** What a reader must see to know where it leads: 'example.org', or the address of a mailto. */
  place: string;
};

/**
 * An address that may stand on a page: http, https or mailto, without a password in it; null for everything else.
 * The address is the parsed one, so that what was looked at is what the browser follows.
 */
export function safeLink(address: string): SafeLink | null {
  if (address.length > longestAddress || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!schemes.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  const place = url.protocol === 'mailto:' ? url.pathname : url.host;
  return place === '' ? null : { href: url.href, place };
}

function bare(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:)/, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}

/** True when the text of a link does not itself say where the link leads. */
export function hidesPlace(text: string, link: SafeLink): boolean {
  const said = bare(text);
  return said !== bare(link.href) && said !== bare(link.place);
}
