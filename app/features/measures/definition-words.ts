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
  const since = number === 1 ? 'from the beginning' : 'since the measure was adopted';
  return `Version ${number}, in force ${since}. ${createdByName} wrote it on ${written}.`;
}
