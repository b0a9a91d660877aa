import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMarks, cycleChecks, cycleScales } from '#db/vocabulary';
import type { CycleCheck, CycleScale } from '#db/vocabulary';
import type { Cycle, LearningQuestion } from '~/features/cycles/cycle';
import type { QuestionEvidence } from '~/features/cycles/question-evidence';
import { buildRunChart } from '~/features/run-charts/view/build-run-chart';
import { checkCycle } from './checklist-rules';
import type { ParentCycle } from './checklist-rules';
import { plannedWords } from './plan-check-rules';

const question: LearningQuestion = {
  ...{ id: 'q1', question: 'Will more write a whole paragraph?', measureId: 'm1', groupId: 'g1' },
  ...{ expectedComparison: 'at_least', expectedValue: 60, expectedDirection: null },
  ...{ because: 'the frames give a first sentence', confidence: 3, predictedAt: 1 },
  ...{ verdict: null, result: '' },
};
const unpredicted = { expectedComparison: null, expectedValue: null, because: '' };
const second: LearningQuestion = { ...question, id: 'q2' };

const sound: Cycle = {
  ...{ id: 'c1', teamId: 't1', rampId: 'r1', number: 1, changeIdea: 'Sentence frames', warrant: '' },
  ...{ objective: 'Frames before writing', scale: 'small_group', stage: 'do' },
  ...{ plannedStart: '2026-09-14', plannedEnd: '2026-09-25', carriedOut: null, carriedOutNote: '' },
  ...{ learned: '', version: 1, changedByName: '', questions: [question] },
  tasks: [{ id: 'k1', what: 'Copy the frames', who: 'Ana', dueOn: null, place: '', doneAt: null }],
  dataPlan: [{ measureId: 'm1', who: 'Ana', howOften: 'weekly' }],
  ...{ observations: [], decision: null, changes: [] },
};

const parent: ParentCycle = {
  ...{ number: 1, learned: 'Frames help those who do not start.', why: 'It worked for six of eight.' },
  ...{ scale: 'small_group', decision: 'adapt', planned: ['Another plan'] },
};

const model = buildRunChart({
  ...{
    kind: 'mean',
    unit: '',
    direction: 'increase',
    pace: { step: 7, tolerance: 11 },
    rows: [],
    goal: null,
  },
  ...{ frozenThrough: null, excluded: [], phaseStarts: [], cycles: [], annotations: [], rules: 'anhoj' },
});

function evidenceOf(questionId: string, pointsBefore: number, within: number): QuestionEvidence {
  return {
    ...{ questionId, seriesName: 'Paragraphs', points: Array.from({ length: within }, () => '50') },
    ...{ medianWithin: null, medianBefore: null, pointsBefore, model, caution: null, suggestion: null },
  };
}

type Given = { cycle?: Partial<Cycle>; parent?: ParentCycle | null; evidence?: QuestionEvidence[] };

function lineOf(line: CycleCheck, given: Given): [string, string] {
  const lines = checkCycle({
    cycle: { ...sound, ...given.cycle },
    parent: given.parent ?? null,
    evidence: given.evidence ?? [],
  });
  const found = lines.find((one) => one.line === line);
  return [found?.mark ?? '', found?.because ?? ''];
}

const asked = (...questions: LearningQuestion[]): Given => ({ cycle: { questions } });

it('six lines, in the order of the vocabulary', () => {
  expect(checkCycle({ cycle: sound, parent: null, evidence: [] }).map(({ line }) => line)).toEqual(
    cycleChecks,
  );
});

