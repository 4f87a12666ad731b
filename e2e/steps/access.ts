import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { extractText } from 'unpdf';

export type PrintedSlip = {
  readonly personId: string;
  readonly login: string;
  readonly code: string;
  readonly fileName: string;
};

/** Prints the slip of one family on the homeroom teacher's page of access; nobody else signs in as one of them. */
export async function printSlip(homeroom: Page, family: number): Promise<PrintedSlip> {
  const row = homeroom.locator('.is-under', { has: homeroom.locator('input:enabled') }).nth(family);
  const login = (await row.locator('.access-table__login').textContent()) ?? '';
  await row.getByRole('checkbox').check();
  const [saved, answer] = await Promise.all([
    homeroom.waitForEvent('download'),
    homeroom.waitForResponse('**/access-slips'),
    homeroom.getByRole('button', { name: /Выдать 1\sталон/ }).click(),
  ]);
  await expect(homeroom.getByText(/1\sталон в файле PDF/)).toBeVisible();
  const { text } = await extractText(new Uint8Array(await readFile(await saved.path())), {
    mergePages: true,
  });
  expect(text).toContain(login);
  const { personIds } = answer.request().postDataJSON() as { personIds: readonly string[] };
  return {
    personId: personIds[0] ?? '',
    login,
    code: /[\dA-HJKMNP-TV-Z]{5}-[\dA-HJKMNP-TV-Z]{5}/u.exec(text)?.[0] ?? '',
    // A browser without a language of its own saves Russian names under another one: the server's word counts.
    fileName: decodeURIComponent(answer.headers()['content-disposition'] ?? ''),
  };
}
