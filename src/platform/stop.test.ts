import { afterAll, beforeAll, expect, test } from 'vitest';
import { endpoint, object } from './contract.ts';
import { Type } from 'typebox';
import { testDatabase, type TestDatabase } from './db/testing.ts';
import { serve } from './serve.ts';
import { testApp } from './testing-app.ts';

const getSlowly = endpoint({
  id: 'slow.getSlowly',
  method: 'GET',
  path: '/api/slowly',
  summary: 'Answers when told to',
  reply: object({ done: Type.Literal(true) }),
});

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.drop());

test('a stopping server refuses new connections, finishes what runs and is gone at once', async () => {
  const arrived = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const slow = serve(getSlowly, {
    policy: { public: 'a test' },
    async run() {
      arrived.resolve();
      await mayEnd.promise;
      return { done: true } as const;
    },
  });
  const { app } = testApp({ database, modules: [{ name: 'slow', routes: [slow] }] });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const running = fetch(`${url}/api/slowly`);
  await arrived.promise;

  let closed = false;
  const closing = app.close().then(() => (closed = true));
  await expect.poll(() => fetch(`${url}/api/health/live`).catch(() => 'refused')).toBe('refused');
  expect(closed).toBe(false);

  mayEnd.resolve();
  expect(await (await running).json()).toEqual({ done: true });
  const before = performance.now();
  await closing;
  expect(performance.now() - before).toBeLessThan(2000);
});
