import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { LoadPlan } from './plan.ts';
import { runLoad } from './run-load.ts';

let server: Server;
afterEach(() => server.close());

/** A plan of half a second against a server that answers so. */
async function planAgainst(answer: RequestListener): Promise<LoadPlan> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server = createServer(answer).listen(0, '127.0.0.1', () => resolve());
  await promise;
  const { port } = server.address() as { port: number };
  const requests = [{ method: 'GET' as const, path: '/page', headers: { cookie: 'a=b' } }];
  return { port, connections: 3, warmSeconds: 0.1, seconds: 0.4, traffic: { kind: 'repeat', requests } };
}

test('answers are counted whole, in pieces too', async () => {
  const plan = await planAgainst((request, response) => {
    expect(request.headers.cookie).toBe('a=b');
    response.setHeader('content-length', 600);
    response.write('x'.repeat(100));
    setTimeout(() => response.end('y'.repeat(500)), 5);
  });
  const result = await runLoad(plan);
  expect(result.bytes).toBe(600);
  expect(result.failures).toBe(0);
  // Three connections, one request in flight on each, at least 5 ms long.
  expect(result.answers).toBeGreaterThan(20);
  expect(result.answers).toBeLessThanOrEqual(3 * (400 / 5));
  expect(result.p50).toBeGreaterThanOrEqual(4);
});

test('a refused request stops the measurement instead of counting as a fast answer', async () => {
  const plan = await planAgainst((_, response) => {
    response.statusCode = 503;
    response.setHeader('content-length', 4);
    response.end('busy');
  });
  await expect(runLoad(plan)).rejects.toThrow(/503 busy/);
});
