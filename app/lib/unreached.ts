/** What a page's own action answers when the server could not be reached: what was typed stays. */
export type Unreached = { unreached: true };

type Asked = { defaultShouldRevalidate: boolean; actionResult?: unknown };

/** Nothing is loaded again while the server is out of reach: the page would give way to a notice of failure. */
export function notWhileUnreached({ actionResult, defaultShouldRevalidate }: Asked): boolean {
  const unreached = typeof actionResult === 'object' && actionResult !== null && 'unreached' in actionResult;
  return unreached ? false : defaultShouldRevalidate;
}
