import { expect, type Locator, type Page } from '@playwright/test';
import type { Lens } from '../../src/modules/timetable/web/addresses.ts';

/** Opens a week of the timetable in the staff area; `name` is what the choice finds it by. */
export async function openWeek(
  page: Page,
  { lens, name, from }: { readonly lens: Lens; readonly name: string; readonly from?: string },
): Promise<void> {
  await page.goto(`/timetable/1?lens=${lens}${from === undefined ? '' : `&from=${from}`}`);
  await chooseName(page, name);
}

/** Opens the choice, searches and takes the first that is found. */
export async function chooseName(page: Page, name: string): Promise<void> {
  const choice = page.locator('.name-choice');
  await choice.locator('summary').click();
  await choice.getByRole('searchbox').fill(name);
  await page.keyboard.press('Enter');
  await expect(choice.locator('summary')).toContainText(new RegExp(name.replaceAll(' ', '\\s'), 'u'));
}

/** The lessons of the week that a text is part of. */
export const weekLessons = (page: Page, text: string | RegExp): Locator =>
  page.locator('.week-lesson').filter({ hasText: text });

export const toast = (page: Page): Locator => page.locator('.toast');
