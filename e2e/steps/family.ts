import { expect, type Locator, type Page } from '@playwright/test';
import type { DemoStudent } from '../support/demo.ts';

export type DiaryPlace = Pick<DemoStudent, 'schoolId' | 'studentId'>;

/** Address of a student's diary as people share it. */
export const startAddress = ({ schoolId, studentId }: DiaryPlace) => `/diary/${schoolId}/${studentId}`;

export async function openDiary(page: Page, student: DiaryPlace): Promise<void> {
  await page.goto(startAddress(student));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** The card of the day the page is about. */
export const dayInFocus = (page: Page): Locator => page.locator('.diary__day--focus');

/** The row of a lesson in the day the page is about, by its number in the day. */
export const lessonRow = (page: Page, number: number): Locator =>
  dayInFocus(page)
    .locator('.lesson')
    .filter({ hasText: `${number}-й урок` });

/** A section by its word, wherever this width shows it. */
export async function goToSection(page: Page, word: 'Дневник' | 'Отметки' | 'Расписание'): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Разделы' })
    .getByRole('link', { name: word })
    .and(page.locator(':visible'))
    .click();
}

/** Opens the list of children and chooses one. */
export async function switchToChild(page: Page, name: string): Promise<void> {
  await page.locator('details.child > summary').click();
  await page.locator('details.child').getByRole('link', { name }).click();
}

/** The island answers presses: what the server drew has come to life. */
export async function waitForLife(page: Page): Promise<void> {
  const pause = page.locator('.live__pause');
  await expect(async () => {
    const before = await pause.getAttribute('aria-pressed');
    await pause.click({ timeout: 1_000 });
    expect(await pause.getAttribute('aria-pressed')).not.toBe(before);
    await pause.click({ timeout: 1_000 });
    expect(await pause.getAttribute('aria-pressed')).toBe(before);
  }).toPass({ timeout: 10_000 });
}
