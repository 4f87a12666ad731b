import { expect, test } from './support/journey.ts';
import { printSlip } from './steps/access.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { setOwnPassword, skipConsents, skipEmail } from './steps/signing-in.ts';
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

  const { login, code, fileName } = await printSlip(homeroom, 0);
  expect(fileName).toMatch(/Талоны 7.«Б» 2026-11-24\.pdf$/u);

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
    await skipEmail(phone);
    await skipConsents(phone);
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
