import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['src/platform/db/testing-setup.ts', 'tools/mail/testing-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A database is cloned, a password hashed: slow machines need room, hanging tests must still end.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { TZ: 'Europe/Moscow' },
  },
});
