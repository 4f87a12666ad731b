import type { Page } from '@playwright/test';
import type { OwnPage } from '../harness/journal.ts';

/** A place of the grid as its cells name it. */
export type GridPlace = { readonly row: number; readonly column: number };

const cellAt = ({ row, column }: GridPlace) => `td[data-row="${row}"][data-column="${column}"]`;

/** Opens the journal page and waits until its grid has the keyboard. */
export async function openJournal(
  page: Page,
  url: string,
  { schoolId, page: journal }: OwnPage,
): Promise<GridPlace> {
  await page.goto(`${url}/journal/${schoolId}/${journal.page.id}`, { waitUntil: 'load' });
  await page.locator('table.marks-grid td[data-row="0"]').first().waitFor();
  const place = await focusedPlace(page);
  if (place !== null) return place;
  throw new Error('the opened grid does not have the keyboard');
}

export function focusedPlace(page: Page): Promise<GridPlace | null> {
  return page.evaluate(() => {
    const { row, column } = (document.activeElement as HTMLElement | null)?.dataset ?? {};
    return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
  });
}

/** Puts the focus on a cell with the pointer. */
export async function pointAt(page: Page, place: GridPlace): Promise<void> {
  await page.locator(cellAt(place)).click();
}

/** The latest column in which this row takes marks. */
export async function latestOpenColumn(page: Page, row: number): Promise<number> {
  const columns = await page
    .locator(`td[data-row="${row}"]:not(.end)`)
    .evaluateAll((cells) =>
      cells
        .filter((cell) => cell.getAttribute('aria-readonly') !== 'true')
        .map((cell) => Number((cell as HTMLElement).dataset['column'])),
    );
  const column = columns.at(-1);
  if (column === undefined) throw new Error(`row ${row} takes no mark in any column`);
  return column;
}

/** What the cells of a column show, by row. */
export function columnTexts(page: Page, column: number): Promise<readonly string[]> {
  return page
    .locator(`td[data-column="${column}"]`)
    .evaluateAll((cells) => cells.map((cell) => cell.textContent.trim()));
}
