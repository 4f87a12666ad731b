import { createHash } from 'node:crypto';
import { uuidv7 } from '#platform/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testConsents, type TestConsents } from '../testing-consents.ts';
import type { PurposeList } from './contract.ts';

let school: TestConsents;
beforeAll(async () => {
  school = await testConsents();
});
afterAll(() => school.drop());

const list = async (login = 'schoolAdmin') =>
  (await school.api(login, 'GET 1/consent-purposes')).json<PurposeList>();
const purpose = async (code: string | null) =>
  (await list()).purposes.find((one) => one.code === code) ?? {
    id: '',
    texts: [],
    askedAgain: 0,
    isAsked: false,
  };
const addText = async (body: string, more: object = {}, login = 'schoolAdmin') =>
  school.api(login, `POST 1/consent-purposes/${await school.purposeId()}/texts`, {
    body,
    asksAgain: true,
    expected: 1,
    ...more,
  });

test('a school begins with the usual purposes, however many ask for them at once; the journal is not among them', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => list()));
  for (const { purposes } of answers)
    expect(purposes.map(({ code, isAsked }) => `${code ?? ''} ${String(isAsked)}`)).toEqual([
      'gosuslugi true',
      'notices true',
      'photo true',
      'ratings false',
      'portfolio false',
      'chat false',
    ]);
  const [text] = (await purpose('photo')).texts;
  expect(text?.sha256).toBe(
    createHash('sha256')
      .update(text?.body ?? '', 'utf8')
      .digest('hex'),
  );
});

test('a new text that asks again: says how many it asks, and what was said opens nothing until it is said anew', async () => {
  await school.say('mama', 'child', 'yes');
  await school.say('papa', 'child', 'yes');
  await school.say('mama', 'teen', 'yes');
  expect(await purpose('gosuslugi')).toMatchObject({ askedAgain: 3 });
  const added = await addText('Новый текст\r\n\r\n\r\nвторой абзац  ');
  expect([added.statusCode, added.json()]).toEqual([200, { version: 2, asked: 3 }]);
  expect((await addText('Новый текст\n\nвторой абзац', { expected: 2 })).json()).toEqual({
    version: 2,
    asked: 0,
  });
  const late = await addText('Ещё текст');
  expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([409, 'consents.changedMeanwhile']);
  expect(await school.consent('mama', 'child')).toMatchObject({
    state: 'again',
    version: 2,
    acts: ['yes', 'withdrawn'],
    isAskedOfYou: true,
  });
  const old = await school.say('mama', 'child', { word: 'yes', version: '1' });
  expect([old.statusCode, old.body.includes('consents.textChanged')]).toEqual([409, true]);
  await school.say('mama', 'child', { word: 'yes', version: '2' });
  expect(await school.consent('mama', 'child')).toMatchObject({ state: 'stands' });
});

test('a text that does not ask again changes nothing for who has signed', async () => {
  await addText('Текст с исправленной опечаткой', { asksAgain: false, expected: 2 });
  expect(await school.consent('mama', 'child')).toMatchObject({
    state: 'stands',
    version: 3,
    acts: ['withdrawn'],
  });
});

test('switched off it is asked no more; who has signed can still withdraw', async () => {
  const id = await school.purposeId();
  const off = { title: 'Успеваемость на Госуслугах', isAsked: false };
  expect((await school.api('schoolAdmin', `PATCH 1/consent-purposes/${id}`, off)).statusCode).toBe(200);
  expect(await school.consent('mama', 'child')).toMatchObject({ acts: ['withdrawn'], isAskedOfYou: false });
  expect(await school.consent('teen', 'teen')).toBeUndefined();
  await school.say('mama', 'child', 'withdrawn');
  expect(await school.consent('mama', 'child')).toBeUndefined();
});

test('a purpose of the school’s own, sent twice, is there once', async () => {
  const id = uuidv7();
  const wish = { title: 'Экскурсии', body: 'Список класса для автобуса' };
  for (let at = 0; at < 2; at += 1)
    expect((await school.api('schoolAdmin', `PUT 1/consent-purposes/${id}`, wish)).json()).toEqual({ id });
  const own = (await list()).purposes.filter(({ code }) => code === null);
  expect(own).toMatchObject([{ id, title: 'Экскурсии', isAsked: true, texts: [{ version: 1 }] }]);
  const shown = (await school.shown('mama'))[0]?.consents.map(({ title }) => title);
  expect(shown).toContain('Экскурсии');
});

test.each([
  ['an empty title', { title: ' ', body: 'Текст' }, 'consents.titleMissing'],
  ['an empty text', { title: 'Цель', body: ' \n ' }, 'consents.bodyMissing'],
])('refused: %s', async (_what, wish, code) => {
  const answer = await school.api('schoolAdmin', `PUT 1/consent-purposes/${uuidv7()}`, wish);
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, code]);
});

test.each([
  ['secretary', 200, 403],
  ['deputyHead', 200, 403],
  ['homeroom', 404, 404],
  ['mama', 404, 404],
  ['stranger', 404, 404],
])('%s does not change what is asked', async (login, reads, writes) => {
  expect((await school.api(login, 'GET 1/consent-purposes')).statusCode).toBe(reads);
  expect((await addText('Чужой текст', {}, login)).statusCode).toBe(writes);
});
