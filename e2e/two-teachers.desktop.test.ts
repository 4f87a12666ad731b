import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import {
  cellAt,
  closeDialog,
  expectSaved,
  grid,
  marksIn,
  openJournalPage,
  type JournalPageName,
} from './steps/journal.ts';

/** The column of the last lesson held, where the page opens. */
async function openAtLastLesson(page: Page, name: JournalPageName): Promise<number> {
  await openJournalPage(page, name);
  const focused = grid(page).locator('td[tabindex="0"]');
  await expect(focused).toBeFocused();
  return Number(await focused.getAttribute('data-column'));
}

async function setMark(page: Page, row: number, column: number, value: string): Promise<void> {
  await cellAt(page, row, column).click();
  await page.keyboard.press(value);
}

test('a mark of one browser appears in the other', async ({ visitor }) => {
  const name = { group: '9 «Б»', subject: 'Геометрия' };
  const first = await visitor('teacher');
  const second = await visitor('teacher');
  const column = await openAtLastLesson(first, name);
  await openAtLastLesson(second, name);
  await setMark(first, 0, column, '5');
  await expect(marksIn(cellAt(second, 0, column)).last()).toHaveText('5');
  await setMark(second, 1, column, '4');
  await expect(marksIn(cellAt(first, 1, column)).last()).toHaveText('4');
  await expectSaved(first);
  await expectSaved(second);
});

test('two marks for one cell: both are shown, and a person decides', async ({ visitor, noise }) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED/);
  const name = { group: '9 «Б»', subject: 'Алгебра' };
  const first = await visitor('teacher');
  const second = await visitor('teacher');
  const column = await openAtLastLesson(first, name);
  await openAtLastLesson(second, name);
  for (const row of [2, 3]) await setMark(first, row, column, '4');
  await expectSaved(first);
  for (const row of [2, 3]) await expect(marksIn(cellAt(second, row, column)).last()).toHaveText('4');
  const bubble = second.getByRole('dialog', { name: 'Одна ячейка, две отметки' });

  await test.step('while one is offline, both write', async () => {
    await second.context().setOffline(true);
    for (const row of [2, 3]) await setMark(second, row, column, '3');
    await expect(second.locator('.journal__saving')).toContainText('не сохранено: нет сети');
    for (const row of [2, 3]) await setMark(first, row, column, '5');
    await expectSaved(first);
    await second.context().setOffline(false);
  });

  await test.step('the other one is named with the time, and mine is kept by choice', async () => {
    await second.getByRole('button', { name: 'Решить' }).first().click();
    await expect(bubble.locator('.versions')).toContainText(/Ваша\s*.*3/);
    await expect(bubble.locator('.versions')).toContainText(/Кузнецова.*\d\d:\d\d.*5/s);
    await bubble.getByRole('button', { name: 'Оставить мою' }).click();
    await expect(bubble).toHaveCount(0);
  });

  await test.step('the next one is given up', async () => {
    await second.getByRole('button', { name: 'Решить' }).first().click();
    await bubble.getByRole('button', { name: 'Принять чужую' }).click();
    await expect(second.getByRole('button', { name: 'Решить' })).toHaveCount(0);
    await expectSaved(second);
  });

  for (const page of [first, second]) {
    await expect(marksIn(cellAt(page, 2, column)).last()).toHaveText('3');
    await expect(marksIn(cellAt(page, 3, column)).last()).toHaveText('5');
  }
});

test('what was typed without a network is sent later: nothing lost, nothing doubled', async ({
  visitor,
  noise,
}) => {
  noise.expect(/ERR_INTERNET_DISCONNECTED/);
  const name = { group: '9 «А»', subject: 'Геометрия' };
  const page = await visitor('teacher');
  const column = await openAtLastLesson(page, name);
  const address = page.url();
  const given: string[] = [];
  for (let row = 0; row < 10; row += 1) {
    const standing = await cellAt(page, row, column).textContent();
    given.push(standing?.endsWith('5') === true ? '4' : '5');
  }
  const known = await revisionsOf(page, 0, column);
  await page.context().setOffline(true);
  await expect(page.getByText('Нет сети. Изменения отправим сами, когда она появится')).toBeVisible();
  await cellAt(page, 0, column).click();
  for (const value of given) await page.keyboard.press(value);
  await expect(page.locator('.journal__saving')).toContainText('не сохранено: нет сети, отправим сами');
  await expect(grid(page).locator('.dot--queued')).toHaveCount(given.length);

  await test.step('the page is closed before the network is back', async () => {
    await page.close();
    const other = await page.context().newPage();
    await other.context().setOffline(false);
    await other.goto(address);
    for (const [row, value] of given.entries())
      await expect(marksIn(cellAt(other, row, column)).last()).toHaveText(value);
    await expectSaved(other);
  });

  await test.step('another browser sees each mark once', async () => {
    const witness = await visitor('teacher');
    await openAtLastLesson(witness, name);
    for (const [row, value] of given.entries())
      await expect(marksIn(cellAt(witness, row, column)).last()).toHaveText(value);
    expect(await revisionsOf(witness, 0, column)).toBe(known + 1);
  });
});

