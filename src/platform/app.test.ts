import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './db/testing.ts';
import { anActor, testApp, type TestApp } from './testing-app.ts';
import { shelf, shelfQueries, teacherId } from './testing-shelf.ts';

let database: TestDatabase;
let server: TestApp;

beforeAll(async () => {
  database = await testDatabase();
  server = testApp({
    database,
    modules: [shelf],
    accounts: {
      teacher: [anActor(), anActor({ schoolId: 2 })],
      librarian: [anActor({ personId: '0193a000-0000-7000-8000-000000000009', roles: ['librarian'] })],
    },
  });
});

afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const shelfUrl = (school: number | string = 1, id = teacherId) => `/api/schools/${school}/shelves/${id}`;
const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ url, headers: { cookie: 'parta=teacher', ...headers } });
const put = (body: unknown, headers: Record<string, string | undefined> = {}, url = shelfUrl()) =>
  server.app.inject({
    method: 'PUT',
    url: `${url}/book`,
    payload: typeof body === 'string' ? body : JSON.stringify(body),
    headers: withoutAbsent({
      cookie: 'parta=teacher',
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      'idempotency-key': '0193a000-0000-7000-8000-00000000000a',
      ...headers,
    }),
  });
const withoutAbsent = (headers: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
const codeOf = (answer: { statusCode: number; json: () => { code: string } }) =>
  `${answer.statusCode} ${answer.json().code}`;
const book = { title: 'Букварь', pages: [] };

describe('a read', () => {
  test('passes the statement’s JSON through, fenced to the school of the address', async () => {
    const answer = await get(`${shelfUrl(2)}?limit=7`);
    expect(answer.json()).toMatchObject({ school: 2, limit: 7 });
    expect(answer.headers).toMatchObject({
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      etag: 'W/"2-7"',
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  test('answers 304 without a query, but only after session and policy', async () => {
    const before = shelfQueries();
    const known = { 'if-none-match': 'W/"1-5"' };
    const answer = await get(shelfUrl(), known);
    expect([answer.statusCode, answer.body, shelfQueries() - before]).toEqual([304, '', 0]);
    expect((await get(shelfUrl(), { ...known, cookie: 'parta=librarian' })).statusCode).toBe(403);
    expect((await get(shelfUrl(), { ...known, cookie: '' })).statusCode).toBe(401);
    expect((await get(shelfUrl(), { 'if-none-match': 'W/"1-6"' })).statusCode).toBe(200);
  });

  test.each(['zstd', 'br', 'gzip'])('is compressed with %s when the client asks', async (encoding) => {
    const answer = await get(shelfUrl(), { 'accept-encoding': encoding });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.rawPayload.length).toBeLessThan(500);
  });
});

describe('who may', () => {
  test.each([
    { who: 'nobody signed in', school: 1, cookie: '', told: '401 notSignedIn' },
    { who: 'of another school', school: 3, cookie: 'parta=teacher', told: '404 notFound' },
    { who: 'without the right', school: 1, cookie: 'parta=librarian', told: '403 notAllowed' },
  ])('$who: $told', async ({ school, cookie, told }) => {
    expect(codeOf(await get(shelfUrl(school), { cookie }))).toBe(told);
  });

  test('what the fence or the row hides is 404, what it shows but forbids 403 with its code', async () => {
    expect(codeOf(await put(book, {}, shelfUrl(1, anActor().accountId)))).toBe('404 notFound');
    expect(codeOf(await put({ ...book, title: 'unknown' }))).toBe('404 notFound');
    expect(codeOf(await put(book, { cookie: 'parta=librarian' }))).toBe('403 notAllowed');
    const locked = await put({ ...book, title: 'locked' });
    expect(locked.json()).toEqual({
      type: '/problems/shelfLocked',
      title: 'shelfLocked',
      status: 403,
      code: 'shelfLocked',
      facts: { since: '2026-11-01' },
    });
  });
});

describe('a command', () => {
  test('runs in one fenced transaction with its row and key', async () => {
    const answer = await put(book);
    expect(answer.json()).toEqual({ title: 'Букварь 32', fence: 1, owner: teacherId });
  });

  test('refuses with the status its endpoint declares', async () => {
    const answer = await put({ ...book, title: 'full' });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({ status: 422, code: 'shelfFull', facts: { books: 3 } });
  });

  test('without a body answers 204', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/schools/1/clearing',
      headers: {
        cookie: 'parta=teacher',
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
      },
    });
    expect([answer.statusCode, answer.body]).toEqual([204, '']);
  });

  test.each([
    [undefined, '400 idempotencyKeyMissing'],
    ['again', '400 idempotencyKeyMalformed'],
  ])('with the key %s', async (key, told) => {
    expect(codeOf(await put(book, { 'idempotency-key': key }))).toBe(told);
  });
});

describe('input', () => {
  test('faults name path, rule and limit', async () => {
    const answer = await put({ title: 'слишком длинно', pages: [{ number: 0, extra: 1 }, {}], more: true });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: unknown[] }>().errors.toSorted(byText)).toEqual(
      [
        { path: '/body/title', rule: 'maxLength', limit: 8 },
        { path: '/body/pages/0/number', rule: 'minimum', limit: 1 },
        { path: '/body/pages/0/extra', rule: 'additionalProperties', limit: null },
        { path: '/body/pages/1/number', rule: 'required', limit: null },
        { path: '/body/more', rule: 'additionalProperties', limit: null },
      ].toSorted(byText),
    );
  });

  test.each(['1.5', '0x1', '1e0', '', '-1', '99999999999'])('“%s” is no school', async (school) => {
    const answer = await get(`/api/schools/${encodeURIComponent(school)}/shelves/${teacherId}`);
    expect(codeOf(answer)).toBe('400 invalidInput');
  });

  test.each([
    ['limit=10', '/query/limit', 'maximum'],
    ['limit=many', '/query/limit', 'type'],
    ['limit=1&limit=2', '/query/limit', 'type'],
    ['other=1', '/query/other', 'additionalProperties'],
  ])('query %s', async (query, path, rule) => {
    const answer = await get(`${shelfUrl()}?${query}`);
    expect(answer.json()).toMatchObject({ code: 'invalidInput', errors: [{ path, rule }] });
  });

  test.each([
    ['cut off', '{"title":', '400 malformedJson'],
    ['with a prototype', '{"__proto__":{"x":1}}', '400 malformedJson'],
    ['too large', JSON.stringify('x'.repeat(300_000)), '413 tooLarge'],
    ['absent', '', '400 invalidInput'],
  ])('body %s', async (_case, body, told) => {
    expect(codeOf(await put(body))).toBe(told);
  });
});

