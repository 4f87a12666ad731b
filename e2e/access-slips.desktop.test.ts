import { readFile } from 'node:fs/promises';
import { extractText } from 'unpdf';
import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { setOwnPassword } from './steps/signing-in.ts';
import { expectNoOverflow } from './steps/space.ts';

test('a slip from the homeroom teacher opens the diary on a phone, after a password of one’s own', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 4(01|22)/);
  const homeroom = await visitor('homeroomTeacher');
  await homeroom.getByRole('link', { name: 'Доступ', exact: true }).click();
  await expect(homeroom.getByRole('heading', { level: 1 })).toHaveText(/Доступ: 7\s«Б»/);
  await expectNoBarriers(homeroom, 'access of a class');

  // The first family of the list: nobody of another journey signs in as one of them.
  const row = homeroom.locator('.is-under', { has: homeroom.locator('input:enabled') }).first();
  const login = (await row.locator('.access-table__login').textContent()) ?? '';
  await row.getByRole('checkbox').check();
  const [saved, answer] = await Promise.all([
    homeroom.waitForEvent('download'),
    homeroom.waitForResponse('**/access-slips'),
    homeroom.getByRole('button', { name: /Выдать 1\sталон/ }).click(),
  ]);
  // A browser without a language of its own saves Russian names under another one: the server's word counts.
  const named = decodeURIComponent(answer.headers()['content-disposition'] ?? '');
  expect(named).toMatch(/Талоны 7.«Б» 2026-11-24\.pdf$/u);
  await expect(homeroom.getByText(/1\sталон в файле PDF/)).toBeVisible();
  const { text } = await extractText(new Uint8Array(await readFile(await saved.path())), {
    mergePages: true,
  });
  expect(text).toContain(login);
  const code = /[\dA-HJKMNP-TV-Z]{5}-[\dA-HJKMNP-TV-Z]{5}/u.exec(text)?.[0] ?? '';

  const phone = await visitor(null, { device: 'phone' });
  await test.step('the code of the QR stands in the field and leaves the address', async () => {
    await phone.goto(`/code#${code.toLowerCase().replace('-', '')}`);
    await expect(phone.getByLabel('Код')).toHaveValue(code.replace('-', ''));
    expect(new URL(phone.url()).hash).toBe('');
    await expectNoBarriers(phone, 'code');
    await expectNoOverflow(phone);
    await phone.getByRole('button', { name: 'Войти' }).click();
  });

  await test.step('nothing else opens before an own password', async () => {
    await phone.goto('/diary');
    await expect(phone).toHaveURL(/\/own-password\?next=%2Fdiary/);
    await expectNoBarriers(phone, 'own password');
    await expectNoOverflow(phone);
    await setOwnPassword(phone, 'пароль123');
    await expect(phone.getByRole('alert')).toContainText('Такой пароль легко подобрать');
    await setOwnPassword(phone);
    await expect(phone).toHaveURL(/\/diary\//);
  });

  await test.step('the slip is spent; login and own password open the diary', async () => {
    const another = await visitor(null, { device: 'phone' });
    await another.goto('/code');
    await another.getByLabel('Код').fill(code);
    await another.getByRole('button', { name: 'Войти' }).click();
    await expect(another.getByRole('alert')).toContainText('Такого кода нет');
    await another.getByRole('link', { name: 'Войти по логину и паролю' }).click();
    await another.getByLabel('Логин', { exact: true }).fill(login);
    await another.getByLabel('Пароль', { exact: true }).fill('трактор лунный кисель');
    await another.getByRole('button', { name: 'Войти' }).click();
    await expect(another).toHaveURL(/\/diary\//);
  });
});
