import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncomingRequest } from '#platform/actor.ts';
import { Problem } from '#platform/problem.ts';
import { type IdentityParts, partsOf } from '../identity-parts.ts';
import { solved } from '../testing-challenge.ts';
import {
  testClock,
  testSchools,
  type TestClock,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';
import { newChallenge, passChallenge } from './commands.ts';

let schools: TestSchools;
let server: TestServer;
let clock: TestClock;
let parts: IdentityParts;

beforeAll(async () => {
  schools = await testSchools();
  clock = testClock();
  server = await schools.server({ clock });
  parts = partsOf(server.platform);
});
afterAll(async () => {
  await server.stop();
  await schools.drop();
});

const from = (ip: string) => ({ ip }) as IncomingRequest;
const nothing = { challenge: '', solution: '' };
/** Forms a network is let send without a solution. */
const free = 10;

/** How many forms of so many get through. */
async function through(count: number, ip: string, typed: () => Promise<typeof nothing> | typeof nothing) {
  let passed = 0;
  for (let at = 0; at < count; at += 1) {
    try {
      await passChallenge(parts, from(ip), await typed());
      passed += 1;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'challenge.slowDown') throw error;
    }
  }
  return passed;
}

test('who did the work passes as often as wished; a network that did none passes ten times', async () => {
  expect(await through(15, '198.51.100.1', async () => solved(await newChallenge(parts)))).toBe(15);
  expect(await through(15, '198.51.100.2', () => nothing)).toBe(free);
  // The network waits, not the browser: a form with its work goes on.
  expect(await through(1, '198.51.100.2', async () => solved(await newChallenge(parts)))).toBe(1);
});

test('one piece of work opens one form', async () => {
  const once = await solved(await newChallenge(parts));
  expect(await through(15, '198.51.101.1', () => once)).toBe(free + 1);
});

test.each([
  ['text that is none', { challenge: '{}', solution: '{}' }],
  ['no JSON', { challenge: '{', solution: 'x' }],
  ['too long', { challenge: '{}', solution: 'x'.repeat(5_000) }],
])('a challenge of %s counts as none', async (name, typed) => {
  expect(await through(12, `198.51.${102 + name.length}.1`, () => typed)).toBe(free);
});

test('a changed one and a lapsed one count as none', async () => {
  const good = await solved(await newChallenge(parts));
  const challenge = JSON.parse(good.challenge) as { parameters: { data: { until: number } } };
  challenge.parameters.data.until *= 2;
  const longer = { ...good, challenge: JSON.stringify(challenge) };
  expect(await through(12, '198.51.150.1', () => longer)).toBe(free);
  clock.moveBy(61 * 60_000);
  expect(await through(12, '198.51.151.1', () => good)).toBe(free);
});
