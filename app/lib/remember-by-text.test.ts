import { describe, expect, it } from 'vitest';
import { rememberByText } from './remember-by-text';

describe('rememberByText', () => {
  it('makes each text once, and drops what was not asked for longest', () => {
    const asked: string[] = [];
    const upper = rememberByText((text) => {
      asked.push(text);
      return text.toUpperCase();
    }, 20);
    for (const text of ['aa', 'bb', 'aa']) expect(upper(text)).toBe(text.toUpperCase());
    expect(asked).toEqual(['aa', 'bb']);
    for (let turn = 0; turn < 14; turn += 1) upper(`x${turn % 10}`);
    upper('aa');
    upper('bb');
    expect(asked.slice(-1)).toEqual(['bb']);
  });

  it('a text too long is made each time and pushes nothing out', () => {
    let made = 0;
    const length = rememberByText((text) => {
      made += 1;
      return text.length;
    }, 30);
    length('a');
    length('long text');
    length('long text');
    length('a');
    expect(made).toBe(3);
  });
});
