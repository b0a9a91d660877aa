import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Whatever writes to console.error fails the test in which it does. */
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  const calls = vi.isMockFunction(console.error) ? vi.mocked(console.error).mock.calls : [];
  vi.restoreAllMocks();
  expect(calls, 'console.error was called').toEqual([]);
});
