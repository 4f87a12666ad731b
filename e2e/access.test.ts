import { randomUUID } from 'node:crypto';
import { expect, test } from './support/journey.ts';
import { accountOf, studentNamed } from './support/demo.ts';
import { startAddress } from './steps/family.ts';
import { sendSignIn, signIn, signOut } from './steps/signing-in.ts';

test('a page asked for by a stranger opens after signing in', async ({ page }) => {
  const marks = `${startAddress(studentNamed('Щербакова Вероника'))}/marks`;
  await page.goto(marks);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.getByText('Войдите, и откроется нужная страница.')).toBeVisible();
  const { login, password } = accountOf('guardian');
  await sendSignIn(page, { login, password });
  await expect(page).toHaveURL(marks);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('четверть');
});

test('signing in never leads to a foreign site', async ({ page }) => {
  const { login, password } = accountOf('guardian');
  await page.goto('/sign-in?next=https://example.com/');
  await sendSignIn(page, { login, password });
  await expect(page).toHaveURL(/localhost:\d+\/diary/);
});

test('a wrong password is answered in words and the login stays', async ({ page, noise }) => {
  noise.expect(/status of 401/);
  const login = `nobody-${randomUUID()}`;
  await page.goto('/sign-in');
  await sendSignIn(page, { login, password: 'не тот' });
  await expect(page.getByRole('alert')).toHaveText(
    'Логин или пароль не подошли. Проверьте раскладку клавиатуры и повторите.',
  );
  await expect(page.getByLabel('Логин', { exact: true })).toHaveValue(login);
  await expect(page.getByLabel('Пароль', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('Пароль', { exact: true })).toBeFocused();
});

test('after five failures one is told how long to wait', async ({ page, noise }) => {
  noise.expect(/status of 4(01|29)/);
  const login = `nobody-${randomUUID()}`;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await page.goto('/sign-in');
    await sendSignIn(page, { login, password: `попытка ${attempt}` });
    await expect(page.getByRole('alert')).toContainText('не подошли');
  }
  await page.goto('/sign-in');
  await sendSignIn(page, { login, password: 'попытка 6' });
  await expect(page.getByRole('alert')).toContainText(
    /Слишком много неудачных попыток\. Повторите через \d+\s(секунд|минут)/,
  );
});

test('after signing out neither an address nor «back» shows anything personal', async ({ page }) => {
  await signIn(page, 'guardian');
  const diary = page.url();
  await expect(page.getByText('Вероника')).toBeVisible();
  await page.getByRole('link', { name: 'Отметки', exact: true }).and(page.locator(':visible')).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('четверть');
  await signOut(page);
  await page.goBack();
  await expect(page.getByText('Вероника')).toHaveCount(0);
  await page.goBack();
  await expect(page.getByText('Вероника')).toHaveCount(0);
  await page.goto(diary);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.getByText('Вероника')).toHaveCount(0);
});

test('the password can be looked at', async ({ page }) => {
  await page.goto('/sign-in');
  const password = page.getByLabel('Пароль', { exact: true });
  await password.fill('parta');
  await page.getByRole('button', { name: 'Показать пароль' }).click();
  await expect(password).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: 'Скрыть пароль' }).click();
  await expect(password).toHaveAttribute('type', 'password');
});

test('language and colours are chosen before signing in and stay', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Тёмное' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page).toHaveTitle(/Sign in/);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
