import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './db/testing.ts';
import { localAddress, page, redirectTo } from './page.ts';
import { anActor, testApp, type TestApp } from './testing-app.ts';

let database: TestDatabase;
let server: TestApp;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'parta-client-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  const script = 'console.log(1);'.repeat(9);
  writeFileSync(join(folder, 'assets/family-abc.js'), script);
  writeFileSync(join(folder, 'assets/family-abc.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'sw.js'), '1');
  writeFileSync(join(folder, '.vite/manifest.json'), '{}');
  server = testApp({
    database,
    clientDirectory: folder,
    accounts: {
      mother: [
        anActor({
          roles: [],
          students: [{ studentId: anActor().personId, kinship: 'mother', scope: ['marks'] }],
        }),
      ],
    },
    modules: [
      {
        name: 'shelf',
        pages: [
          page({
            path: '/shelf/{schoolId}/{studentId}',
            view: 'shelf.week',
            policy: {
              fence: (actor, { studentId }) =>
                actor.students.some((student) => student.studentId === studentId)
                  ? { schoolId: actor.schoolId, studentIds: [studentId] }
                  : null,
              may: (actor) => actor.students.length > 0,
            },
            load: ({ params, query, tx }) =>
              Promise.resolve({ school: params.schoolId + 0, fenced: tx.schoolId, week: query.get('week') }),
          }),
          page({
            path: '/leave',
            view: 'none',
            policy: { public: 'a test' },
            load: ({ query }) => Promise.resolve(redirectTo(query.get('next') ?? '', ['theme=dark'])),
          }),
        ],
      },
    ],
  });
});

afterAll(async () => {
  await server.app.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const open = (url: string, cookie = 'parta=mother') =>
  server.app.inject({ url, headers: { cookie, accept: 'text/html' } });
const shelf = `/shelf/1/${anActor().personId}`;

describe('a page', () => {
  test('shows its facts under a policy of its own', async () => {
    const answer = await open(`${shelf}?week=2026-11-23`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('{"school":1,"fenced":1,"week":"2026-11-23"}');
    expect(answer.headers['cache-control']).toBe('private, no-cache');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[\w+/=]{24}'; style-src/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers['strict-transport-security']).toBeUndefined();
    expect((await open(shelf)).headers['content-security-policy']).not.toBe(policy);
  });

  test('sends who is not signed in to the sign-in, and back', async () => {
    const answer = await open(`${shelf}?week=2026-11-23`, '');
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      `/sign-in?next=${encodeURIComponent(`${shelf}?week=2026-11-23`)}`,
    ]);
  });

  test.each([
    ['another student', `/shelf/1/${anActor().accountId}`],
    ['another school', `/shelf/2/${anActor().personId}`],
    ['no school', `/shelf/x/${anActor().personId}`],
    ['no id', '/shelf/1/me'],
    ['no page', '/nowhere'],
  ])('of %s is the page of a problem', async (_case, url) => {
    const answer = await open(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(answer.body).toContain('<title>problem</title>');
    expect(answer.body).toContain('"code":"notFound"');
  });

  test('a program gets the document of a problem', async () => {
    const answer = await server.app.inject('/nowhere');
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  test('leaves only for our own addresses', async () => {
    const answer = await open('/leave?next=/sign-in');
    expect([answer.statusCode, answer.headers.location, answer.headers['set-cookie']]).toEqual([
      303,
      '/sign-in',
      ['theme=dark'],
    ]);
    expect((await open('/leave?next=//evil.example')).headers.location).toBe('/');
  });
});

test.each([
  ['/diary/1?week=2', '/diary/1?week=2'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/a\r\nset-cookie: x', '/'],
  ['', '/'],
])('localAddress(%j) is %s', (given, address) => {
  expect(localAddress(given)).toBe(address);
});

describe('a file of the client', () => {
  test('with a hash in its name is kept and comes packed', async () => {
    const url = '/assets/family-abc.js';
    const packed = await server.app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'accept-encoding',
    });
    const plain = await server.app.inject(url);
    expect([plain.headers['content-encoding'], plain.body.length]).toEqual([undefined, 135]);
    const known = await server.app.inject({ url, headers: { 'if-none-match': String(plain.headers.etag) } });
    expect(known.statusCode).toBe(304);
  });

  test('without one is asked for anew', async () => {
    expect((await server.app.inject('/sw.js')).headers['cache-control']).toBe('no-cache');
  });

  test.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/.vite/manifest.json',
    '/assets/',
  ])('%s is none', async (url) => {
    expect((await server.app.inject(url)).statusCode).toBe(404);
  });
});
