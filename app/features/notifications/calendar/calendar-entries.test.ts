import { describe, expect, it } from 'vitest';
import { cycleEntries, dueEntry, taskEntry } from './calendar-entries';

const cycle = {
  ...{ cycleId: 'c', number: 2, plannedStart: '2026-11-02', plannedEnd: '2026-11-13', isOwn: true },
  ...{ teamName: 'Grade 4', schoolName: 'Ridge ES' },
};

describe('a calendar that opens without signing in', () => {
  it('says what there is to do', () => {
    expect(cycleEntries({ ...cycle, changeIdea: 'Sentence frames' }).map(({ title }) => title)).toEqual([
      'Planned start of cycle 2 of “Sentence frames” (Grade 4)',
      'Planned end of cycle 2 of “Sentence frames” (Grade 4)',
    ]);
    const due = {
      measureId: 'm',
      measureName: 'Complete paragraphs',
      teamName: 'Grade 4',
      day: '2026-11-13',
    };
    expect(dueEntry(due).title).toBe('Log “Complete paragraphs” (Grade 4)');
  });

  it('names no student and tells no number of a small group', () => {
    const named = cycleEntries({ ...cycle, changeIdea: 'Morning check-in with Marcus Bell' });
    expect(named.map(({ title }) => title)).toEqual([
      'Planned start of cycle 2 (Grade 4)',
      'Planned end of cycle 2 (Grade 4)',
    ]);
    const task = { taskId: 't', cycleId: 'c', teamName: 'Grade 4', dueOn: '2026-11-13' };
    const call = { ...task, what: 'Call the mother of Marcus Bell (3 of 4 failed)' };
    expect(taskEntry(call).title).toBe('A task of your cycle (Grade 4)');
    expect(taskEntry({ ...task, what: 'Copy the frames' }).title).toBe('Task: Copy the frames (Grade 4)');
    const due = {
      measureId: 'm',
      measureName: 'Check-ins of Marcus Bell',
      teamName: 'Grade 4',
      day: '2026-11-13',
    };
    expect(dueEntry(due).title).toBe('Log a number (Grade 4)');
  });
});
