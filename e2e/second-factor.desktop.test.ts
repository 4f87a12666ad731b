import { Secret, TOTP } from 'otpauth';
import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { demoPassword } from './support/demo.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { sendSignIn, signIn, signOut } from './steps/signing-in.ts';
import { expectNoOverflow } from './steps/space.ts';

/** Teachers nobody else signs in as. */
const teacher = { login: 'kravchuk.ad', name: 'Кравчук Алина' };
const colleague = { login: 'khvan.dv', name: 'Хван Диана' };

async function passSecondStep(page: Page, code: string): Promise<void> {
  await page.getByLabel('Код из приложения').fill(code);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
}

async function expectGood(page: Page, state: string): Promise<void> {
  await expectNoBarriers(page, state);
  const wide = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoOverflow(page);
  await page.setViewportSize(wide);
}

test('a teacher sets up codes of an application, signs in by them and by a recovery code; the administrator resets it', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 401/);
  const own = await visitor({ login: teacher.login });
  await own.goto('/account');
  await own.getByRole('link', { name: 'Вход и безопасность' }).click();
  await expectGood(own, 'security');
  await own.getByRole('button', { name: 'Настроить приложение' }).click();

  const secret = await test.step('the key is set up by its first code', async () => {
    await expect(own.getByRole('img', { name: 'QR-код для приложения' })).toBeVisible();
    await expectGood(own, 'key of the application');
    const key = (await own.locator('.security__key').textContent()) ?? '';
    return Secret.fromBase32(key.replaceAll(' ', ''));
  });
  const codeIn = (seconds: number) =>
    new TOTP({ secret }).generate({ timestamp: Date.now() + seconds * 1000 });
  await own.getByLabel('Код, который показало приложение').fill(codeIn(0));
  await own.getByRole('button', { name: 'Включить' }).click();

  const recovery = await test.step('ten recovery codes are shown once', async () => {
    await expect(own.getByRole('heading', { level: 1 })).toHaveText('Коды восстановления');
    await expectGood(own, 'recovery codes');
    await expect(own.getByRole('button', { name: 'Распечатать' })).toBeVisible();
    const [saved] = await Promise.all([
      own.waitForEvent('download'),
      own.getByRole('link', { name: 'Сохранить файлом' }).click(),
    ]);
    expect(await saved.failure()).toBe(null);
    const codes = await own.locator('.security__codes code').allTextContents();
    expect(codes).toHaveLength(10);
    await own.getByRole('link', { name: 'Коды у меня' }).click();
    await expect(own.getByText(/Осталось: 10\sкодов/u)).toBeVisible();
    await expectGood(own, 'security with an application');
    return codes[0] ?? '';
  });

  const next = codeIn(30);
  await test.step('out, and in again by the next code', async () => {
    await own.goto('/account');
    await signOut(own);
    await sendSignIn(own, { login: teacher.login, password: demoPassword });
    await expect(own.getByRole('heading', { level: 1 })).toHaveText('Второй шаг');
    await expectGood(own, 'second step');
    await passSecondStep(own, next);
    await expect(own).not.toHaveURL(/sign-in/);
  });

  const other = await visitor(null);
  await test.step('a used code is refused elsewhere; a recovery code gets in, once', async () => {
    await other.goto('/sign-in?next=/account');
    await sendSignIn(other, { login: teacher.login, password: demoPassword });
    await passSecondStep(other, next);
    await expect(other.getByRole('alert')).toContainText('Код не подошёл');
    await other.getByRole('link', { name: /коду восстановления/ }).click();
    await expectGood(other, 'recovery code');
    await other.getByLabel('Код восстановления').fill(recovery.toLowerCase());
    await other.getByRole('button', { name: 'Войти', exact: true }).click();
    await expect(other).toHaveURL(/\/account/);
    const third = await visitor(null);
    await third.goto('/sign-in');
    await sendSignIn(third, { login: teacher.login, password: demoPassword });
    await third.getByRole('link', { name: /коду восстановления/ }).click();
    await third.getByLabel('Код восстановления').fill(recovery);
    await third.getByRole('button', { name: 'Войти', exact: true }).click();
    await expect(third.getByRole('alert')).toContainText('Код не подошёл');
  });

  await test.step('the administrator takes it away; both sessions end, and the owner is told', async () => {
    const admin = await visitor('schoolAdmin');
    await admin.goto('/access/1/staff');
    await admin.getByRole('button', { name: new RegExp(`Сбросить второй шаг: ${teacher.name}`) }).click();
    await expectNoBarriers(admin, 'resetting the second step', 'dialog');
    await admin.getByRole('button', { name: 'Сбросить', exact: true }).click();
    await expect(admin.getByText(`Второй шаг сброшен: ${teacher.name}`)).toBeVisible();
    await other.reload();
    await expect(other).toHaveURL(/sign-in/);
    await signIn(other, teacher);
    await other.goto('/security');
    await expect(other.getByText('Второй шаг сброшен администратором')).toBeVisible();
    await expect(other.getByRole('button', { name: 'Настроить приложение' })).toBeVisible();
  });
});

test('a device that was left signed in is signed out from another one while its page is open', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 401/);
  const left = await visitor({ login: colleague.login });
  await expect(left.getByRole('navigation').first()).toBeVisible();
  const own = await visitor({ login: colleague.login }, { device: 'phone' });
  await own.goto('/security');
  const rows = own.locator('.security__row', { has: own.getByRole('button', { name: /Завершить/ }) });
  await expect(rows.first()).toBeVisible();
  const before = await rows.count();
  // The last used stands first.
  await rows.first().getByRole('button').click();
  await expect(rows).toHaveCount(before - 1);
  await left.getByRole('link', { name: 'Журнал', exact: true }).click();
  await expect(left).toHaveURL(/sign-in/);
  await own.goto('/account');
  await signOut(own);
});
