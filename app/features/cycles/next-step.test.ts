import { expect, it } from 'vitest';
import { nextStep } from './next-step';

const clock = { today: '2026-11-22', timeZone: 'America/New_York' };
const planned = (plannedStart: string, backInPlanAt: number | null = null) =>
  nextStep({ id: 'c', stage: 'plan', plannedStart, plannedEnd: '2026-12-11', backInPlanAt }, clock).standing;

it('says when a plan begins, was to begin, or came back', () => {
  expect(planned('2026-11-30')).toBe('Planning. Begins Nov 30.');
  expect(planned('2026-11-02')).toBe('Planning. It was to begin Nov 2.');
  const back = Date.parse('2026-11-20T15:00:00Z');
  expect(planned('2026-11-02', back)).toBe('Planning. Back in Plan since Nov 20.');
  expect(planned('2026-11-02', Date.parse('2026-11-22T15:00:00Z'))).toBe(
    'Planning. Back in Plan since today.',
  );
});
