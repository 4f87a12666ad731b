import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { studentNamed } from './support/demo.ts';
import {
  dayInFocus,
  goToSection,
  openDiary,
  startAddress,
  switchToChild,
  waitForLife,
} from './steps/family.ts';
import { expectAllNodesKept, keptNodes, rememberServerNodes } from './steps/hydration.ts';
import { expectInSight, expectNoOverflow } from './steps/space.ts';
import { signIn } from './steps/signing-in.ts';
import { expectNoBarriers } from './steps/looking.ts';

test('a guardian looks after children in two schools', async ({ page }) => {
  await signIn(page, 'guardianOfTwo');
  await expect(page).toHaveURL(/\/diary\//);

  await test.step('the switcher leads from child to child, across schools, and keeps the section', async () => {
    await switchToChild(page, 'Алиса');
    await expect(page).toHaveURL(new RegExp(`${startAddress(studentNamed('Морозова Алиса'))}$`));
    await goToSection(page, 'Расписание');
    await expect(page).toHaveURL(/timetable/);
    await switchToChild(page, 'Артём');
    await expect(page).toHaveURL(new RegExp(`${startAddress(studentNamed('Морозов Артём'))}/timetable`));
    await expect(page.locator('details.child > summary')).toContainText('Артём 7 «Б»');
  });

  await test.step('each child has the time of its own school', async () => {
    const updated = page.locator('.live', { hasText: 'Обновлено в' });
    const minutes = async () => {
      const [, hours = '', rest = ''] = /в\s(\d\d):(\d\d)/.exec((await updated.textContent()) ?? '') ?? [];
      return Number(hours) * 60 + Number(rest);
    };
    const town = await minutes();
    await switchToChild(page, 'Алиса');
    await expect(page.locator('details.child > summary')).toContainText('Алиса');
    // Yekaterinburg is two hours ahead of Moscow; a minute may pass between the pages.
    expect([120, 121]).toContain((await minutes()) - town);
  });
});

test('the week, the next week and back', async ({ page }) => {
  await signIn(page, 'guardian');
  const title = page.getByRole('heading', { level: 1 });
  const thisWeek = await title.textContent();
  await page.getByRole('link', { name: 'Следующая неделя' }).click();
  await expect(title).not.toHaveText(thisWeek ?? '');
  await page.getByRole('link', { name: 'Текущая неделя' }).click();
  await expect(title).toHaveText(thisWeek ?? '');
  await page.getByRole('link', { name: 'Предыдущая неделя' }).click();
  await expect(title).not.toHaveText(thisWeek ?? '');
  await page.goBack();
  await expect(title).toHaveText(thisWeek ?? '');
});

test('a lesson opens in a sheet with topic, homework and teacher; «back» closes it', async ({ page }) => {
  await signIn(page, 'guardian');
  await page.getByRole('link', { name: 'Предыдущая неделя' }).click();
  await expect(page.getByRole('link', { name: 'Текущая неделя' })).toBeVisible();
  await waitForLife(page);
  const lesson = page.locator('.lesson', { has: page.locator('.lesson__marks .mark') }).first();
  const subject = (await lesson.locator('.lesson__subject a').textContent()) ?? '';
  await lesson.getByRole('link').click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading')).toHaveText(subject);
  for (const name of ['Отметка', 'К этому уроку', 'Тема', 'Учитель'])
    await expect(sheet.getByRole('term').filter({ hasText: name }).first()).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  await page.goForward();
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('marks by subject with averages and their rule in words', async ({ page }) => {
  await signIn(page, 'guardian');
  await goToSection(page, 'Отметки');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2-я четверть');
  await expect(page.getByText(/Средний балл взвешенный: отметка с весом 3/)).toBeVisible();
  const algebra = page.locator('.subject', { hasText: 'Алгебра' });
  await expect(algebra).toContainText(/\d,\d\d/);
  await waitForLife(page);
  await algebra
    .getByRole('link', { name: /^Отметка \d/ })
    .first()
    .click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading')).toHaveText('Алгебра');
  await expect(sheet).toContainText('Вид работы');
  await sheet.getByRole('link', { name: 'Открыть урок в дневнике' }).click();
  await expect(page.getByRole('dialog').getByRole('heading')).toHaveText('Алгебра');
  await page.getByRole('button', { name: 'Закрыть' }).click();

  await goToSection(page, 'Отметки');
  await page.getByRole('link', { name: 'I ч.', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1-я четверть');
  await expect(page.locator('.subject', { hasText: 'Алгебра' })).toContainText('Отметка за период');
});

test('the timetable shows one day, and the others at a press', async ({ page }) => {
  await signIn(page, 'guardian');
  await goToSection(page, 'Расписание');
  const days = page.locator('.timetable__day');
  await expect(days.locator('visible=true')).toHaveCount(1);
  await page.getByRole('navigation', { name: 'Дни недели' }).getByRole('link').nth(3).click();
  await expect(days.nth(3)).toBeVisible();
  await expect(days.locator('visible=true')).toHaveCount(1);
  await expect(days.nth(3)).toContainText(/\d\d:\d\d/);
});

for (const [role, name] of [
  ['guardian', 'Щербакова Вероника'],
  ['guardianOfTwo', 'Морозов Артём'],
  ['guardianOfTwo', 'Морозова Алиса'],
] as const) {
  test(`the first screen of ${name} has the whole day and the newest marks`, async ({ page }) => {
    await signIn(page, role);
    await openDiary(page, studentNamed(name));
    const day = dayInFocus(page);
    expect(await day.locator('.lesson').count()).toBeGreaterThan(2);
    await expectInSight(page, day.locator('.lesson__subject'));
    await expectInSight(page, day.locator('.lesson__homework'));
    await expectInSight(page, page.getByRole('region', { name: 'Новые отметки' }).getByRole('listitem'));
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}

test('nothing is wider than 320 px, inside or out', async ({ visitor, noise }) => {
  noise.expect(/404.*\/nowhere/);
  const page = await visitor('guardian', {
    device: 'desktop',
    viewport: { width: 320, height: 640 },
  });
  const diary = startAddress(studentNamed('Щербакова Вероника'));
  for (const path of [
    '',
    '/week/2026-10-26',
    '/week/2026-11-16',
    '/week/2026-11-30',
    '/marks',
    '/timetable',
  ]) {
    await page.goto(`${diary}${path}`);
    await expectNoOverflow(page);
  }
  await page.goto(`${diary}/marks`);
  await page.getByRole('link', { name: 'Год', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Учебный год');
  await expectNoOverflow(page);
  await waitForLife(page);
  await page
    .getByRole('link', { name: /^Отметка \d/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoOverflow(page);
  await page.goto(`${diary}/week/2026-11-16`);
  await waitForLife(page);
  await page.locator('.lesson__subject a').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoOverflow(page);
  await page.goto('/account');
  await expectNoOverflow(page);
  await page.locator('details.account > summary').click();
  await expectNoOverflow(page);
  await page.goto('/nowhere');
  await expectNoOverflow(page);
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await expectNoOverflow(page);
});

test('everything a family reads works without JavaScript', async ({ visitor }) => {
  const page = await visitor('guardian', { javaScriptEnabled: false });
  await expect(dayInFocus(page)).toBeVisible();
  await page.getByRole('link', { name: 'Предыдущая неделя' }).click();
  await page
    .locator('.lesson', { has: page.locator('.lesson__marks') })
    .first()
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(/\?lesson=/);
  const details = page.locator('.diary__lesson');
  await expect(details).toContainText('К этому уроку');
  await expect(details).toContainText('Учитель');
  await details.getByRole('link', { name: 'Закрыть' }).click();
  await expect(page.locator('.diary__lesson')).toHaveCount(0);
  await goToSection(page, 'Отметки');
  await page
    .getByRole('link', { name: /^Отметка \d/ })
    .first()
    .click();
  await expect(page.locator('.diary__lesson')).toContainText('Вид работы');
  await goToSection(page, 'Расписание');
  await page.getByRole('navigation', { name: 'Дни недели' }).getByRole('link').nth(4).click();
  await expect(page.locator('.timetable__day').nth(4)).toBeVisible();
  await page.locator('details.account > summary').click();
  await page.getByRole('button', { name: 'Тёмное' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('details.account > summary').click();
  await page.getByRole('button', { name: 'Выйти' }).click();
  await expect(page.getByRole('heading', { name: 'Вход' })).toBeVisible();
});

test('the week prints on two sheets of A4 at most', async ({ visitor }) => {
  const page = await visitor('guardian', { device: 'desktop' });
  await page.getByRole('link', { name: 'Предыдущая неделя' }).click();
  await expect(page.getByRole('link', { name: 'Текущая неделя' })).toBeVisible();
  const sheets = pagesOf(await page.pdf({ format: 'A4' }));
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThanOrEqual(2);
});

test('what the server drew comes to life without being drawn anew', async ({ page }) => {
  await signIn(page, 'guardian');
  await rememberServerNodes(page);
  const diary = startAddress(studentNamed('Щербакова Вероника'));
  for (const path of ['', '/week/2026-11-16', '/marks', '/timetable']) {
    await page.goto(`${diary}${path}`);
    await expectAllNodesKept(page);
  }
});

test('a mismatch between server and browser would be noticed', async ({ page }) => {
  await signIn(page, 'guardian');
  const diary = startAddress(studentNamed('Щербакова Вероника'));
  await page.route(`**${diary}`, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(/<(\/?)h1\b/g, '<$1h3');
    await route.fulfill({ response: answer, body });
  });
  await rememberServerNodes(page);
  await page.goto(diary);
  const { made, lost } = await keptNodes(page);
  expect(made).toBeGreaterThan(50);
  expect(lost.join()).toContain('H3');
});

/** Pages of a PDF as Chromium writes it: one object of this type each. */
function pagesOf(document: Buffer): number {
  return document.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

test('a student ticks homework as done, and the mother’s open page shows it', async ({ visitor }) => {
  const student = await visitor('student');
  const mother = await visitor('guardianOfTwo');
  const artem = studentNamed('Морозов Артём');
  const week = `${startAddress(artem)}/week/2026-11-23`;
  for (const page of [student, mother]) {
    await page.goto(week);
    await waitForLife(page);
  }
  // The same row in both pages: the last lesson of the week that has homework.
  const row = (page: Page) => page.locator('.lesson', { has: page.locator('.lesson__homework') }).last();
  const subject = (await row(student).locator('.lesson__subject a').textContent()) ?? '';
  await row(student).getByRole('link', { name: subject }).click();
  const tick = student.getByRole('dialog').getByLabel('Сделано');
  await expect(tick.first()).toBeVisible();
  for (const one of await tick.all()) await one.check();
  await expectNoBarriers(student, 'homework ticked', 'dialog[open]');
  await expect(row(mother).getByRole('img', { name: 'Сделано' })).toBeVisible();
  await row(mother).getByRole('link', { name: subject }).click();
  await expect(mother.getByRole('dialog')).toContainText('Ученик отметил: сделано');
  await expect(mother.getByRole('dialog').getByRole('checkbox')).toHaveCount(0);

  await student.reload();
  await expect(row(student).getByRole('img', { name: 'Сделано' })).toBeVisible();
  // The sheet comes to life after the reload.
  await expect(tick.first()).toBeChecked();
  for (const one of await tick.all()) await one.uncheck();
  await expect(mother.getByRole('dialog')).not.toContainText('Ученик отметил: сделано');
});
