/** Why a command changed nothing. `fields` puts each message beside the field it is about. */
export type Problem =
  | { kind: 'not_found' }
  | { kind: 'not_allowed'; why: string }
  | { kind: 'invalid'; message: string; fields?: Record<string, string[]> }
  | { kind: 'conflict' };

export type Outcome<T = object> = ({ ok: true } & T) | { ok: false; problem: Problem };

export const notFound = { ok: false, problem: { kind: 'not_found' } } as const;
export const conflict = { ok: false, problem: { kind: 'conflict' } } as const;

export function notAllowed(why: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { kind: 'not_allowed', why } };
}

export function invalid(message: string, fields?: Record<string, string[]>): { ok: false; problem: Problem } {
  return { ok: false, problem: { kind: 'invalid', message, ...(fields ? { fields } : {}) } };
}
