import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { waitForLife } from './steps/family.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { openWeek, toast, weekLessons } from './steps/timetable.ts';

/** 11 «А» belongs to this journey alone; a week before the holidays, nobody else's. */
const schoolClass = '11\u00a0«А»';
const guardianOfClass = { login: 'biryukova.mo' };
const monday = '2026-12-14';
const friday = '2026-12-18';

// One class, one after the other.
test.describe.configure({ mode: 'serial' });

test('a class goes on quarantine: its diary says so at once, taken back its lessons return', async ({
  visitor,
}) => {
  const deputy = await visitor('deputyHead');
  const guardian = await visitor(guardianOfClass, { device: 'phone' });
  await guardian.waitForURL(/\/diary\//);
  const diary = new URL(guardian.url()).pathname;
  await guardian.goto(`${diary}/week/${monday}`);
  await waitForLife(guardian);
  const loaded = await guardian.evaluate(() => performance.timeOrigin);
  const lessons = await guardian.locator('.lesson').allTextContents();
  expect(lessons.length).toBeGreaterThan(20);

  await test.step('the deputy sees what will happen before it does', async () => {
    await openWeek(deputy, { lens: 'class', name: '11 «А»', from: monday });
    await deputy.getByRole('link', { name: 'Особые дни' }).click();
    await expect(deputy.getByText('Особых дней впереди нет')).toBeVisible();
    await deputy.getByRole('link', { name: 'Объявить особый день' }).click();
    await expect(deputy.getByText('Заполните поля')).toBeVisible();
    await expect(deputy.getByRole('button', { name: 'Отменить уроки' })).toBeDisabled();
    await chooseDays(deputy, { whom: schoolClass, from: monday, to: friday });
    await expect(deputy.getByLabel('Причина')).toHaveValue('quarantine');
    await expect(effect(deputy)).toContainText(/отмен[ия]тся \d+\sурок/);
    await expectNoBarriers(deputy, 'what will happen');
    await expect(guardian.locator('.lesson')).toHaveCount(lessons.length);
  });

  await test.step('confirmed, the open diary of a family says why there are no lessons', async () => {
    await deputy.getByRole('button', { name: 'Отменить уроки' }).click();
    await expect(
      deputy.getByRole('row', { name: /14–18\sдекабря.*11\s«А».*Уроков нет.*карантин/ }),
    ).toBeVisible();
    await expect(guardian.getByText(/Карантин, уроков нет до\s18\sдекабря/)).toBeVisible();
    await expect(guardian.locator('.lesson')).toHaveCount(0);
    expect(await guardian.evaluate(() => performance.timeOrigin)).toBe(loaded);
    await expectNoBarriers(guardian, 'a week of quarantine');
    await guardian.goto(`${diary}/timetable/${monday}`);
    await expect(guardian.locator('body')).toContainText('Карантин, уроков нет');
    await guardian.goto(`${diary}/week/${monday}`);
    await waitForLife(guardian);
  });

  await test.step('the staff reads it on the timetable; the secretary changes nothing', async () => {
    const office = await visitor('secretary');
    await openWeek(office, { lens: 'class', name: '11 «А»', from: monday });
    await expect(
      office.getByRole('columnheader', { name: /понедельник.*Карантин, уроков нет/i }),
    ).toBeVisible();
    expect(await weekLessons(office, 'отмена').count()).toBeGreaterThan(20);
    await office.getByRole('link', { name: 'Особые дни' }).click();
    await expect(office.getByRole('row', { name: /14–18\sдекабря.*11\s«А»/ })).toBeVisible();
    await expect(office.getByRole('link', { name: 'Объявить особый день' })).toHaveCount(0);
    await expect(office.getByRole('button', { name: /^Снять/ })).toHaveCount(0);
    await office.goto('/timetable/1/special-days/new');
    await expect(office.getByLabel('Для кого')).toHaveCount(0);
    await office.context().close();
  });

  await test.step('lifted two days earlier: the rest of the week returns', async () => {
    await deputy.getByRole('button', { name: /^Снять: 11/ }).click();
    const sheet = deputy.getByRole('dialog');
    await sheet.getByLabel('С какого дня снова как обычно').fill('2026-12-17');
    await expect(sheet).toContainText(/верн[ёу]тся \d+\sурок/u);
    await expectNoBarriers(deputy, 'taking back', 'dialog[open]');
    await sheet.getByRole('button', { name: 'Снять и вернуть уроки' }).click();
    await expect(sheet).toHaveCount(0);
    await expectNoBarriers(deputy, 'special days');
    await expect(deputy.getByRole('row', { name: /14–16\sдекабря.*снят с\s17\sдекабря/ })).toBeVisible();
    await expect(guardian.locator('.day', { hasText: /пятница/i }).locator('.lesson')).not.toHaveCount(0);
    await expect(guardian.locator('.day', { hasText: /среда/i })).toContainText('Карантин, уроков нет');
  });

  await test.step('taken back whole: the lessons stand as they stood', async () => {
    await deputy.getByRole('button', { name: /^Снять: 11/ }).click();
    const sheet = deputy.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Снять и вернуть уроки' }).click();
    await expect(sheet).toHaveCount(0);
    await expect(deputy.getByRole('region', { name: 'Прошли или сняты' })).toContainText(/11\s«А»/);
    await expect(guardian.locator('.lesson')).toHaveCount(lessons.length);
    expect(await guardian.locator('.lesson').allTextContents()).toEqual(lessons);
  });
});

test('a Saturday by the timetable of Monday; a wrong day is named at its field', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 422.*day-overrides/);
  const deputy = await visitor('deputyHead');
  const guardian = await visitor(guardianOfClass, { device: 'phone' });
  await guardian.waitForURL(/\/diary\//);
  await guardian.goto(`${new URL(guardian.url()).pathname}/week/${monday}`);
  await waitForLife(guardian);
  const saturday = guardian.locator('.day', { hasText: /суббота/i });
  await expect(saturday).toHaveCount(0);

  await deputy.goto('/timetable/1/special-days/new');
  await deputy.getByText('По расписанию другого дня').click();
  await deputy.getByLabel('Для кого').selectOption({ label: schoolClass });
  await deputy.getByLabel('По расписанию', { exact: true }).selectOption('понедельника');
  await deputy.getByLabel('День', { exact: true }).fill('2027-06-05');
  await expect(deputy.getByText('Этот день вне учебного года.')).toBeVisible();
  await expect(deputy.getByLabel('День', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await deputy.getByLabel('День', { exact: true }).fill('2026-12-19');
  await expect(effect(deputy)).toContainText(/добав[ия]тся \d+\sурок/);
  // Enter in a field confirms, as the button does.
  await deputy.getByLabel('День', { exact: true }).press('Enter');

  await expect(saturday).toContainText('по расписанию понедельника');
  await expect(saturday.locator('.lesson')).not.toHaveCount(0);
  await toast(deputy).getByRole('button', { name: 'Отменить' }).click();
  await expect(toast(deputy).filter({ hasText: 'Особый день снят' })).toBeVisible();
  await expect(saturday).toHaveCount(0);
});

const effect = (page: Page) => page.getByRole('region', { name: 'Что произойдёт' });

async function chooseDays(page: Page, days: { whom: string; from: string; to: string }): Promise<void> {
  await page.getByLabel('Для кого').selectOption({ label: days.whom });
  await page.getByLabel('С какого дня').fill(days.from);
  await page.getByLabel('По какой день').fill(days.to);
}
