import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SchoolServer } from '#modules/testing/testing-server.ts';
import { sweepFiles } from '#platform/files/sweep-files.ts';
import { aDocx, aJpeg, aPdf } from '#platform/files/testing-files.ts';
import { uuidv7 } from '#platform/ids.ts';
import { filesNeeded } from './queries.ts';
import { roomFor } from './rules.ts';
import {
  anna,
  attach,
  blobs,
  boris,
  copy,
  early,
  elsewhere,
  give,
  late,
  maths,
  putBack,
  read,
  remove,
  russian,
  startServer,
  statusFor,
  substituted,
  teacher,
} from './testing-homework-files.ts';

let server: SchoolServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('a file of homework', () => {
  test('comes to the family as it was, under its name, and stays a file', async () => {
    const bytes = aPdf('с параметрами');
    const { status, reply, id } = await attach(late, { bytes, name: 'Лист «Проценты».pdf' });
    expect([status, reply.files]).toEqual([
      200,
      [{ id, name: 'Лист «Проценты».pdf', kind: 'pdf', size: bytes.length }],
    ]);
    const answer = await read('guardian', id);
    expect(answer.status).toBe(200);
    expect(answer.body.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `inline; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('Лист «Проценты».pdf')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    });
  });

  test('of an office is saved, never shown', async () => {
    const { id } = await attach(late, { bytes: aDocx(), name: 'задание.docx' });
    const { headers } = await read('anna', id);
    expect(headers['content-disposition']).toMatch(/^attachment;/u);
  });

  test('of a phone comes without the place it was taken at', async () => {
    const { id, reply } = await attach(late, { bytes: aJpeg(), name: 'IMG_1.HEIC' });
    expect(reply.files.at(-1)).toMatchObject({ name: 'IMG_1.HEIC.jpg', kind: 'jpeg' });
    expect((await read('guardian', id)).body.includes('GPS')).toBe(false);
  });

  test('sent twice under one id is there once; another one under it is refused', async () => {
    const id = uuidv7();
    const once = await attach(early, { id });
    const twice = await attach(early, { id });
    expect([twice.status, twice.reply]).toEqual([once.status, once.reply]);
    expect((await attach(early, { id, bytes: aPdf('другой') })).reply.code).toBe('idempotencyKeyReused');
    expect((await attach(late, { id })).reply.code).toBe('idempotencyKeyReused');
  });

  test('is told to the families of the group', async () => {
    const event = await vi.waitFor(async () => {
      const [first] = await server.sql<{ topics: string[]; payload: object }>(
        `select topics, payload from platform.event where school_id = 1 and name = 'homework.filesChanged' order by seq limit 1`,
      );
      if (!first) throw new Error('not yet numbered');
      return first;
    });
    expect(event.topics.toSorted()).toEqual(
      [`page:${maths.id}`, ...[anna, boris].map((id) => `student:${id}`)].toSorted(),
    );
    expect(event.payload).toMatchObject({ pageId: maths.id, lessonId: late });
  });
});

test('taken off it is gone for everybody, stays as a row, and comes back where it was', async () => {
  const { id } = await attach(substituted, { bytes: aPdf('на время') });
  const { reply } = await remove(substituted, id);
  expect(reply.files.map((file) => file.id)).not.toContain(id);
  expect([await statusFor('guardian', id), await statusFor('teacher', id)]).toEqual([404, 404]);
  const rows = await server.sql<{ by: string }>(
    `select removed_by as by from homework.file where school_id = 1 and id = '${id}' and removed_at is not null`,
  );
  expect(rows).toEqual([{ by: teacher.personId }]);
  const back = await putBack(substituted, id);
  expect(back.reply.files.at(-1)?.id).toBe(id);
  expect(await statusFor('guardian', id)).toBe(200);
  expect((await remove(substituted, uuidv7())).status).toBe(404);
});

describe('a refusal', () => {
  test.each<[string, Uint8Array, string]>([
    ['a page of the web under another name', Buffer.from('<!doctype html>'), 'html'],
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['macros', aDocx({ 'word/vbaProject.bin': 'x' }), 'macros'],
  ])('of %s names the rule', async (_what, bytes, reason) => {
    const { status, reply } = await attach(late, { bytes, name: 'лист.pdf' });
    expect([status, reply.code, reply.facts]).toEqual([422, 'files.kindRefused', { reason }]);
  });

  test('of a file that is too large says the limit', async () => {
    const { largest } = server.platform.files;
    const { status, reply } = await attach(late, { bytes: Buffer.alloc(largest + 1, '%PDF-') });
    expect([status, reply.code, reply.facts]).toEqual([413, 'files.tooLarge', { limit: largest }]);
  });

  test('where no homework is given, or the lesson is long over', async () => {
    expect((await attach(maths.lessonOn('2026-11-26'))).reply.code).toBe('homework.notGiven');
    expect((await attach(maths.lessonOn('2026-10-01'))).reply.code).toBe('homework.editWindowClosed');
  });

  test('of the eleventh file', async () => {
    const lesson = elsewhere.lessonOn('2026-11-23');
    await give(lesson);
    for (let number = 1; number <= 10; number += 1) await attach(lesson, { bytes: aPdf(`лист ${number}`) });
    const { status, reply } = await attach(lesson, { bytes: aPdf('лишний') });
    expect([status, reply.code, reply.facts]).toEqual([409, 'homework.tooManyFiles', { limit: 10 }]);
  });

  test('of what is more than 50 MB together', () => {
    const megabytes = (count: number) => ({ size: count * 1024 * 1024 });
    expect(roomFor([megabytes(20), megabytes(20)], megabytes(10).size)).toBeNull();
    expect(roomFor([megabytes(20), megabytes(20)], megabytes(10).size + 1)?.code).toBe(
      'homework.filesTooLarge',
    );
  });

  test('of JSON instead of a file, and of a file instead of JSON', async () => {
    const body = await server.put(`teacher`, `/lessons/${late}/homework/files/${uuidv7()}`, { body: {} });
    expect(body.status).toBe(415);
    expect(
      (await server.putFile('teacher', `/lessons/${late}/homework`, { name: '', bytes: aPdf() })).status,
    ).toBe(415);
  });
});

test('a lesson’s files are copied to another class once, without another copy of their bytes', async () => {
  const to = elsewhere.lessonOn('2026-11-24');
  const from = substituted;
  await attach(from, { bytes: aPdf('второй') });
  const before = blobs().length;
  const { status, reply } = await copy(to, from);
  expect([status, reply.files.length, reply.copiedIds]).toEqual([200, 2, reply.files.map(({ id }) => id)]);
  expect(await statusFor('neighbour', reply.files[0]?.id ?? '')).toBe(200);
  expect((await copy(to, from)).reply.copiedIds).toEqual([]);
  expect(blobs().length).toBe(before);
  // Neither from nor to a page of somebody else.
  await give(russian.lessonOn('2026-11-24'), {}, 'colleague');
  expect((await copy(russian.lessonOn('2026-11-24'), from)).status).toBe(404);
  expect((await copy(russian.lessonOn('2026-11-24'), from, 'colleague')).status).toBe(404);
});

test('bytes nobody needs go after a week, and no others', async () => {
  const { platform } = server;
  const { folder } = platform.files;
  const lesson = elsewhere.lessonOn('2026-11-24');
  const needed = await attach(lesson, { bytes: aPdf('нужен') });
  const fresh = await platform.files.keep(aPdf('без строки, но свежий'), 'a.pdf');
  const lost = await platform.files.keep(aPdf('без строки'), 'a.pdf');
  const off = await attach(lesson, { bytes: aPdf('снят давно') });
  const justOff = await attach(lesson, { bytes: aPdf('снят вчера') });
  await remove(lesson, off.id);
  await remove(lesson, justOff.id);
  await server.sql(
    `update homework.file set removed_at = removed_at - interval '9 days' where school_id = 1 and id = '${off.id}'`,
  );
  const longAgo = Date.now() / 1000 - 9 * 86_400;
  for (const name of blobs())
    if (!name.endsWith(fresh.sha256)) utimesSync(join(folder, name), longAgo, longAgo);
  await sweepFiles([filesNeeded]).run(platform, {});
  const rows = await server.sql<{ sha256: string }>(
    `select distinct encode(sha256, 'hex') as sha256 from homework.file where school_id = 1 and id <> '${off.id}'`,
  );
  expect(
    blobs()
      .map((name) => name.slice(-64))
      .toSorted(),
  ).toEqual([...rows.map(({ sha256 }) => sha256), fresh.sha256].toSorted());
  expect(await platform.files.has(lost.sha256)).toBe(false);
  expect(await statusFor('neighbour', needed.id)).toBe(200);
  expect((await putBack(lesson, justOff.id)).status).toBe(200);
  expect((await putBack(lesson, off.id)).reply.code).toBe('homework.fileGone');
});
