import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from './feed-cursor';

describe('the cursor', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.nat(8_000_000_000_000), fc.uuid(), fc.boolean(), (sharedAt, id, forgives) => {
        expect(readCursor(writeCursor({ sharedAt, id, forgives }))).toEqual({ sharedAt, id, forgives });
      }),
    );
  });

  it.each([null, '', 'x', '.', 'a.', '~', 'a.b.c', "a.b' or 1=1", 'zzzzzzzzzzzz.a', 'zzzzzzzzzzz.a', '-1.a'])(
    'what is none is none: %s',
    (text) => expect(readCursor(text)).toBeNull(),
  );
});
