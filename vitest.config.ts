import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const databaseSetup = fileURLToPath(new URL('src/platform/db/testing-setup.ts', import.meta.url));

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'e2e/support/**/*.test.ts'],
    globalSetup: existsSync(databaseSetup) ? [databaseSetup] : [],
    pool: 'forks',
    maxWorkers: 2,
    // A database is cloned, a password hashed: slow machines need room, hanging tests must still end.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { TZ: 'Europe/Moscow' },
  },
});