describe('a write from another site', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, '403 crossSite'],
    [{ 'sec-fetch-site': 'same-site' }, '403 crossSite'],
    [{ 'sec-fetch-site': undefined, origin: 'https://evil.example' }, '403 crossSite'],
    [{ 'sec-fetch-site': undefined, origin: 'null' }, '403 crossSite'],
    [{ 'sec-fetch-site': undefined, 'content-type': 'text/plain' }, '415 wrongContentType'],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, '415 wrongContentType'],
    [{ 'content-type': undefined }, '415 wrongContentType'],
  ])('%j', async (headers, told) => {
    expect(codeOf(await put(book, headers))).toBe(told);
  });

  test('our own origin and a program without one pass', async () => {
    const own = { 'sec-fetch-site': undefined, origin: 'http://localhost:80', host: 'localhost:80' };
    expect((await put(book, own)).statusCode).toBe(200);
    expect((await put(book, { 'sec-fetch-site': undefined })).statusCode).toBe(200);
  });
});

describe('health', () => {
  test('live and ready', async () => {
    expect((await get('/api/health/live')).json()).toEqual({ state: 'live' });
    expect((await get('/api/health/ready')).json()).toEqual({ state: 'ready', warnings: [] });
  });

  test('not ready names what is missing; live does not care', async () => {
    const { app } = testApp({
      database,
      modules: [],
      readiness: [() => ['sealerBehind'], () => Promise.reject(new Error('gone'))],
    });
    const answer = await app.inject('/api/health/ready');
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.json()).toMatchObject({
      code: 'notReady',
      facts: { missing: ['sealerBehind', 'databaseUnavailable'] },
    });
    expect((await app.inject('/api/health/live')).statusCode).toBe(200);
    await app.close();
  });
});

describe('a fault of ours', () => {
  test('tells nothing but the request’s id', async () => {
    const answer = await get('/api/broken/anyhow');
    expect(answer.statusCode).toBe(500);
    expect(Object.keys(answer.json<{ facts: object }>().facts)).toEqual(['requestId']);
    expect(answer.body).not.toContain('Иванов');
  });

  test('an answer that breaks its contract does not leave the server', async () => {
    const answer = await get('/api/broken/reply');
    expect([answer.statusCode, answer.body.includes('secret')]).toEqual([500, false]);
    expect(server.logged()).toContain('the reply of shelf.breakShelf breaks its contract');
  });

  test('the log holds templates and codes, no addresses, names, bodies or networks', async () => {
    await get('/api/broken/database?word=Сидоров');
    await get(`${shelfUrl()}?limit=7`, { 'user-agent': 'Fingerprint/1' });
    await put({ title: 'Петров', pages: [] });
    const text = server.logged();
    for (const line of text.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(text).toContain('"route":"/api/schools/{schoolId}/shelves/{shelfId}"');
    expect(text).toContain('"schoolId":1');
    expect(text).toContain('22P02');
    for (const secret of [
      'Иванов',
      'Сидоров',
      'Петров',
      teacherId,
      'parta=',
      'limit=',
      '127.0.0.1',
      'Fingerprint',
      'user-agent',
      '/shelves/0',
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
