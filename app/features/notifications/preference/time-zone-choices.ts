/** Time zones to choose from: those named come first, then all that this server knows, in the order of their names. */
export function timeZoneChoices(first: readonly string[]): string[] {
  return [...new Set([...first, ...Intl.supportedValuesOf('timeZone'), 'UTC'])];
}
