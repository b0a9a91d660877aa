import { Cron } from 'croner';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyMinutes, isLeftBehind, jobNames, latestTurn, turnLeaseMs, turnPattern } from './job-rules';

const at = (text: string) => Date.parse(`${text}Z`);

describe('turns', () => {
  it.each([
    ['digests', '2026-10-07T07:04:59', '2026-10-07T07:00'],
    ['digests', '2026-10-07T07:05:00', '2026-10-07T07:05'],
    ['mails', '2026-10-07T07:05:59', '2026-10-07T07:05'],
  ] as const)('of %s at %s: %s', (job, now, turn) => {
    expect(latestTurn(job, at(now))).toBe(at(turn));
  });

  it('fall where cron rings', () => {
    const anyInstant = fc.integer({ min: at('2020-01-01T00:00'), max: at('2040-01-01T00:00') });
    fc.assert(
      fc.property(fc.constantFrom(...jobNames), anyInstant, (job, now) => {
        const rung = new Cron(turnPattern(job), { paused: true, timezone: 'UTC' }).nextRun(new Date(now));
        return rung !== null && latestTurn(job, rung.getTime()) === rung.getTime();
      }),
      { numRuns: 50 },
    );
  });

  it('a night off leaves one turn to make up for', () => {
    const turn = latestTurn('digests', at('2026-10-07T09:13'));
    expect(turn).toBe(at('2026-10-07T09:10'));
    expect(latestTurn('digests', turn + everyMinutes.digests * 60_000 - 1)).toBe(turn);
  });

  it('a turn is taken over when its server has not finished it for half an hour', () => {
    const turn = { server: 'one', startedAt: 0, finishedAt: null };
    expect(isLeftBehind(turn, turnLeaseMs - 1)).toBe(false);
    expect(isLeftBehind(turn, turnLeaseMs)).toBe(true);
    expect(isLeftBehind({ ...turn, finishedAt: 5 }, turnLeaseMs)).toBe(false);
  });
});
