import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const shared = {
  environment: 'node' as const,
  setupFiles: ['tests/setup/no-console-errors.ts'],
};

export default defineConfig({
  resolve: {
    alias: [
      { find: '~', replacement: fromRoot('./app') },
      { find: '#db', replacement: fromRoot('./db') },
      { find: '#tests', replacement: fromRoot('./tests') },
    ],
  },
  test: {
    reporters: ['default'],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          // These share nothing that one could change under another; loading their modules once halves their time.
          isolate: false,
          include: ['app/**/*.test.ts', 'app/**/*.test.tsx', 'db/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: { ...shared, name: 'database', include: ['tests/features/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'app',
          include: ['tests/{routes,access,journeys}/**/*.test.ts'],
          globalSetup: ['tests/setup/built-app.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
