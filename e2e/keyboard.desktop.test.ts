import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { cellAt, expectSaved, grid, marksIn, openJournalPage } from './steps/journal.ts';

/** Where the keyboard is: row and column of the focused cell. */
function place(page: Page): Promise<{ row: number; column: number }> {
  return page.evaluate(() => {
    const { dataset } = document.activeElement as HTMLElement;
    return { row: Number(dataset['row']), column: Number(dataset['column']) };
  });
}

test('the whole page by keyboard alone', async ({ visitor }) => {
  const page = await visitor('teacher');
  await openJournalPage(page, { group: '9 «Б»', subject: 'Вероятность и статистика' });
  const { keyboard } = page;
  const start = await place(page);

  await test.step('moving', async () => {
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowLeft');
    expect(await place(page)).toEqual({ row: start.row + 2, column: start.column - 1 });
    await keyboard.press('Home');
    expect((await place(page)).column).toBe(0);
    await keyboard.press('End');
    expect((await place(page)).column).toBeGreaterThan(start.column);
    await keyboard.press('Control+Home');
    expect(await place(page)).toEqual({ row: 0, column: 0 });
    await keyboard.press('PageDown');
    expect((await place(page)).row).toBeGreaterThan(5);
    await keyboard.press('Control+.');
    expect((await place(page)).column).toBe(start.column);
  });

  await test.step('the focus can be seen', async () => {
    const ring = page.locator('.overlay__focus');
    const cell = grid(page).locator('td[tabindex="0"]');
    const [at, of] = [await ring.boundingBox(), await cell.boundingBox()];
    expect(Math.abs((at?.x ?? 0) - (of?.x ?? 100))).toBeLessThan(3);
    expect(Math.abs((at?.y ?? 0) - (of?.y ?? 100))).toBeLessThan(3);
    expect(
      await ring.evaluate((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth)),
    ).toBeGreaterThanOrEqual(2);
  });

  const { column: held } = start;
  await test.step('a range is filled by one digit', async () => {
    await keyboard.press('Control+Home');
    for (let at = 0; at < held; at += 1) await keyboard.press('ArrowRight');
    for (let at = 0; at < 3; at += 1) await keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('Выбрано 4 ячейки')).toBeVisible();
    await keyboard.press('4');
    for (let row = 0; row < 4; row += 1)
      await expect(marksIn(cellAt(page, row, held)).last()).toHaveText('4');
  });

  // What is retyped before it was sent is one mark, not a correction.
  await expectSaved(page);

  await test.step('a retyped cell, a point, a pass, an erased cell', async () => {
    await keyboard.press('Control+Home');
    for (let at = 0; at < held; at += 1) await keyboard.press('ArrowRight');
    await keyboard.press('5');
    expect((await place(page)).row).toBe(1);
    await keyboard.press('KeyN');
    await expect(cellAt(page, 1, held)).toHaveAccessibleName(/Точка/);
    await keyboard.press('KeyP');
    await expect(cellAt(page, 2, held)).toHaveText('зач');
    await keyboard.press('Delete');
    await expect(marksIn(cellAt(page, 3, held))).toHaveCount(0);
    await keyboard.press('Control+z');
    await expect(marksIn(cellAt(page, 3, held))).toHaveText(['4']);
  });

  await test.step('letters of both layouts', async () => {
    await keyboard.press('ArrowDown');
    const { row } = await place(page);
    await grid(page).locator('td[tabindex="0"]').dispatchEvent('keydown', { key: 'н', code: 'KeyY' });
    await expect(cellAt(page, row, held)).toContainText('Н');
    await keyboard.press('KeyY');
    await expect(cellAt(page, row, held)).not.toContainText('Н');
  });

  await test.step('the panel of a mark tells its history and gives the focus back', async () => {
    await keyboard.press('Control+Home');
    for (let at = 0; at < held; at += 1) await keyboard.press('ArrowRight');
    await expectSaved(page);
    await keyboard.press('F2');
    const panel = page.getByRole('dialog');
    await expect(panel.getByRole('heading', { name: 'История' })).toBeVisible();
    await expect(panel.locator('.history')).toContainText('4 → 5');
    await expect(panel.locator('.history')).toContainText('Кузнецова');
    await keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
    expect(await place(page)).toEqual({ row: 0, column: held });
  });

  await test.step('all shortcuts at «?»', async () => {
    await keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Сочетания клавиш' });
    await expect(sheet).toContainText('ещё одна работа этого урока');
    await keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
    expect(await place(page)).toEqual({ row: 0, column: held });
  });

  await test.step('the browser is not asked to save the page', async () => {
    await keyboard.press('Control+s');
    await expect(page.locator('.cell-line__text')).toHaveText(
      'Всё уже сохранено: журнал сохраняет каждую отметку сам',
    );
  });

  await test.step('Tab leaves the table and comes back to the same cell', async () => {
    await keyboard.press('Tab');
    await expect(grid(page).locator(':focus')).toHaveCount(0);
    await keyboard.press('Shift+Tab');
    expect(await place(page)).toEqual({ row: 0, column: held });
  });
});

test('every control of the journal shows where the focus is', async ({ visitor }) => {
  const page = await visitor('teacher');
  await openJournalPage(page, { group: '9 «Б»', subject: 'Вероятность и статистика' });
  await page.locator('a.skip-link').focus();
  const unseen: string[] = [];
  for (let at = 0; at < 12; at += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      // The grid draws its own ring over the cell.
      if (element.closest('[role=grid]')) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isSeen =
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      return isSeen ? null : element.outerHTML.slice(0, 120);
    });
    if (fault !== null) unseen.push(fault);
  }
  expect(unseen).toEqual([]);
});
