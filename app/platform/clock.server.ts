/** The one place that reads the time: UTC milliseconds. Tests and the demo pass another. */
export type Clock = { now: () => number };

export const systemClock: Clock = { now: () => Date.now() };
