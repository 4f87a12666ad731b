import { expect, type Locator, type Page } from '@playwright/test';

/** A class as the school's API tells it. */
export type ListedClass = { readonly id: string; readonly grade: number; readonly letter: string };

export type ListedStudent = {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly birthDate: string | null;
  readonly guardians: readonly {
    readonly id: string;
    readonly lastName: string;
    readonly firstName: string;
    readonly middleName: string | null;
  }[];
};

export async function classIdOf(page: Page, name: string): Promise<string> {
  const list = await page.request.get('/api/schools/1/classes');
  const { classes } = (await list.json()) as { classes: readonly ListedClass[] };
  return classes.find(({ grade, letter }) => `${grade}${letter}` === name)?.id ?? '';
}

/** The students of a class «8Б», read with the rights of the page's own person. */
export async function studentsOf(page: Page, name: string): Promise<readonly ListedStudent[]> {
  const answer = await page.request.get(`/api/schools/1/classes/${await classIdOf(page, name)}`);
  return ((await answer.json()) as { students: readonly ListedStudent[] }).students;
}

export type NewChild = {
  readonly lastName: string;
  readonly firstName: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
};

export async function fillChild(page: Page, { lastName, firstName, birthDate }: NewChild): Promise<void> {
  await page.getByLabel('Фамилия', { exact: true }).fill(lastName);
  await page.getByLabel('Имя', { exact: true }).fill(firstName);
  await page.getByLabel('Дата рождения').fill(birthDate);
}

/** Opens a student's card by the search of the people's list, by keyboard alone. */
export async function openCard(page: Page, name: string): Promise<void> {
  await page.goto('/people/1?kind=student');
  await expect(page.locator('.people-table')).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  await expect(page.locator('.people-table a').first()).toContainText(name.split(' ')[0] ?? name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** An open sheet. */
export const sheet = (page: Page): Locator => page.getByRole('dialog');

export async function fillOrder(within: Page | Locator, number: string): Promise<void> {
  await within.getByLabel('Номер приказа').fill(number);
}

/** A row of the journal by the student's name. */
export const journalRow = (page: Page, name: string): Locator =>
  page
    .getByRole('grid')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