describe('a prediction with its because', () => {
  it.each<[string, Given, string, string]>([
    ['whole', {}, 'yes', 'The question says what is expected, and why.'],
    ['two whole', asked(question, second), 'yes', 'Each of the 2 questions says what is expected, and why.'],
    ['no question', asked(), 'not_yet', 'No learning question is written yet.'],
    [
      'nothing predicted',
      asked({ ...question, ...unpredicted }),
      'not_yet',
      'The question has no prediction yet, and no “because”.',
    ],
    [
      'a direction is enough',
      asked({ ...question, expectedComparison: null, expectedValue: null, expectedDirection: 'increase' }),
      'yes',
      'The question says what is expected, and why.',
    ],
    [
      'no reason',
      asked({ ...question, because: ' – ' }),
      'partly',
      'The question says what is expected, and not yet why.',
    ],
    [
      'a reason of two words',
      asked({ ...question, because: 'it works' }),
      'partly',
      'The question says what is expected; its “because” is only 2 words long.',
    ],
    [
      'a reason of three words',
      asked({ ...question, because: 'they have frames' }),
      'yes',
      'The question says what is expected, and why.',
    ],
    [
      'a reason, and nothing expected',
      asked({ ...question, ...unpredicted, because: 'they have frames' }),
      'partly',
      'The question has a “because”, and does not say what is expected.',
    ],
    [
      'one of two',
      asked(question, { ...second, ...unpredicted }),
      'partly',
      'Question 2 has no prediction yet, and no “because”.',
    ],
  ])('%s', (_name, given, mark, because) =>
    expect(lineOf('prediction_because', given)).toEqual([mark, because]),
  );
});

describe('a small first test', () => {
  const first = (scale: CycleScale) => lineOf('small_scale', { cycle: { scale } });
  const later = (from: CycleScale, to: CycleScale, part: Partial<ParentCycle> = {}) =>
    lineOf('small_scale', {
      cycle: { scale: to, number: 3 },
      parent: { ...parent, number: 2, scale: from, ...part },
    });

  it('the first of a ramp', () => {
    expect(first('one_student')).toEqual([
      'yes',
      'It tries the change with one student: small enough for a first test.',
    ]);
    expect(first('small_group')[0]).toBe('yes');
    expect(first('one_class')[0]).toBe('yes');
    expect(first('several_classes')).toEqual([
      'partly',
      'It tries the change with several classes: one class or fewer would teach as much in a first test.',
    ]);
    expect(first('whole_school')[0]).toBe('not_yet');
  });

  it('one step wider after a decision to go on', () => {
    expect(later('small_group', 'one_class')).toEqual([
      'yes',
      'It goes from a small group to one class, one step wider, after cycle 2 was adapted.',
    ]);
    expect(later('several_classes', 'whole_school', { decision: 'adopt' })[0]).toBe('yes');
  });

  it('one step wider without one', () => {
    expect(later('one_class', 'several_classes', { decision: 'abandon' })).toEqual([
      'partly',
      'It goes from one class to several classes, and cycle 2 was neither adopted nor adapted.',
    ]);
    expect(later('one_class', 'several_classes', { decision: null })[0]).toBe('partly');
  });

  it('several steps at once', () => {
    expect(later('small_group', 'several_classes')).toEqual([
      'partly',
      'It goes from a small group to several classes, 2 steps at once.',
    ]);
    expect(later('one_student', 'one_class', { decision: null })[0]).toBe('partly');
    expect(later('small_group', 'several_classes', { decision: null })[0]).toBe('not_yet');
    expect(later('small_group', 'whole_school')[0]).toBe('not_yet');
  });

  it('no wider than the one before', () => {
    expect(later('one_class', 'one_class')).toEqual([
      'yes',
      'It tries the change with one class, no wider than cycle 2.',
    ]);
    expect(later('whole_school', 'whole_school')[0]).toBe('yes');
    expect(later('whole_school', 'whole_school', { number: 1 })).toEqual([
      'not_yet',
      'It tries the change with the whole school, and cycle 1 was no smaller.',
    ]);
    expect(later('whole_school', 'several_classes', { number: 1 })[0]).toBe('partly');
    expect(later('whole_school', 'one_class', { number: 1 })[0]).toBe('yes');
  });
});

describe('data that can answer the question', () => {
  const planned =
    'The question has a measure, a group, and a prediction that its numbers can confirm or not.';
  it.each<[string, Given, string, string]>([
    ['planned', {}, 'yes', planned],
    [
      'not planned, and logged',
      { cycle: { dataPlan: [] }, evidence: [evidenceOf('q1', 0, 1)] },
      'yes',
      planned,
    ],
    [
      'neither planned nor logged within',
      { cycle: { dataPlan: [] }, evidence: [evidenceOf('q1', 9, 0)] },
      'partly',
      'The question has a measure that the data plan does not name, and no numbers yet.',
    ],
    [
      'nothing to hold it to',
      asked({ ...question, ...unpredicted }),
      'partly',
      'The question has a measure, and neither a number nor a direction to hold it to.',
    ],
    [
      'no measure',
      asked({ ...question, measureId: null, groupId: null }),
      'not_yet',
      'The question rests on no measure and group yet.',
    ],
    [
      'one of two',
      asked(question, { ...second, measureId: null, groupId: null }),
      'partly',
      'Question 2 rests on no measure and group yet.',
    ],
    ['no question', asked(), 'not_yet', 'No learning question is written yet.'],
  ])('%s', (_name, given, mark, because) => expect(lineOf('data_answers', given)).toEqual([mark, because]));
});

