import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { studentNamed } from './support/demo.ts';
import { openDiary, startAddress, waitForLife } from './steps/family.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { openAccountMenu, sendSignIn, signIn } from './steps/signing-in.ts';

const veronika = () => studentNamed('Щербакова Вероника');
const isPhone = (page: Page) => (page.viewportSize()?.width ?? 1440) < 600;

test('nobody meets a barrier at the door', async ({ page, noise }) => {
  noise.expect(/status of 401/);
  await page.goto('/sign-in');
  await expectNoBarriers(page, 'sign-in');
  await sendSignIn(page, { login: `nobody-${crypto.randomUUID()}`, password: 'не тот' });
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoBarriers(page, 'sign-in refused');
});

test('nobody meets a barrier in the account and at a wrong address', async ({ page, noise }) => {
  noise.expect(/status of 404/);
  await signIn(page, 'guardianOfTwo');
  await page.goto('/account');
  await expectNoBarriers(page, 'account');
  await openAccountMenu(page);
  await expectNoBarriers(page, 'account menu');
  await page.goto('/nowhere');
  await expectNoBarriers(page, 'a page that is not there');
});

test('nobody meets a barrier in the diary', async ({ page }) => {
  await signIn(page, 'guardianOfTwo');
  await openDiary(page, studentNamed('Морозов Артём'));
  await waitForLife(page);
  await expectNoBarriers(page, 'week');
  await page.locator('details.child > summary').click();
  await expectNoBarriers(page, 'switcher', 'header');
  await page.keyboard.press('Escape');
  await page.locator('.lesson__subject a').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoBarriers(page, 'lesson sheet', 'dialog[open]');
  await page.goto(`${startAddress(studentNamed('Морозов Артём'))}/week/2026-10-26`);
  await expect(page.getByText('Осенние каникулы').first()).toBeVisible();
  await expectNoBarriers(page, 'holidays');
});

test('nobody meets a barrier in marks and timetable', async ({ page }) => {
  await signIn(page, 'guardian');
  const diary = startAddress(veronika());
  await page.goto(`${diary}/marks`);
  await waitForLife(page);
  await expectNoBarriers(page, 'marks');
  await page
    .getByRole('link', { name: /^Отметка \d/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoBarriers(page, 'mark sheet', 'dialog[open]');
  await page.goto(`${diary}/marks`);
  await page.getByRole('link', { name: 'Год', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Учебный год');
  await expectNoBarriers(page, 'marks of the year');
  await page.goto(`${diary}/timetable`);
  await expectNoBarriers(page, 'timetable');
});

test('nobody meets a barrier in the list of journal pages', async ({ page }) => {
  await signIn(page, 'teacher');
  await page.goto('/journal');
  await expect(page.getByRole('region', { name: 'Сегодня' })).toBeVisible();
  await expectNoBarriers(page, 'journal list');
  await page.getByRole('searchbox').fill('такого нет');
  await expect(page.getByText('Ничего не нашлось')).toBeVisible();
  await expectNoBarriers(page, 'nothing found');
});

async function openGeometry(page: Page): Promise<void> {
  await signIn(page, 'teacher');
  await page.goto('/journal');
  const card = page
    .locator('.page-cards')
    .getByRole('link')
    .filter({ hasText: /7\s«Б»/ });
  await card.filter({ hasText: 'Геометрия' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Геометрия');
  const start = isPhone(page) ? page.getByRole('combobox', { name: 'Урок' }) : page.getByRole('grid');
  await expect(start).toBeVisible();
  if (!isPhone(page)) await expect(page.locator('td[tabindex="0"]')).toBeFocused();
}

test('nobody meets a barrier on a journal page', async ({ page }) => {
  await openGeometry(page);
  await expectNoBarriers(page, isPhone(page) ? 'lesson mode' : 'grid');
  for (const view of ['Темы и задания', 'По ученикам']) {
    await page.getByRole('link', { name: view }).click();
    await expect(page.getByRole('link', { name: view })).toHaveAttribute('aria-current', 'page');
    await expectNoBarriers(page, view);
  }
});

test('nobody meets a barrier in the dialogs of a journal page', async ({ page }) => {
  await openGeometry(page);
  const dialogs = { F2: 'cell panel', '?': 'shortcuts', 'Shift+F10': 'cell menu' };
  for (const [key, state] of isPhone(page) ? [] : Object.entries(dialogs)) {
    await expect(page.locator('td[tabindex="0"]')).toBeFocused();
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoBarriers(page, state, 'dialog[open]');
    await page.keyboard.press('Escape');
    // Gone, not only shut: until then the page still takes it for open.
    await expect(page.locator('dialog')).toHaveCount(0);
  }
  await page.getByRole('button', { name: /^Урок/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoBarriers(page, 'lesson panel', 'dialog[open]');
});

test('titles say where one is, in Russian and in English', async ({ page, noise }) => {
  noise.expect(/status of 404/);
  const diary = startAddress(veronika());
  const titles = {
    ru: [
      'Вход · Парта',
      /Вероника.*· Парта/,
      /Отметки.*· Парта/,
      /Расписание.*· Парта/,
      'Такой страницы нет · Парта',
    ],
    en: [
      'Sign in · Parta',
      /Вероника.*· Parta/,
      /Marks.*· Parta/,
      /Timetable.*· Parta/,
      /no such page.*· Parta/i,
    ],
  } as const;
  for (const language of ['ru', 'en'] as const) {
    await page.context().clearCookies();
    await page.goto('/sign-in');
    const [signInTitle, ...others] = titles[language];
    await page.getByRole('button', { name: { ru: 'Русский', en: 'English' }[language] }).click();
    await expect(page).toHaveTitle(signInTitle);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await page.locator('#login').fill('parent1');
    await page.locator('#password').fill('parta-demo');
    await page.locator('.sign-in__form button[type=submit]').click();
    await expect(page).toHaveURL(/diary/);
    const paths = [diary, `${diary}/marks`, `${diary}/timetable`, '/nowhere'];
    for (const [at, path] of paths.entries()) {
      await page.goto(path);
      await expect(page).toHaveTitle(others[at] ?? '');
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    }
  }
});
