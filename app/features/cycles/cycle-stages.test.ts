import { describe, expect, it } from 'vitest';
import { cycleStages } from '#db/vocabulary';
import { isOpen, isReturn } from './cycle-stages';
import { planForm, readyPlanForm } from './cycle-forms';
import { tallyLedger } from './prediction-ledger';

describe('stages', () => {
  it('an open cycle goes back to any earlier stage, a closed one nowhere', () => {
    const returns = cycleStages.flatMap((from) =>
      cycleStages.filter((to) => isReturn(from, to)).map((to) => `${from} to ${to}`),
    );
    expect(returns).toEqual([
      'do to plan',
      'study to plan',
      'study to do',
      'act to plan',
      'act to do',
      'act to study',
    ]);
    expect(cycleStages.filter(isOpen)).toEqual(['plan', 'do', 'study', 'act']);
  });
});

describe('a plan', () => {
  const plan = {
    ...{
      id: '0192f0c1-0000-7000-8000-000000000001',
      version: 0,
      changeIdea: 'Frames',
      scale: 'small_group',
      plannedStart: '2026-01-05',
      plannedEnd: '2026-01-16',
    },
    questions: [{ id: '0192f0c1-0000-7000-8000-000000000002', question: 'Will it help?' }],
  };
  const issues = (form: object, change: object) => {
    const parsed = (form === planForm ? planForm : readyPlanForm).safeParse({ ...plan, ...change });
    return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
  };

  it('may be unfinished until it begins', () => {
    expect(issues(planForm, {})).toEqual([]);
    expect(issues(readyPlanForm, {})).toEqual([
      'questions.0.expects',
      'questions.0.because',
      'questions.0.confidence',
    ]);
  });

  it('a value needs its comparison, a comparison its value, and a direction neither', () => {
    const asked = { ...plan.questions[0], because: 'x', confidence: 3 };
    expect(issues(readyPlanForm, { questions: [{ ...asked, expects: 'at_least' }] })).toEqual([
      'questions.0.expectedValue',
    ]);
    expect(issues(readyPlanForm, { questions: [{ ...asked, expectedValue: 5 }] })).toEqual([
      'questions.0.expects',
    ]);
    expect(issues(readyPlanForm, { questions: [{ ...asked, expects: 'increase' }] })).toEqual([]);
    expect(
      issues(readyPlanForm, { questions: [{ ...asked, expects: 'at_most', expectedValue: 0 }] }),
    ).toEqual([]);
  });

  it('names all that is missing at once', () => {
    const { changeIdea: _left, ...rest } = plan;
    const parsed = readyPlanForm.safeParse({
      ...rest,
      questions: [{ ...plan.questions[0], expectedValue: 'sixty' }],
    });
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([
      'changeIdea',
      'questions.0.expectedValue',
      'questions.0.expects',
      'questions.0.because',
      'questions.0.confidence',
    ]);
  });

  it('asks for the first question’s prediction even while the question itself is empty', () => {
    const parsed = readyPlanForm.safeParse({ ...plan, questions: [{ expects: 'at_least' }, {}] });
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([
      'questions.0.question',
      'questions.0.expectedValue',
      'questions.0.because',
      'questions.0.confidence',
    ]);
  });

  it('does not end before it starts', () =>
    expect(issues(planForm, { plannedEnd: '2026-01-04' })).toEqual(['plannedEnd']));
});

describe('the ledger', () => {
  it('counts hits and misses, and confidence against outcome', () => {
    const tally = tallyLedger([
      { verdict: 'as_predicted', confidence: 5 },
      { verdict: 'not_as_predicted', confidence: 5 },
      { verdict: 'partly', confidence: 2 },
      { verdict: null, confidence: 2 },
    ]);
    expect(tally).toMatchObject({ asPredicted: 1, partly: 1, notAsPredicted: 1, open: 1 });
    expect(tally.byConfidence.filter(({ answered }) => answered > 0)).toEqual([
      { confidence: 2, answered: 1, asPredicted: 0, partly: 1 },
      { confidence: 5, answered: 2, asPredicted: 1, partly: 0 },
    ]);
  });
});
