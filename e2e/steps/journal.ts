import { expect, type Locator, type Page } from '@playwright/test';

/** A page of the journal as the list names it. */
export type JournalPageName = {
  /** «7 «Б»» */
  readonly group: string;
  readonly subject: string;
};

/** Opens a page from the list of the teacher's pages. */
export async function openJournalPage(page: Page, { group, subject }: JournalPageName): Promise<void> {
  await page.goto('/journal');
  await page
    .locator('.page-cards')
    .getByRole('link', {
      name: new RegExp(`^${spaced(group)}\\s*${subject}\\b|^${spaced(group)}\\s*${subject}`),
    })
    .first()
    .click();
  await waitForGrid(page, { group, subject });
}

/** Opens the lesson that is on, or another one of today, from «Сегодня». */
export async function openTodayLesson(page: Page, { group, subject }: JournalPageName): Promise<void> {
  await page.goto('/journal');
  await page
    .getByRole('region', { name: 'Сегодня' })
    .getByRole('link')
    .filter({ hasText: new RegExp(spaced(group)) })
    .filter({ hasText: subject })
    .click();
  await waitForGrid(page, { group, subject });
}

async function waitForGrid(page: Page, { group, subject }: JournalPageName): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    new RegExp(`${subject} · ${spaced(group)}`),
  );
  await expect(grid(page)).toBeVisible();
}

export const grid = (page: Page): Locator => page.getByRole('grid');

/** Columns of one lesson, by «24 ноября»: a lesson has one per work. */
export async function columnsOf(page: Page, day: string): Promise<readonly number[]> {
  const first = grid(page).locator(`th.head--day[aria-label*="${day}"]`).first();
  const start = Number(await first.getAttribute('data-column'));
  const span = Number((await first.getAttribute('colspan')) ?? '1');
  return Array.from({ length: span }, (_, at) => start + at);
}

/** The cell of a student in a column. */
export function cellOf(page: Page, student: string, column: number): Locator {
  return grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: student }) })
    .locator(`[data-column="${column}"]`);
}

export const cellAt = (page: Page, row: number, column: number): Locator =>
  grid(page).locator(`td[data-row="${row}"][data-column="${column}"]`);

/** The marks of a cell as they are read. */
export const marksIn = (cell: Locator): Locator => cell.locator('.chip');

/** Everything typed is with the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('.journal__saving')).toHaveText(/сохранено в|всё сохранено/);
  await expect(grid(page).locator('.dot--queued')).toHaveCount(0);
}

/** Leaves a sheet or a bubble by its button. */
export async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click();
  await expect(page.locator('dialog')).toHaveCount(0);
}

/** A keyboard that counts. */
export function countedKeys(page: Page): { readonly press: (key: string) => Promise<void>; count: number } {
  const keys = {
    count: 0,
    press: async (key: string) => {
      keys.count += 1;
      await page.keyboard.press(key);
    },
  };
  return keys;
}

/** Names stand with narrow and no-break spaces. */
const spaced = (text: string) => text.replaceAll(' ', '\\s');
