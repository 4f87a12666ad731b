import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { grid, openJournalPage } from './steps/journal.ts';

test('a teacher finds a student on the page and another journal without the mouse', async ({ visitor }) => {
  const teacher = await visitor('teacher');
  await openJournalPage(teacher, { group: '9 «Б»', subject: 'Вероятность и статистика' });
  const rows = grid(teacher).locator('tbody tr');
  const name = (await rows.nth(6).getByRole('rowheader').innerText()).trim();
  // The number of the row stands before the name.
  const [lastName = ''] = name.replace(/^\d+\s*/u, '').split(/\s+/u);
  await expect(grid(teacher).locator('td[tabindex="0"]')).toBeFocused();

  await test.step('Ctrl+K, the beginning of the name with «е» for «ё», Enter: the focus is in that row', async () => {
    await teacher.keyboard.press('Control+KeyK');
    const field = teacher.getByRole('combobox', { name: 'Поиск' });
    await expect(field).toBeFocused();
    await field.pressSequentially(lastName.toLowerCase().replaceAll('ё', 'е'));
    await expect(teacher.getByRole('dialog').getByRole('option', { selected: true })).toContainText(
      'на этой странице',
    );
    await expectNoBarriers(teacher, 'search', 'dialog[open]');
    await teacher.keyboard.press('Enter');
    await expect(teacher.getByRole('dialog')).toHaveCount(0);
    await expect(rows.nth(6).locator('td[tabindex="0"]')).toBeFocused();
  });

  await test.step('a subject leads to its journal; Esc leaves everything as it was', async () => {
    await teacher.keyboard.press('Control+KeyK');
    await teacher.keyboard.press('Escape');
    await expect(rows.nth(6).locator('td[tabindex="0"]')).toBeFocused();
    await teacher.getByRole('button', { name: 'Поиск' }).click();
    await teacher.getByRole('combobox', { name: 'Поиск' }).fill('расп');
    await teacher.getByRole('option').filter({ hasText: 'Расписание' }).click();
    await expect(teacher).toHaveURL(/\/timetable/u);
  });

  await test.step('of people a teacher finds none: the office’s list is not theirs', async () => {
    await teacher.keyboard.press('Control+KeyK');
    await teacher.getByRole('combobox', { name: 'Поиск' }).fill('воробьёв');
    await expect(teacher.getByText('Ничего не нашлось')).toBeVisible();
  });
});

test('the office finds a person by a slip of the finger, on a phone too', async ({ visitor }) => {
  const office = await visitor('secretary', { device: 'phone' });
  await office.getByRole('button', { name: 'Поиск' }).click();
  await office.getByRole('combobox', { name: 'Поиск' }).fill('воробьев алексей');
  await office.getByRole('option').filter({ hasText: 'Воробьёв Алексей' }).first().click();
  await expect(office.getByRole('heading', { level: 1 })).toContainText('Воробьёв');
});
