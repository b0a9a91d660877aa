import { describe, expect, it } from 'vitest';
import { upAndDown, valuesSubject, weekOf } from '#tests/factories/chart-subjects';
import { buildRunChart } from './build-run-chart';
import type { ChartSubject } from './chart-model';
import { suggestedPhase } from './suggested-phase';

const steady = [...upAndDown, 41, 45, 40];
const nineHigh = [60, 63, 61, 66, 64, 60, 67, 62, 65];
const suggestion = (subject: ChartSubject) => suggestedPhase(buildRunChart(subject), subject.direction);

describe('a suggested phase', () => {
  it('begins at the first of nine points in a row on the wanted side, after the baseline', () => {
    const subject = valuesSubject([...steady, ...nineHigh, 61]);
    expect(suggestion(subject)).toEqual({ startsOn: weekOf(14), side: 'above', length: 9 });
    expect(suggestion({ ...subject, direction: 'none' })?.startsOn).toBe(weekOf(14));
    expect(suggestion({ ...subject, direction: 'decrease' })).toBeNull();
  });

  it('is none for eight points, or where a point of the run is left out', () => {
    expect(suggestion(valuesSubject([...steady, ...nineHigh.slice(0, 8)]))).toBeNull();
    const excluded = [{ date: weekOf(16), reason: 'Fire drill' }];
    expect(suggestion(valuesSubject([...steady, ...nineHigh], { excluded }))).toBeNull();
  });

  it('looks at the newest phase alone', () => {
    const phaseStarts = [{ startsOn: weekOf(14), reason: 'Frames for all' }];
    expect(suggestion(valuesSubject([...steady, ...nineHigh, 61], { phaseStarts }))).toBeNull();
  });
});
