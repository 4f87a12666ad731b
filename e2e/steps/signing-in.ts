import { expect, type Page } from '@playwright/test';
import { accountOf, demoPassword, type DemoRole } from '../support/demo.ts';

export type Credentials = { readonly login: string; readonly password: string };

/** Signs in by the form and waits for the page behind it. */
export async function signIn(
  page: Page,
  who: DemoRole | { readonly login: string; readonly password?: string },
): Promise<void> {
  const { login, password = demoPassword } = typeof who === 'string' ? accountOf(who) : who;
  await page.goto('/sign-in');
  await sendSignIn(page, { login, password });
  await expect(page, `${login} gets in`).not.toHaveURL(/sign-in/);
}

/** Fills the form and sends it, whatever comes of it. */
export async function sendSignIn(page: Page, { login, password }: Credentials): Promise<void> {
  await page.getByLabel('Логин', { exact: true }).fill(login);
  await page.getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
}

/** Opens the account's menu and leaves. */
export async function signOut(page: Page): Promise<void> {
  await openAccountMenu(page);
  await page.getByRole('button', { name: 'Выйти' }).click();
  await expect(page).toHaveURL(/sign-in/);
}

/** The menu is a native disclosure: it opens with and without script. */
export async function openAccountMenu(page: Page): Promise<void> {
  await page.locator('details.account > summary').click();
  await expect(page.getByRole('button', { name: 'Выйти' })).toBeVisible();
}

/** Whoever came in by a printed secret sets a password of the own before anything else opens. */
export async function setOwnPassword(page: Page, password = 'трактор лунный кисель'): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Свой пароль');
  await page.getByLabel('Новый пароль', { exact: true }).fill(password);
  await page.getByLabel('Новый пароль ещё раз').fill(password);
  await page.getByRole('button', { name: 'Сохранить и продолжить' }).click();
}

/** The demo of the journeys sends letters, so an e-mail is asked for after the first password. */
export async function skipEmail(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Почта на случай');
  await page.getByRole('link', { name: 'Пропустить' }).click();
}

/** After the first password a family whose school asks for consents may answer later. */
export async function skipConsents(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Согласия на обработку данных');
  await page.getByRole('link', { name: 'Решить позже' }).click();
}
