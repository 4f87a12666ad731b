import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: ['tools/prove/policies/*.proof.ts'],
    globalSetup: ['src/platform/db/testing-setup.ts'],
    pool: 'forks',
    hookTimeout: 60_000,
    env: { TZ: 'Europe/Moscow' },
  },
});
