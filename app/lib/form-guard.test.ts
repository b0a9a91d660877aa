import { describe, expect, it } from 'vitest';
import { formProblem } from './form-guard';

const problem = (...entries: [string, string][]) => formProblem(entries);
const intent = (value: unknown) =>
  problem(['__intent__', typeof value === 'string' ? value : JSON.stringify(value)]);

describe('a form', () => {
  it('of ours passes', () => {
    expect(
      problem(
        ['email', 'x'],
        ['questions[0].question', 'x'],
        ['tasks[29].dueOn', 'x'],
        ['groupIds', 'a'],
        ['groupIds', 'b'],
      ),
    ).toBeNull();
    expect(intent({ type: 'insert', payload: { name: 'questions', defaultValue: {} } })).toBeNull();
    expect(intent({ type: 'remove', payload: { name: 'tasks', index: 0 } })).toBeNull();
    expect(intent({ type: 'reorder', payload: { name: 'claims', from: 1, to: 0 } })).toBeNull();
  });

  it.each([
    [['email[99999999]', 'x']],
    [['questions[200000].question', 'x']],
    [['__proto__.x', 'x']],
    [['a.__proto__', 'x']],
    [['a.b.c.d.e.f.g', 'x']],
    [['x'.repeat(300), 'x']],
    [['tasks', 'v']],
    [['claims', 'v']],
    [['evidence', 'v']],
    [['claims.x', 'v']],
    [['claims[0].claim.x', 'v']],
    [['questions[0][1]', 'v']],
  ] as [[string, string]][])('with %o does not', (entry) => expect(problem(entry)).not.toBeNull());

  it('with too many fields, or one name too often, does not', () => {
    expect(
      formProblem(Array.from({ length: 501 }, (_, index): [string, string] => [`f${index}`, ''])),
    ).not.toBeNull();
    expect(formProblem(Array.from({ length: 51 }, (): [string, string] => ['email', '']))).not.toBeNull();
  });

  it.each([
    '{',
    'null',
    '[]',
    '1',
    '{"type":"zzz"}',
    '{"type":"update","payload":{"name":"questions","value":"x"}}',
    '{"type":"insert","payload":{"name":"__proto__.x"}}',
    '{"type":"insert","payload":{"name":"questions","defaultValue":"x"}}',
  ])('with the button %s does not', (text) => expect(intent(text)).not.toBeNull());
});
