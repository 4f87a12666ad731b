import { lettersTo } from '../tools/mail/letters.ts';
import { expect, test } from './support/journey.ts';
import { demoBoxes } from './support/demo.ts';
import { printSlip } from './steps/access.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { sendSignIn, setOwnPassword, skipConsents } from './steps/signing-in.ts';
import { expectNoOverflow } from './steps/space.ts';

const password = 'трактор лунный кисель';

test('somebody else signs in with a mother’s password: she hears of it and ends it', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 4(01|22)/);
  const homeroom = await visitor('homeroomTeacher', { device: 'desktop' });
  await homeroom.getByRole('link', { name: 'Доступ', exact: true }).click();
  const { login, code: slip } = await printSlip(homeroom, 12);
  const phone = await visitor(null);

  await test.step('her own first sign-in is no alarm', async () => {
    await phone.goto(`/code#${slip.replace('-', '')}`);
    await phone.getByRole('button', { name: 'Войти' }).click();
    await setOwnPassword(phone, password);
    await phone.getByLabel('Адрес почты').fill('uneasy@mail.test');
    await phone.getByRole('button', { name: 'Прислать код' }).click();
    const [letter] = await lettersTo(demoBoxes(), 'uneasy', 1);
    await phone.getByLabel('Код из письма').fill(/\b\d{6}\b/u.exec(letter?.text ?? '')?.[0] ?? '');
    await phone.getByRole('button', { name: 'Подтвердить' }).click();
    await skipConsents(phone);
    await expect(phone).toHaveURL(/\/diary\//);
    await phone.goto('/account');
    await expect(phone.getByText('нового устройства')).toHaveCount(0);
  });

  const stranger = await visitor(null, { device: 'desktop' });
  await test.step('another device gets in, and a letter tells of it', async () => {
    await stranger.goto('/sign-in');
    await sendSignIn(stranger, { login, password });
    await expect(stranger).toHaveURL(/\/diary\//);
    const [, letter] = await lettersTo(demoBoxes(), 'uneasy', 2);
    expect(letter?.subject).toBe('Вход с нового устройства');
    expect(letter?.text).toContain(login);
    await stranger.goto('/account');
    await expect(stranger.getByText('нового устройства')).toHaveCount(0);
  });

  await test.step('her page tells it too, and leads to where it is ended', async () => {
    await phone.reload();
    await expect(phone.getByText('Был вход с нового устройства')).toBeVisible();
    await expectNoBarriers(phone, 'account with an alarm');
    await expectNoOverflow(phone);
    await phone.getByRole('link', { name: 'Это были не вы?' }).click();
    await expect(phone.getByText(/Вход с нового устройства: Chrome, Linux/)).toBeVisible();
    await expectNoBarriers(phone, 'events with an alarm');
    await expectNoOverflow(phone);
    await phone.getByRole('button', { name: 'Выйти на всех других устройствах' }).click();
    await stranger.reload();
    await expect(stranger).toHaveURL(/\/sign-in/);
    await phone.goto('/account');
    await expect(phone.getByText('нового устройства')).toHaveCount(0);
  });
});
