export type TimeZoneChoices = { likely: string[]; others: string[] };

/** From the Atlantic to the Pacific, where schools of the United States are. */
const ofUnitedStates = [
  'America/Puerto_Rico',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
];

/** Time zones to choose from: those named and the common ones, then all others this server knows, by their names. */
export function timeZoneChoices(named: readonly string[]): TimeZoneChoices {
  const likely = [...new Set([...named, ...ofUnitedStates])];
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return { likely, others: [...known].filter((zone) => !likely.includes(zone)) };
}

const zoneShape = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/;

/** True for the IANA name of a time zone that this server can reckon in. */
export function isTimeZone(name: string): boolean {
  if (!zoneShape.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
