import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFromIdea, planFromPost, tasksOf } from './carried-plan-rules';

describe('tasks from what is needed', () => {
  it('a task a line, without list marks and empty lines', () => {
    const steps =
      '- Copy the frames\n\n* Show one\n1. Read it aloud\n2) Ask for more\n- [ ] Fade it\n• Look back\n---\nPlain';
    expect(tasksOf(steps)).toEqual([
      'Copy the frames',
      'Show one',
      'Read it aloud',
      'Ask for more',
      'Fade it',
      'Look back',
      'Plain',
    ]);
  });

  it('keeps a dash or a number inside a line', () => {
    expect(tasksOf('-5 degrees\n3 frames a week\nPeer-edit')).toEqual([
      '-5 degrees',
      '3 frames a week',
      'Peer-edit',
    ]);
  });

  it('at most thirty, none longer than a task may be', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 700 }), { maxLength: 60 }), (lines) => {
        const tasks = tasksOf(lines.join('\n'));
        expect(tasks.length).toBeLessThanOrEqual(30);
        for (const task of tasks) {
          expect(task.length).toBeLessThanOrEqual(300);
          expect(task.trim()).not.toBe('');
        }
      }),
    );
  });
});

const shared = {
  title: 'Frames, and let them drop the frame',
  signedAs: 'A grade 5 team, school hidden',
  ideaName: 'Sentence frames',
  steps: '- Copy the frames',
  predictions: [
    { question: 'Will more write a paragraph?', expected: 'At least 65%', verdict: 'partly' as const },
    { question: ' ', expected: 'It goes up', verdict: null },
  ],
};

describe('a plan from a post', () => {
  it('brings the idea, where it comes from, the questions and the steps', () => {
    expect(planFromPost(shared)).toEqual({
      changeIdea: 'Sentence frames',
      warrant: 'From the feed: Frames, and let them drop the frame (A grade 5 team, school hidden)',
      objective: 'Find out whether “Sentence frames” helps our students too.',
      questions: ['Will more write a paragraph?'],
      tasks: ['Copy the frames'],
    });
  });

  it('leaves what they expected with them', () => {
    expect(JSON.stringify(planFromPost(shared))).not.toContain('65');
  });

  it('takes the title where there is no idea, within the length of a change idea', () => {
    expect(planFromPost({ ...shared, ideaName: null }).changeIdea).toBe(shared.title);
    const long = planFromPost({ ...shared, ideaName: null, title: 'x'.repeat(5000) });
    expect(long.changeIdea).toHaveLength(200);
    expect(long.objective.length).toBeLessThanOrEqual(500);
    expect(long.warrant.length).toBeLessThanOrEqual(4000);
  });
});

it('a plan from an idea', () => {
  expect(planFromIdea({ name: 'Word bank', why: 'Words are at hand.' })).toEqual({
    changeIdea: 'Word bank',
    warrant: 'From the network’s ideas: Word bank. Words are at hand.',
    objective: 'Find out whether “Word bank” helps our students too.',
    questions: [],
    tasks: [],
  });
});
