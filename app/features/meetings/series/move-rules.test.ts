import { describe, expect, it } from 'vitest';
import { movedDays } from './move-rules';

const meetings = ['2027-03-02', '2027-03-09', '2027-03-16'].map((day, index) => ({ id: `m${index}`, day }));
const choice = { day: '2027-03-04', rhythm: 'weekly', which: 'later' } as const;
const to = (moves: ReturnType<typeof movedDays>) => moves.map((move) => move.to);

describe('new days of a series', () => {
  it('follow the first one in the rhythm', () => {
    expect(to(movedDays(meetings, choice, []))).toEqual(['2027-03-04', '2027-03-11', '2027-03-18']);
    expect(to(movedDays(meetings, { ...choice, rhythm: 'every_two_weeks' }, []))).toEqual([
      ...['2027-03-04', '2027-03-18', '2027-04-01'],
    ]);
    expect(to(movedDays(meetings, { ...choice, rhythm: 'monthly' }, []))).toEqual([
      ...['2027-03-04', '2027-04-01', '2027-05-06'],
    ]);
  });

  it('leave days off out', () => {
    const off = { id: 'o', name: 'Break', startsOn: '2027-03-10', endsOn: '2027-03-12', leaId: null };
    expect(to(movedDays(meetings, choice, [off]))).toEqual(['2027-03-04', '2027-03-18', '2027-03-25']);
  });

  it('are one, where one moves alone, and none where there is none', () => {
    expect(to(movedDays(meetings, { ...choice, which: 'this' }, []))).toEqual(['2027-03-04']);
    expect(movedDays([], choice, [])).toEqual([]);
  });
});
