import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  postSession,
  signedInAs,
  testClock,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';

let schools: TestSchools;
let first: TestServer;
const clock = testClock();

beforeAll(async () => {
  schools = await testSchools();
  for (const name of ['target', 'owner']) {
    await schools.account(name, [[1, await schools.person(1, name)]]);
  }
  first = await schools.server({ clock });
});
afterAll(async () => {
  await first.stop();
  await schools.drop();
});

describe('failed tries', () => {
  const tries = async (login: string, count: number, extra: { address?: string; cookie?: string } = {}) => {
    const codes: number[] = [];
    for (let at = 0; at < count; at += 1) {
      codes.push((await postSession(first, login, { ...extra, password: `try ${at}` })).statusCode);
    }
    return codes;
  };

  test('slow the account down, from every network, and never lock it', async () => {
    expect(await tries('target', 5)).toEqual([401, 401, 401, 401, 401]);
    const slow = await postSession(first, 'target', { address: '198.51.100.9' });
    expect(slow.statusCode).toBe(429);
    expect(slow.json<{ facts: { seconds: number } }>().facts.seconds).toBe(60);
    clock.moveBy(61_000);
    expect((await postSession(first, 'target', { address: '198.51.100.9' })).statusCode).toBe(200);
    expect(await tries('target', 4, { address: '198.51.100.9' })).toEqual([401, 401, 401, 401]);
  });

  test('leave a guesser about twenty guesses a day', async () => {
    let guesses = 0;
    const until = clock.now().getTime() + 24 * 3_600_000;
    while (clock.now().getTime() < until) {
      const address = `203.0.${guesses % 250}.5`;
      const answer = await postSession(first, 'owner', { address, password: `guess ${guesses}` });
      if (answer.statusCode === 401) guesses += 1;
      else clock.moveBy(answer.json<{ facts: { seconds: number } }>().facts.seconds * 1000);
    }
    expect(guesses).toBeGreaterThan(10);
    expect(guesses).toBeLessThanOrEqual(20);
  });

  test('of others do not slow down a device that signed in before', async () => {
    clock.moveBy(48 * 3_600_000);
    const own = await signedInAs(first, 'owner');
    await tries('owner', 6, { address: '198.51.100.77' });
    expect((await postSession(first, 'owner', { address: '198.51.100.78' })).statusCode).toBe(429);
    const device = own.split('; ').find((pair) => pair.startsWith('__Host-parta-device=')) ?? '';
    expect((await postSession(first, 'owner', { cookie: device })).statusCode).toBe(200);
    expect((await postSession(first, 'target', { cookie: device, password: 'x' })).statusCode).toBe(401);
    const forged = `${device.slice(0, -2)}AA`;
    expect((await postSession(first, 'owner', { cookie: forged })).statusCode).toBe(429);
  });

  test('of a known device are limited as well', async () => {
    clock.moveBy(48 * 3_600_000);
    const cookie = await signedInAs(first, 'owner');
    expect((await tries('owner', 7, { cookie })).slice(5)).toEqual([429, 429]);
  });

  test('at once count each', async () => {
    clock.moveBy(48 * 3_600_000);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => postSession(first, 'crowded', { password: `${at}` })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(5);
  });

  test('leave no login and no network in the table', async () => {
    const { rows } = await schools.superuser.query<{ text: string }>(
      `select encode(bucket, 'escape') as text from directory.sign_in_throttle`,
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ text }) => /owner|target|198\.51/.test(text))).toEqual([]);
  });
});