describe('data over time', () => {
  it.each<[number, number, string, string]>([
    [8, 2, 'yes', 'There are 8 points before the cycle and 2 within, enough for a run chart.'],
    [
      7,
      2,
      'partly',
      'The question has 7 points before the cycle and 2 within; a run chart says something from 10 on.',
    ],
    [
      12,
      1,
      'partly',
      'The question has 12 points before the cycle and 1 within; it needs points on both sides to see a change.',
    ],
    [
      0,
      12,
      'partly',
      'The question has 0 points before the cycle and 12 within; it needs points on both sides to see a change.',
    ],
    [
      1,
      0,
      'not_yet',
      'The question has 1 point before the cycle and 0 within; a run chart says something from 10 on.',
    ],
  ])('%i before, %i within', (before, within, mark, because) =>
    expect(lineOf('over_time', { evidence: [evidenceOf('q1', before, within)] })).toEqual([mark, because]),
  );

  it('no chart', () =>
    expect(lineOf('over_time', {})).toEqual(['not_yet', 'The question has no chart yet.']));

  it('the fewest of two, and one of two', () => {
    const both = [evidenceOf('q1', 20, 4), evidenceOf('q2', 8, 3)];
    expect(lineOf('over_time', { ...asked(question, second), evidence: both })).toEqual([
      'yes',
      'There are 8 points before the cycle and 3 within, enough for a run chart.',
    ]);
    expect(lineOf('over_time', { ...asked(question, second), evidence: both.slice(0, 1) })).toEqual([
      'partly',
      'Question 2 has no chart yet.',
    ]);
  });
});

describe('built on the last cycle', () => {
  const after = (part: Partial<ParentCycle>, cycle: Partial<Cycle> = {}) =>
    lineOf('built_on_last', { cycle: { number: 2, ...cycle }, parent: { ...parent, ...part } });

  it('the first of its ramp', () => {
    expect(lineOf('built_on_last', {})).toEqual(['yes', 'It is the first of its ramp.']);
    expect(lineOf('built_on_last', { cycle: { warrant: 'Grade 5 tried it in spring' } })).toEqual([
      'yes',
      'It is the first of its ramp, and says where the change was tried before.',
    ]);
    expect(lineOf('built_on_last', { cycle: { number: 2 } })).toEqual([
      'not_yet',
      'Nothing says which cycle it builds on.',
    ]);
  });

  it('decided with why and learning, and another plan', () =>
    expect(after({})).toEqual([
      'yes',
      'Cycle 1 was adapted for a written reason, with what was learned, and this plan differs from it.',
    ]));

  it('something missing', () => {
    expect(after({ planned: plannedWords(sound) })).toEqual([
      'partly',
      'Cycle 1 was adapted for a written reason; this plan still reads word for word as its plan did.',
    ]);
    expect(after({ learned: '' })).toEqual([
      'partly',
      'Cycle 1 was adapted with a reason; what it taught is not written.',
    ]);
    expect(after({ why: ' ' })).toEqual([
      'partly',
      'Cycle 1 was adapted, and says what was learned but not why.',
    ]);
    expect(after({ why: '', decision: null })).toEqual([
      'partly',
      'Cycle 1 says what was learned, and ended without a decision.',
    ]);
    expect(after({ why: '', learned: '' })).toEqual([
      'not_yet',
      'Cycle 1 left no written learning to build on.',
    ]);
  });
});

