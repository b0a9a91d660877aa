import { describe, expect, it } from 'vitest';
import { inboxPath, pathWithTold, readInboxAddress, toldIn } from './inbox';

const id = '0199b2c4-0000-7000-8000-0000000000ab';

describe('an inbox address', () => {
  it.each([
    { unreadOnly: false, before: null },
    { unreadOnly: true, before: null },
    { unreadOnly: true, before: id },
    { unreadOnly: false, before: id },
  ])('comes back as it was written: %o', (address) => {
    expect(readInboxAddress(new URL(inboxPath(address), 'http://here').searchParams)).toEqual(address);
  });

  it.each(['?before=1', '?before=%27', '?show=all', '?show=&before=', '?x'])(
    'asks nothing with %s',
    (search) => {
      expect(readInboxAddress(new URLSearchParams(search))).toEqual({ unreadOnly: false, before: null });
    },
  );
});

describe('a path that says what led there', () => {
  it.each([
    ['/teams/1', `/teams/1?told=${id}`],
    ['/posts/1?comment=2#comment-2', `/posts/1?comment=2&told=${id}#comment-2`],
    ['/cycles/1/review#comment-3', `/cycles/1/review?told=${id}#comment-3`],
  ])('%s', (path, told) => {
    expect(pathWithTold(path, id)).toBe(told);
    expect(toldIn(new URL(told, 'http://here').searchParams)).toBe(id);
  });

  it('is of a notice, or of none', () => {
    for (const search of ['', '?told=', '?told=../x']) expect(toldIn(new URLSearchParams(search))).toBeNull();
  });
});
