import { expect, it } from 'vitest';
import { meetingKinds } from '#db/vocabulary';
import { usualMinutes } from './meeting-bounds';
import { readyPlan } from './ready-plans';

it.each(meetingKinds)('the ready-made plan of a %s fills its usual length', (kind) => {
  const sum = readyPlan(kind).reduce((total, { minutes }) => total + minutes, 0);
  expect(sum).toBe(usualMinutes[kind]);
});