/** How many changes the history of a cell tells. */
async function revisionsOf(page: Page, row: number, column: number): Promise<number> {
  await cellAt(page, row, column).click();
  await page.keyboard.press('F2');
  const panel = page.getByRole('dialog');
  await expect(panel.locator('.history > li').first().or(panel.getByText('Изменений не было'))).toBeVisible();
  const count = await panel.locator('.history > li').count();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  return count;
}

test('topic and homework are copied to the parallel class, seen there at once, and taken back', async ({
  visitor,
}) => {
  const teacher = await visitor('teacher');
  const other = await visitor('teacher');
  await openJournalPage(teacher, { group: '9 «Б»', subject: 'Вероятность и статистика' });
  await openJournalPage(other, { group: '9 «А»', subject: 'Вероятность и статистика' });
  await other.getByRole('link', { name: 'Темы и задания' }).click();
  await teacher.keyboard.press('Control+.');
  await teacher.getByRole('button', { name: /^Урок/ }).click();
  const panel = teacher.getByRole('dialog');
  const topic = `Размах и медиана ${Date.now()}`;
  await panel.getByLabel('Тема урока').fill(topic);
  await panel.getByLabel('Домашнее задание').fill('§ 14, № 3');
  await panel.getByText('Скопировать в другой класс').click();
  const line = panel.getByRole('listitem').filter({ hasText: /9\s«А».*Вероятность/ });
  await line.getByRole('checkbox').check();
  await expectNoBarriers(teacher, 'copy of a lesson', 'dialog[open]');
  await panel.getByRole('button', { name: 'Скопировать' }).click();
  await expect(panel.getByText(/скопированы в 1\sурок/)).toBeVisible();
  await expect(other.getByText(topic)).toBeVisible();
  await panel.getByRole('button', { name: 'Отменить копирование' }).click();
  await expect(other.getByText(topic)).toHaveCount(0);
  // Grade 9: 210 minutes a day are the norm.
  await panel.getByLabel('Минут').fill('215');
  await panel.getByLabel('Минут').press('Tab');
  await expect(panel.getByText(/задано \d{3}\sмин при норме 210/)).toBeVisible();
  await panel.getByLabel('Минут').fill('15');
  await panel.getByLabel('Минут').press('Tab');
  await expect(panel.getByText(/при норме/)).toHaveCount(0);
});

test('a topic typed on two devices: the later one asks, and none is lost on leaving', async ({
  visitor,
  noise,
}) => {
  noise.expect(/409 \(Conflict\).*record/);
  const name = { group: '9 «А»', subject: 'Алгебра' };
  const first = await visitor('teacher');
  const second = await visitor('teacher');
  const topicOf = async (page: Page) => {
    const column = await openAtLastLesson(page, name);
    await grid(page)
      .locator(`th.head--day[data-column="${String(column)}"]`)
      .click();
    return page.getByLabel('Тема урока');
  };
  const mine = await topicOf(second);
  await mine.fill('Неравенства');
  await expect(second.getByRole('dialog')).toContainText('сохранено');
  const theirs = await topicOf(first);
  await expect(theirs).toHaveValue('Неравенства');
  await theirs.fill('Системы неравенств');
  await theirs.blur();
  await expect(first.getByRole('dialog')).toContainText('сохранено');

  await test.step('the field in use keeps what is typed, and the difference is shown', async () => {
    await expect(mine).toHaveValue('Неравенства');
    await mine.press('End');
    await mine.pressSequentially(', повторение');
    await mine.blur();
    await closeDialog(second);
    await second.getByRole('button', { name: 'Решить' }).click();
    const bubble = second.locator('.versions');
    await expect(bubble).toContainText('Неравенства, повторение');
    await expect(bubble).toContainText('Системы неравенств');
    await second.getByRole('button', { name: 'Принять чужую' }).click();
    await expectSaved(second);
  });

  await test.step('words typed in the very moment of leaving are there afterwards', async () => {
    await theirs.fill('Системы неравенств с модулем');
    await first.goto('/day');
    await expect(await topicOf(first)).toHaveValue('Системы неравенств с модулем');
  });
});
