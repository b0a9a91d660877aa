import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '../agenda/agenda';
import { isOneStep, nextWords, placedSteps, stepOnScreen } from './agenda-place';
import { itemLine } from './where-we-are';

const item = (id: string, title: string, steps: string[]): AgendaItem => ({
  ...{ id, title, protocolKey: '', subject: { kind: 'none' as const }, focus: '', why: '' },
  steps: steps.map((step, at) => ({
    ...{ id: `${id}${at}`, title: step, minutes: 5, speaks: 'everyone' as const, silent: 'nobody' as const },
    prompt: '',
  })),
});

describe('an item and its step that are named alike', () => {
  const agenda = [item('a', 'Welcome', ['Welcome']), item('b', 'Tuning', ['The story', 'Close'])];
  const [welcome, story, close] = placedSteps(agenda);

  it('are said once', () => {
    if (!welcome || !story || !close) throw new Error('three steps');
    expect(itemLine(welcome)).toBe('');
    expect(itemLine(story)).toBe('Tuning');
    expect(nextWords(welcome, story)).toBe('Next: The story, 5 min (Tuning)');
    expect(nextWords(story, close)).toBe('Next: Close, 5 min');
    expect(nextWords(story, welcome)).toBe('Next: Welcome, 5 min');
    expect(agenda.map(isOneStep)).toEqual([true, false]);
  });
});

describe('the step on the screen', () => {
  const clock = { state: 'running' as const, stepId: 'b0', allowed: 0, elapsed: 0, runningSince: 1 };

  it('is the one of the clock, and none where the meeting was cancelled', () => {
    expect(stepOnScreen({ clock, isCancelled: false })).toBe('b0');
    expect(stepOnScreen({ clock, isCancelled: true })).toBeNull();
  });
});
