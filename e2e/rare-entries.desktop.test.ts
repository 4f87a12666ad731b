import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { studentNamed } from './support/demo.ts';
import { openDiary } from './steps/family.ts';
import { cellOf, closeDialog, expectSaved, grid, marksIn, openJournalPage } from './steps/journal.ts';

const geometry = { group: '7 «Б»', subject: 'Геометрия' };
const child = 'Щербакова Вероника';

test('a point becomes a mark by the day it was to be done, and a retake keeps the mark before it', async ({
  visitor,
}) => {
  const teacher = await visitor('teacher');
  const family = await visitor('guardian', { device: 'phone' });
  await openJournalPage(teacher, geometry);
  const column = Number(await grid(teacher).locator('td[tabindex="0"]').getAttribute('data-column'));
  const cell = cellOf(teacher, child, column);

  await test.step('a point has a day by which the work is due', async () => {
    await cell.click();
    await teacher.keyboard.press('KeyN');
    await expect(cell).toHaveAccessibleName(/Точка/);
    await cell.click();
    await teacher.keyboard.press('F2');
    await teacher.getByLabel('Сдать до').fill('2026-12-04');
    await expect(teacher.getByRole('dialog')).toContainText('пятница, 4 декабря');
    await closeDialog(teacher);
    await expectSaved(teacher);
    await openMark(family);
    await expect(family.getByRole('dialog')).toContainText('4 декабря');
  });

  await test.step('the work is handed in: a mark stands, the point is history', async () => {
    await cell.click();
    await teacher.keyboard.press('2');
    await expect(marksIn(cell)).toHaveText(['2']);
    await expectSaved(teacher);
    await cell.click();
    await teacher.keyboard.press('F2');
    await expect(teacher.getByRole('dialog').locator('.history')).toContainText('• → 2');
  });

  await test.step('a retake: both are read, the first one struck through', async () => {
    const panel = teacher.getByRole('dialog');
    await panel.getByRole('button', { name: 'Пересдача' }).click();
    const retake = panel
      .locator('.panel__part')
      .filter({ has: teacher.getByRole('heading', { name: 'Пересдача' }) });
    await retake.getByRole('button', { name: 'Отметка 4' }).click();
    await closeDialog(teacher);
    await expect(marksIn(cell)).toHaveText(['2', '4']);
    await expectSaved(teacher);
    await openMark(family);
    await expect(family.getByRole('dialog')).toContainText(/пересда/i);
  });
});

/** Opens the lesson of Monday in the diary. */
async function openMark(page: Page): Promise<void> {
  await openDiary(page, studentNamed(child));
  await mondayLesson(page).getByRole('link').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

const mondayLesson = (page: Page): Locator =>
  page.locator('.day', { hasText: 'понедельник' }).locator('.lesson', { hasText: 'Геометрия' });

test('homework for a day of the teacher’s choice is seen from the time the teacher sets', async ({
  visitor,
}) => {
  const teacher = await visitor('teacher');
  const family = await visitor('guardian', { device: 'phone' });
  const text = 'Вырезать три равных треугольника';
  await openJournalPage(teacher, geometry);
  await teacher.getByRole('button', { name: /^Урок / }).click();
  const panel = teacher.getByRole('dialog');

  await test.step('first hidden until a moment', async () => {
    await panel.getByLabel('Домашнее задание').fill(text);
    await panel.getByLabel('К какому уроку').selectOption('К дате');
    await panel.getByLabel('Дата', { exact: true }).fill('2026-11-27');
    await panel.getByLabel('Когда показать').selectOption('В назначенное время');
    await panel.getByLabel('Показать семьям').fill('2099-01-11T08:00');
    await expectSaved(teacher);
    await openDiary(family, studentNamed(child));
    await expect(family.locator('main')).not.toContainText(text);
  });

  await test.step('then at once', async () => {
    await panel.getByLabel('Когда показать').selectOption('Сразу');
    await expect(panel.getByText('Срок: пятница, 27 ноября')).toBeVisible();
    await closeDialog(teacher);
    await expectSaved(teacher);
    const friday = family.locator('.day', { hasText: 'пятница' });
    await expect(friday).toContainText(text);
    await expect(friday).toContainText('К этому дню');
    await expect(mondayLesson(family)).not.toContainText(text);
  });
});
