import { readdirSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { endpoint, noReply, object, schoolId } from '../contract.ts';
import { testDatabase, type TestDatabase } from '../db/testing.ts';
import type { Module } from '../platform.ts';
import { serve } from '../serve.ts';
import { anActor, testApp, type TestApp } from '../testing-app.ts';
import type { KeptFile } from './store.ts';
import { aPdf } from './testing-files.ts';

const sendFile = endpoint({
  id: 'test.sendFile',
  method: 'PUT',
  path: '/api/schools/{schoolId}/file',
  summary: 'Takes a file',
  params: object({ schoolId }),
  takesFile: true,
  reply: noReply,
});
const taken: KeptFile[] = [];
const module: Module = {
  name: 'test',
  routes: [
    serve(sendFile, {
      policy: {
        fence: (actor) => ({ schoolId: actor.schoolId, studentIds: '*' }),
        may: (actor) => actor.roles.includes('teacher'),
      },
      run: ({ file }) => {
        taken.push(file);
        return Promise.resolve(null);
      },
    }),
  ],
};

let database: TestDatabase;
let server: TestApp;
let port: number;
beforeAll(async () => {
  database = await testDatabase();
  server = testApp({
    database,
    modules: [module],
    accounts: { teacher: [anActor({ roles: ['teacher'] })], guardian: [anActor({ roles: [] })] },
    config: { largestFile: 100_000 },
  });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = server.app.server.address() as { port: number });
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

/** Sends bytes over a real connection; null = it was cut off. */
function send(
  who: string,
  write: (sending: ClientRequest) => void,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; code?: string } | null> {
  const { promise, resolve } = Promise.withResolvers<{ status: number; code?: string } | null>();
  const sending = request({
    host: '127.0.0.1',
    port,
    method: 'PUT',
    path: '/api/schools/1/file',
    headers: { cookie: `parta=${who}`, 'content-type': 'application/octet-stream', ...headers },
  });
  sending.on('response', (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { code } = (text === '' ? {} : JSON.parse(text)) as { code?: string };
      resolve({ status: answer.statusCode ?? 0, ...(code === undefined ? {} : { code }) });
    });
  });
  sending.on('error', () => resolve(null));
  write(sending);
  return promise;
}

const aside = () => readdirSync(join(server.platform.files.folder, 'incoming'));

test('arrives in pieces, under a name in any language', async () => {
  const name = encodeURIComponent('Лист «Дроби».pdf');
  const answer = await send(
    'teacher',
    (sending) => {
      const bytes = aPdf('по частям');
      sending.write(bytes.subarray(0, 5));
      setTimeout(() => sending.end(bytes.subarray(5)), 50);
    },
    { 'x-file-name': name },
  );
  expect(answer).toEqual({ status: 204 });
  expect(taken.at(-1)).toMatchObject({
    name: 'Лист «Дроби».pdf',
    kind: 'pdf',
    size: aPdf('по частям').length,
  });
  expect(aside()).toEqual([]);
});

test('a name that cannot be read is no reason to refuse the file', async () => {
  await send('teacher', (sending) => sending.end(aPdf()), { 'x-file-name': '%E0%A4%A' });
  expect(taken.at(-1)?.name).toBe('file.pdf');
});

test.each([
  ['by its length', { 'content-length': '200000' }],
  ['in pieces of no said length', {}],
])('too large %s it is refused, and the sender hears it', async (_how, headers) => {
  const answer = await send('teacher', (sending) => sending.end(Buffer.alloc(200_000, '%PDF-')), headers);
  expect(answer).toEqual({ status: 413, code: 'files.tooLarge' });
  expect(aside()).toEqual([]);
});

test('who may not send it is told before it is taken', async () => {
  const before = taken.length;
  expect(await send('guardian', (sending) => sending.end(aPdf()))).toEqual({
    status: 403,
    code: 'notAllowed',
  });
  expect(await send('stranger', (sending) => sending.end(aPdf()))).toEqual({
    status: 401,
    code: 'notSignedIn',
  });
  expect(await send('teacher', (sending) => sending.end(aPdf()), { 'sec-fetch-site': 'cross-site' })).toEqual(
    { status: 403, code: 'crossSite' },
  );
  expect(taken.length).toBe(before);
});

test('broken off half-way it leaves nothing behind', async () => {
  const before = taken.length;
  const answer = await send(
    'teacher',
    (sending) => {
      sending.write(Buffer.alloc(20_000, '%PDF-'));
      setTimeout(() => sending.destroy(), 50);
    },
    { 'content-length': '50000' },
  );
  expect(answer).toBeNull();
  await vi.waitFor(() => expect(aside()).toEqual([]));
  expect(taken.length).toBe(before);
});

test('the same bytes lie there once, and no address but a row’s leads to them', async () => {
  const { files } = server.platform;
  const [one, two] = [await files.keep(aPdf('раз'), 'a.pdf'), await files.keep(aPdf('раз'), 'b.pdf')];
  expect([one.sha256, one.name, two.name]).toEqual([two.sha256, 'a.pdf', 'b.pdf']);
  for (const path of [`/files/${one.sha256}`, `/api/files/${one.sha256}`, `/files/../files/${one.sha256}`]) {
    expect((await server.app.inject({ url: path, headers: { cookie: 'parta=teacher' } })).statusCode).toBe(
      404,
    );
  }
  await expect(async () => files.open('../../etc/passwd')).rejects.toThrow('not a hash');
});
