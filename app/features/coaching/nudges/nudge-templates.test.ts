import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestNudge } from './nudge-words';
import { nudgeTemplates } from './nudge-templates';
import type { NudgeFacts } from './nudge-templates';

const facts: NudgeFacts = {
  ...{ teamId: 'team', coachName: 'Maria Ortiz', memberNames: ['Ana Reyes', 'Ben Cole'] },
  cycle: {
    ...{ id: 'c2', number: 2, changeIdea: 'Sentence frames', isReadyToStudy: true },
    stage: 'do',
    step: {
      text: 'The planned end was Nov 13. Studying takes about four minutes.',
      path: '/cycles/c2/do',
    },
  },
  due: { measureId: 'm', name: 'Complete paragraphs', state: 'late', on: '2026-11-15' },
  ...{ quietWeeks: 0, today: '2026-11-22' },
};
const keys = (more: Partial<NudgeFacts>) => nudgeTemplates({ ...facts, ...more }).map(({ key }) => key);

describe('the kind words that fit', () => {
  it('begin with what the team is nearest to', () => {
    expect(keys({})).toEqual(['prediction', 'number', 'smaller_test', 'hello']);
    expect(keys({ quietWeeks: 3 })).toEqual(['hello', 'prediction', 'number', 'smaller_test']);
    const at = (stage: 'plan' | 'do' | 'act') =>
      keys({ cycle: facts.cycle && { ...facts.cycle, stage, isReadyToStudy: false } })[0];
    expect([at('plan'), at('do'), at('act')]).toEqual(['begin', 'number', 'decide']);
    expect(keys({ cycle: null, due: null })).toEqual(['hello']);
    expect(keys({ due: { measureId: 'm', name: 'x', state: 'later', on: '2026-11-23' } })).not.toContain(
      'number',
    );
  });

  it('hold the team’s own next step', () => {
    const [prediction, number, smaller, hello] = nudgeTemplates(facts);
    expect(prediction?.body).toBe(
      'Hello Ana and Ben,\n\nYour prediction in cycle 2 of “Sentence frames” is ready to check. The planned end was Nov 13. Studying takes about four minutes.\n\nAs predicted or not, both teach something. What surprised you?\n\nMaria Ortiz',
    );
    expect(prediction).toMatchObject({ path: '/cycles/c2/do', cycleId: 'c2' });
    expect(number).toMatchObject({ path: '/measures/m', cycleId: null, name: 'One number for last week' });
    expect(number?.body).toContain('“Complete paragraphs” has waited since Nov 15.');
    expect(smaller?.body).toContain('when you are ready, is to check your prediction. The planned end was');
    expect(hello?.body).toContain('How are you, and how is it going?');
  });

  it('say how quiet it was only where it was', () => {
    const quiet = nudgeTemplates({ ...facts, quietWeeks: 4 })[0];
    expect(quiet?.body).toContain('I have seen nothing for four weeks');
    expect(nudgeTemplates({ ...facts, cycle: null, due: null })[0]).toMatchObject({
      path: '/teams/team',
      cycleId: null,
    });
  });

  it('greet by name as far as that goes', () => {
    const greeted = (...memberNames: string[]) =>
      nudgeTemplates({ ...facts, memberNames })[0]?.body.split('\n')[0];
    expect(greeted('Ana Reyes')).toBe('Hello Ana,');
    expect(greeted('Ana', 'Ms. Cole', 'Chris')).toBe('Hello Ana, Ms. Cole and Chris,');
    expect(greeted('A', 'B', 'C', 'D', 'E')).toBe('Hello all,');
    expect(greeted()).toBe('Hello all,');
  });

  it('fit into the form, whatever the names', () => {
    const text = fc.string({ maxLength: 120 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 60 }), (changeIdea, name, quietWeeks) => {
        const cycle = facts.cycle && { ...facts.cycle, changeIdea };
        const due = facts.due && { ...facts.due, name };
        for (const { body } of nudgeTemplates({ ...facts, cycle, due, quietWeeks }))
          expect(body.length).toBeLessThanOrEqual(longestNudge);
      }),
    );
  });
});

it('asks what was learned where a decision is near, and never puts two colons in a row', () => {
  const cycle = facts.cycle && { ...facts.cycle, stage: 'act' as const, isReadyToStudy: false };
  const templates = nudgeTemplates({ ...facts, cycle });
  expect(templates[0]?.body).toMatch(
    /^Hello Ana and Ben,\n\nWhat have you learned so far\? Adopt, adapt or abandon: one decision closes cycle 2/,
  );
  for (const { body } of templates) {
    expect(body).toMatch(/^Hello [^\n]+,\n\n[A-Z“]/);
    expect(body).not.toMatch(/:[^.?\n]*:/);
  }
});
