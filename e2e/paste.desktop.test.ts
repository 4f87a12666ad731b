import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { cellAt, expectSaved, grid, marksIn, openTodayLesson } from './steps/journal.ts';
import { expectNoBarriers } from './steps/looking.ts';

const algebra = { group: '9 «А»', subject: 'Алгебра' };
const visit = { permissions: ['clipboard-read', 'clipboard-write'] };

/** As if copied in a spreadsheet. */
async function pasteText(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const text = rows.map((row) => row.join('\t')).join('\r\n');
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

/** The focused column. */
function focusColumn(page: Page): Promise<number> {
  return page.evaluate(() => Number((document.activeElement as HTMLElement).dataset['column']));
}

const names = (page: Page) => grid(page).getByRole('rowheader').allInnerTexts();

test('marks of a spreadsheet are shown first, written in one request and undone in one step', async ({
  visitor,
}) => {
  const page = await visitor('teacher', visit);
  await openTodayLesson(page, algebra);
  const sent: { cells: unknown[] }[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().endsWith('/marks'))
      sent.push(request.postDataJSON() as { cells: unknown[] });
  });
  const students = (await names(page)).length;
  const today = await focusColumn(page);
  const first = today - 5;
  const before = await marksIn(cellAt(page, 0, first)).allInnerTexts();
  await page.keyboard.press('Control+Home');
  for (let at = 0; at < first; at += 1) await page.keyboard.press('ArrowRight');
  const block = Array.from({ length: students }, (_, row) =>
    Array.from({ length: 6 }, (_unused, column) => String(3 + ((row + column) % 3))),
  );
  await pasteText(page, block);
  const preview = page.getByRole('dialog', { name: 'Вставка из таблицы' });

  await test.step('the preview says what is written and asks why for old lessons', async () => {
    await expect(preview.locator('.paste__counts')).toContainText('запишем');
    await expect(preview.locator('tbody tr')).toHaveCount(students);
    await expectNoBarriers(page, 'preview of a paste', 'dialog.paste');
    expect(sent).toEqual([]);
    const reason = preview.getByLabel('Причина правки');
    if (await reason.isVisible()) await reason.fill('Перенос из таблицы');
    await preview.getByRole('button', { name: /^Записать/ }).click();
    await expect(preview).toHaveCount(0);
  });

  await test.step('one request carries all of it', async () => {
    await expectSaved(page);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.cells.length).toBeGreaterThan(students * 4);
    await expect(marksIn(cellAt(page, 0, today))).toHaveText(['5']);
    await expect(marksIn(cellAt(page, 1, today))).toHaveText(['3']);
  });

  await test.step('one step takes all of it back', async () => {
    await page.keyboard.press('Control+z');
    await expect(marksIn(cellAt(page, 0, first))).toHaveText(before);
    await expectSaved(page);
    expect(sent).toHaveLength(2);
  });
});

test('names and dates find their places; what does not fit is named and nothing is written', async ({
  visitor,
}) => {
  const page = await visitor('teacher', visit);
  await openTodayLesson(page, algebra);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.url());
  });
  const [first = '', second = ''] = (await names(page)).map((name) => name.replace(/^\d+\s*/u, '').trim());
  await pasteText(page, [
    ['№', 'ФИО', '24.11.2026', '31.12.2026', 'Средний'],
    ['1', second, '4/5', '5', '4,50'],
    ['2', 'Несуществующий Иван', '5', '', ''],
    ['3', first, '7', '', ''],
  ]);
  const preview = page.getByRole('dialog', { name: 'Вставка из таблицы' });
  await expect(preview).toContainText('Ученики найдены по именам из таблицы.');
  await expect(preview.getByRole('row', { name: second })).toContainText('4/5');
  const misfits = preview.locator('.paste__misfits');
  await expect(misfits).toContainText('Строка 3: ученика «Несуществующий Иван» на странице нет');
  await expect(misfits).toContainText('Столбец 4: урока «31.12.2026» на странице нет');
  await expect(misfits).toContainText('Столбец 5 «Средний» без даты пропущен');
  await expect(misfits).toContainText(`${first}, 24 ноября: «7» не отметка этой страницы`);
  await expect(preview.getByRole('button', { name: 'Записать 1 ячейку' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
  expect(sent).toEqual([]);
});
