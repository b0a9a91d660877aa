import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { MeasureVersion } from './measure-version';

type When = { today: SchoolDay; timeZone: string };

/** `Version 2, in force from Oct 5. Samuel Ortiz changed it on Oct 6.` */
export function versionSentence(version: MeasureVersion, { today, timeZone }: When): string {
  const { number, inForceFrom, createdByName } = version;
  const written = formatDay(schoolDayAt(version.createdAt, timeZone), today);
  if (inForceFrom !== null)
    return `Version ${number}, in force from ${formatDay(inForceFrom, today)}. ${createdByName} changed it on ${written}.`;
  return number === 1
    ? `Version 1, in force from the beginning. ${createdByName} wrote it on ${written}.`
    : `Version ${number}, in force since the measure was adopted. ${createdByName} adopted it on ${written}.`;
}

/** The same in a few words, for a list: `version 2 since Oct 5`. */
export function versionInShort(version: MeasureVersion, { today, timeZone }: When): string {
  const since = version.inForceFrom ?? schoolDayAt(version.createdAt, timeZone);
  return `version ${version.number} since ${formatDay(since, today)}`;
}
