import { counted } from '~/lib/number-format';

/** What an announcement would leave open, as a question; null where nothing is missing. */
export function missingWords({ guests, items }: { guests: number; items: number }): string | null {
  if (guests === 0 && items === 0) return 'Nobody is invited yet, and the agenda is empty.';
  if (guests === 0) return 'Nobody is invited yet, so nobody would hear of it.';
  return items === 0 ? 'The agenda is empty: people would not know what it is about.' : null;
}

/** Said once a meeting was announced to so many people. */
export function announcedWords(guests: number): string {
  if (guests === 0) return 'Announced. Nobody is invited yet: whoever you invite gets a mail with the date.';
  return `Announced. ${counted(guests, 'person gets', 'people get')} a mail with the date.`;
}