describe('learning written down', () => {
  const answered: LearningQuestion = { ...question, verdict: 'partly' };
  const learned = 'Frames help those who do not start.';
  const studied = (cycle: Partial<Cycle>) =>
    lineOf('learning_written', { cycle: { stage: 'study', ...cycle } });

  it.each<[string, Partial<Cycle>, string, string]>([
    ['before Study', { stage: 'do' }, 'not_yet', 'Study has not begun.'],
    [
      'back in Do',
      {
        stage: 'do',
        learned,
        changes: [{ fromStage: 'do', toStage: 'study', reason: '', changedByName: 'Ana', changedAt: 1 }],
      },
      'not_yet',
      'The cycle went back to Do, so Study is still to come.',
    ],
    ['nothing', {}, 'not_yet', 'No result and nothing learned is written yet.'],
    [
      'all of it',
      { questions: [answered], learned },
      'yes',
      'Every question has its result, and what was learned is written.',
    ],
    [
      'a result in words alone',
      { questions: [{ ...question, result: '5 of 8' }], learned, stage: 'complete' },
      'yes',
      'Every question has its result, and what was learned is written.',
    ],
    [
      'results only',
      { questions: [answered] },
      'partly',
      'There are results; “What we learned” is still empty.',
    ],
    [
      'four words',
      { questions: [answered], learned: 'Frames help some starters.' },
      'partly',
      'So far “What we learned” holds only 4 words.',
    ],
    [
      'one without a result',
      { questions: [answered, second], learned },
      'partly',
      'What was learned is written; question 2 has no result yet.',
    ],
    [
      'nothing asked',
      { questions: [], learned },
      'partly',
      'What was learned is written; no question was asked that it could answer.',
    ],
  ])('%s', (_name, cycle, mark, because) => expect(studied(cycle)).toEqual([mark, because]));
});

const text = fc.constantFrom(
  '',
  'it',
  'it works',
  'because they can begin',
  'Frames help those who do not start.',
);
const anyQuestion = fc.record({
  because: text,
  result: text,
  expectedDirection: fc.constantFrom(null, 'increase' as const),
  verdict: fc.constantFrom(null, 'partly' as const),
  measureId: fc.constantFrom(null, 'm1'),
});
const anyChecked = fc
  .record({
    questions: fc.array(anyQuestion, { maxLength: 3 }),
    learned: text,
    stage: fc.constantFrom('plan' as const, 'do' as const, 'study' as const, 'complete' as const),
    scale: fc.constantFrom(...cycleScales),
    parent: fc.option(fc.record({ learned: text, why: text, scale: fc.constantFrom(...cycleScales) })),
    before: fc.integer({ min: 0, max: 12 }),
    within: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ questions, parent: before, ...rest }) => {
    const placed = questions.map((one, index) => ({
      ...question,
      ...{ ...one, id: `q${index}`, groupId: one.measureId === null ? null : 'g1' },
      ...{ expectedComparison: null, expectedValue: null },
    }));
    const cycle: Cycle = {
      ...sound,
      questions: placed,
      learned: rest.learned,
      stage: rest.stage,
      scale: rest.scale,
    };
    return {
      cycle,
      parent: before === null ? null : { ...parent, ...before },
      evidence: placed
        .filter(({ measureId }) => measureId !== null)
        .map(({ id }) => evidenceOf(id, rest.before, rest.within)),
    };
  });

const heightOf = (line: { mark: (typeof checkMarks)[number] }) => -checkMarks.indexOf(line.mark);

it('every line is one whole sentence', () => {
  fc.assert(
    fc.property(anyChecked, (checked) => {
      for (const { because } of checkCycle(checked)) {
        expect(because).toMatch(/^[A-Z].*\.$/);
        expect(because).not.toMatch(/undefined|null|NaN|\.\./);
      }
    }),
  );
});

it('more writing and more numbers never lower a mark', () => {
  const more = ' and more of what we saw';
  fc.assert(
    fc.property(anyChecked, fc.integer({ min: 0, max: 5 }), (checked, points) => {
      const { cycle } = checked;
      const richer = checkCycle({
        cycle: {
          ...cycle,
          learned: cycle.learned + more,
          warrant: cycle.warrant + more,
          questions: cycle.questions.map((one) => ({
            ...one,
            ...{ because: one.because + more, result: one.result + more },
            expectedDirection: one.expectedDirection ?? ('increase' as const),
          })),
        },
        parent: checked.parent && {
          ...checked.parent,
          ...{ learned: checked.parent.learned + more, why: checked.parent.why + more },
        },
        evidence: checked.evidence.map((one) =>
          evidenceOf(one.questionId, one.pointsBefore + points, one.points.length + points),
        ),
      });
      checkCycle(checked).forEach((line, index) => {
        const after = richer[index];
        expect(after && heightOf(after)).toBeGreaterThanOrEqual(heightOf(line));
      });
    }),
  );
});
