import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { expectNoOverflow } from './steps/space.ts';
import { signIn } from './steps/signing-in.ts';
import { chooseName, openWeek, weekLessons } from './steps/timetable.ts';

test('nobody meets a barrier in the timetable of the staff', async ({ page }) => {
  await signIn(page, 'deputyHead');
  await openWeek(page, { lens: 'class', name: '7 «Б»' });
  await expect(weekLessons(page, 'Английский').first()).toBeAttached();
  await expectNoBarriers(page, 'week of a class');
  await page.locator('.week-lesson:visible').first().click();
  await expect(page.getByRole('dialog').getByLabel('Что изменить')).toBeVisible();
  await expectNoBarriers(page, 'lesson with its changes', 'dialog[open]');
});

test('nobody meets a barrier in a teacher’s week and in the choice of a name', async ({ page }) => {
  await signIn(page, 'deputyHead');
  await openWeek(page, { lens: 'teacher', name: 'Кузнецова М' });
  await expect(page.locator('.week-grid')).toBeVisible();
  await expectNoBarriers(page, 'week of a teacher');
  await page.locator('.name-choice summary').click();
  await expectNoBarriers(page, 'choice of a teacher', '.name-choice');
});

test('nobody meets a barrier on the board of a day', async ({ page }) => {
  await signIn(page, 'deputyHead');
  await page.goto('/timetable/1/day');
  await expect(page.getByRole('region', { name: 'Изменения' })).toBeVisible();
  await expectNoBarriers(page, 'board');
  await page.goto('/timetable/1/day?date=2026-11-29');
  await expect(page.getByText('На этот день изменений нет')).toBeVisible();
  await expectNoBarriers(page, 'board without changes');
});

test('nobody meets a barrier where a teacher is away', async ({ page }) => {
  await signIn(page, 'deputyHead');
  await page.goto('/timetable/1/absence?from=2026-12-02&to=2026-12-03');
  await chooseName(page, 'Кузнецова М');
  await expect(page.locator('.cover-row').first()).toBeVisible();
  await expectNoBarriers(page, 'cover');
});

test('nothing is wider than 320 px', async ({ visitor }) => {
  const page = await visitor('deputyHead', { device: 'desktop', viewport: { width: 320, height: 640 } });
  await openWeek(page, { lens: 'class', name: '7 «Б»' });
  await expect(page.locator('.week-grid')).toBeVisible();
  await expectNoOverflow(page);
  await page.goto('/timetable/1/day');
  await expect(page.locator('.board-table')).toBeVisible();
  await expectNoOverflow(page);
  await page.goto('/timetable/1/absence?from=2026-12-02&to=2026-12-03');
  await chooseName(page, 'Кузнецова М');
  await expect(page.locator('.cover-row').first()).toBeVisible();
  await expectNoOverflow(page);
  await page.goto('/timetable/1/special-days');
  await expect(page.getByRole('heading', { name: 'Сейчас и впереди' })).toBeVisible();
  await expectNoOverflow(page);
  await page.goto('/timetable/1/special-days/new');
  await page.getByText('По расписанию другого дня').click();
  await expect(page.getByLabel('По расписанию', { exact: true })).toBeVisible();
  await expectNoOverflow(page);
});

test('a week by the keyboard, and on one sheet of paper', async ({ visitor }) => {
  const page = await visitor('deputyHead', { device: 'desktop' });
  await openWeek(page, { lens: 'class', name: '7 «Б»', from: '2026-11-24' });
  const week = page.locator('.page-header .quiet');
  await expect(week).toHaveText('23–27 ноября');
  await page.locator('body').press('ArrowRight');
  await expect(week).toHaveText('30 ноября – 4 декабря');
  await page.getByRole('link', { name: 'Текущая неделя' }).click();
  await expect(week).toHaveText('23–27 ноября');
  const paper = await page.pdf({ preferCSSPageSize: true });
  const text = paper.toString('latin1');
  expect(text.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  const [, width = '0', height = '0'] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
  expect(Number(width)).toBeGreaterThan(Number(height));
});
