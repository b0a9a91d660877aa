import { expect, it } from 'vitest';
import { questionsPrint, reasonFor } from './text-question';

it('prints the same for the same questions, wherever they stand', () => {
  const name = { kind: 'student_name', excerpt: 'José' } as const;
  const number = { kind: 'student_number', excerpt: 'ID 12345' } as const;
  const print = questionsPrint([name, number]);
  expect(print).toMatch(/^2-[0-9a-f]{16}$/);
  expect(questionsPrint([number, name, name])).toBe(print);
  expect(questionsPrint([{ ...name, excerpt: 'Jose\u0301' }, number])).toBe(print);
  expect(questionsPrint([name])).not.toBe(print);
  expect(questionsPrint([name, { ...number, kind: 'phone' }])).not.toBe(print);
  expect(questionsPrint([])).toBe('');
});

it('quotes a long excerpt short and whole characters of it', () => {
  expect(reasonFor('email', '😀'.repeat(80), 'nothing')).toBe(
    `“${'😀'.repeat(60)}…” is an e-mail address that everyone would see. Could you leave it out?`,
  );
  expect(reasonFor('gives_away_signature', 'ERES', 'team')).toContain('which team');
});
