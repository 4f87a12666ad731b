import type { Page } from '@playwright/test';
import { lettersTo } from '../tools/mail/letters.ts';
import { expect, test } from './support/journey.ts';
import { demoBoxes } from './support/demo.ts';
import { printSlip } from './steps/access.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { sendSignIn, setOwnPassword, skipConsents, skipEmail } from './steps/signing-in.ts';
import { expectNoOverflow } from './steps/space.ts';

const password = 'трактор лунный кисель';
const laterPassword = 'облако варит компот';

test('a mother gives her e-mail at the first sign-in, forgets the password, and is back in without the school', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 4(01|22)/);
  const homeroom = await visitor('homeroomTeacher', { device: 'desktop' });
  await homeroom.getByRole('link', { name: 'Доступ', exact: true }).click();
  const { personId, login, code: slip } = await printSlip(homeroom, 4);
  const born = await birthDateOf(await visitor('secretary'), personId);
  const phone = await visitor(null);

  await test.step('the e-mail is a step of the first sign-in, confirmed by a code', async () => {
    await phone.goto(`/code#${slip.replace('-', '')}`);
    await phone.getByRole('button', { name: 'Войти' }).click();
    await setOwnPassword(phone, password);
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('Почта на случай');
    await looksRight(phone, 'e-mail of one’s own');
    await phone.getByLabel('Адрес почты').fill('это не адрес');
    await phone.getByRole('button', { name: 'Прислать код' }).click();
    await expect(phone.getByRole('alert')).toContainText('не похоже на адрес');
    await expect(phone.getByLabel('Адрес почты')).toHaveValue('это не адрес');
    await phone.getByLabel('Адрес почты').fill('Mama@mail.test');
    await phone.getByRole('button', { name: 'Прислать код' }).click();
    await expect(phone.getByText('Код отправлен на mama@mail.test')).toBeVisible();
    await phone.getByLabel('Код из письма').fill('12');
    await phone.getByRole('button', { name: 'Подтвердить' }).click();
    await expect(phone.getByRole('alert')).toContainText(/Осталось 4\sпопытки/);
    await phone.getByLabel('Код из письма').fill(await codeOf(1));
    await phone.getByRole('button', { name: 'Подтвердить' }).click();
    await skipConsents(phone);
    await expect(phone).toHaveURL(/\/diary\//);
  });

  const other = await visitor(null);
  await test.step('on another device the password is forgotten', async () => {
    await other.goto('/sign-in');
    await sendSignIn(other, { login, password: 'не помню какой' });
    await expect(other.getByRole('alert')).toContainText('не подошли');
    await other.getByRole('link', { name: 'Забыли пароль?' }).click();
    await looksRight(other, 'recovery');
    await other.getByLabel('Адрес почты').fill('mama@mail.test');
    await other.getByLabel('Ваша дата рождения').fill(born);
    await other.getByRole('button', { name: 'Прислать код' }).click();
    await expect(other.getByText(/письмо с кодом уже в пути/)).toBeVisible();
    await other.reload();
    await other.getByLabel('Код из письма').fill(await codeOf(2));
    await other.getByRole('button', { name: 'Продолжить' }).click();
    await expect(other.getByText(`Ваш логин: ${login}`)).toBeVisible();
    await looksRight(other, 'new password');
    await other.getByLabel('Новый пароль', { exact: true }).fill(laterPassword);
    await other.getByLabel('Новый пароль ещё раз').fill(laterPassword);
    await other.getByRole('button', { name: 'Сохранить пароль' }).click();
    await expect(other.getByRole('status')).toHaveText('Пароль изменён. Войдите с новым паролем.');
  });

  await test.step('the new one opens the diary, the old device is signed out, a letter tells of it', async () => {
    await sendSignIn(other, { login, password: laterPassword });
    await expect(other).toHaveURL(/\/diary\//);
    await phone.reload();
    await expect(phone).toHaveURL(/\/sign-in/);
    const [, , told] = await lettersTo(demoBoxes(), 'mama', 3);
    expect(told?.subject).toBe('Пароль изменён');
    expect(told?.text).toContain(login);
  });
});

test('another child is a code away', async ({ visitor, noise }) => {
  noise.expect(/status of 4(01|22)/);
  const homeroom = await visitor('homeroomTeacher', { device: 'desktop' });
  await homeroom.getByRole('link', { name: 'Доступ', exact: true }).click();
  const first = await printSlip(homeroom, 6);
  await homeroom.reload();
  const second = await printSlip(homeroom, 8);
  const phone = await visitor(null);
  await phone.goto(`/code#${first.code.replace('-', '')}`);
  await phone.getByRole('button', { name: 'Войти' }).click();
  await setOwnPassword(phone, password);
  await skipEmail(phone);
  await skipConsents(phone);
  await expect(phone).toHaveURL(/\/diary\//);
  await phone.goto('/account');
  const children = phone.locator('.place');
  const before = await children.count();
  await phone.getByRole('link', { name: 'Добавить ребёнка или школу' }).click();
  await looksRight(phone, 'another slip');
  await phone.getByLabel('Код').fill('K7M29-QXD3F');
  await phone.getByRole('button', { name: 'Добавить' }).click();
  await expect(phone.getByRole('alert')).toContainText('Такого кода нет');
  await phone.getByLabel('Код').fill(second.code);
  await phone.getByRole('button', { name: 'Добавить' }).click();
  await expect(phone.getByRole('status')).toContainText('Добавлено');
  await expect(children).toHaveCount(before + 1);
  await children.last().click();
  await expect(phone).toHaveURL(/\/diary\//);
});

async function birthDateOf(office: Page, personId: string): Promise<string> {
  const answer = await office.request.get(`/api/schools/1/persons/${personId}`);
  return ((await answer.json()) as { birthDate: string }).birthDate;
}

async function codeOf(letter: number): Promise<string> {
  const all = await lettersTo(demoBoxes(), 'mama', letter);
  return /\b\d{6}\b/u.exec(all[letter - 1]?.text ?? '')?.[0] ?? '';
}

async function looksRight(page: Page, state: string): Promise<void> {
  await expectNoBarriers(page, state);
  await expectNoOverflow(page);
}
