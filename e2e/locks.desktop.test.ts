import { latin } from '#modules/identity/accounts/login-rules.ts';
import { accountOf, demoPassword } from './support/demo.ts';
import { expect, test } from './support/journey.ts';
import { cellAt, cellOf, columnsOf, expectSaved, grid, marksIn, openJournalPage } from './steps/journal.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { sendSignIn } from './steps/signing-in.ts';

const statistics = { group: '7 «Б»', subject: 'Вероятность и статистика' } as const;

test('a closed cell says why, and stays as it is', async ({ visitor }) => {
  const page = await visitor('teacher');
  await openJournalPage(page, statistics);
  const reason = page.locator('.cell-line__lock');

  await test.step('a lesson that has not begun', async () => {
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('End');
    const days = grid(page).locator('th.head--day');
    const future = days.nth((await days.count()) - 1);
    const column = Number(await future.getAttribute('data-column'));
    await cellAt(page, 0, column).click();
    await expect(reason).toHaveText('Урок ещё не начался');
    await page.keyboard.press('5');
    await expect(marksIn(cellAt(page, 0, column))).toHaveCount(0);
    await expect(cellAt(page, 0, column)).toHaveAttribute('aria-readonly', 'true');
  });

  await test.step('a lesson older than the edit window', async () => {
    const closed = grid(page).locator('th.head--day.is-closed').first();
    const cell = cellOf(page, 'Щербакова Вероника', Number(await closed.getAttribute('data-column')));
    const before = await cell.textContent();
    await cell.click();
    await expect(reason).toHaveText(/Окно правки закрыто: прошло больше 14\sдней/);
    await page.keyboard.press('2');
    await expect(page.locator('.cell-line__text')).toContainText('Окно правки закрыто');
    await expect(cell).toHaveText(before ?? '');
  });

  await page.getByRole('combobox', { name: 'Период' }).selectOption({ label: '1 четверть' });
  await expect(grid(page).locator('th.head--month').first()).toHaveText('сентябрь');

  await test.step('a period closed by the school', async () => {
    const [column = -1] = await columnsOf(page, 'октября');
    await cellOf(page, 'Щербакова Вероника', column).click();
    await expect(reason).toHaveText('Учебный период закрыт завучем');
  });

  await test.step('before a child came and after it left', async () => {
    const [september = -1] = await columnsOf(page, 'сентября');
    await cellOf(page, 'Хасанова Сабина', september).click();
    await expect(reason).toHaveText('В этот день ученика не было в группе');
    const last = grid(page).locator('th.head--day').last();
    const column = Number(await last.getAttribute('data-column'));
    await cellOf(page, 'Зимин Даниил', column).click();
    await expect(reason).toHaveText('Ученик уже выбыл из группы');
  });
  await expectSaved(page);
});

test('a lesson older than a week asks for a reason, once', async ({ visitor }) => {
  const page = await visitor('teacher');
  await openJournalPage(page, statistics);
  // Between a week and the fortnight of the edit window.
  const columns = grid(page).locator('th.head--day:not(.is-closed)');
  const column = Number(await columns.first().getAttribute('data-column'));
  await cellAt(page, 0, column).click();
  await page.keyboard.press('5');
  const bubble = page.getByRole('dialog', { name: 'Причина правки' });
  await expect(bubble).toContainText(/Уроку больше 7\s?дней/);
  await bubble.getByRole('button', { name: 'Исправлена ошибка' }).click();
  await expect(marksIn(cellAt(page, 0, column)).last()).toHaveText('5');
  await cellAt(page, 1, column).click();
  await page.keyboard.press('4');
  await expect(marksIn(cellAt(page, 1, column)).last()).toHaveText('4');
  await expect(bubble).toHaveCount(0);
  await expectSaved(page);
  await cellAt(page, 0, column).click();
  await page.keyboard.press('F2');
  await expect(page.getByRole('dialog').locator('.history')).toContainText('Исправлена ошибка');
});

type ListedPages = {
  readonly pages: readonly {
    readonly subject: string;
    readonly classes: readonly { readonly grade: number }[];
    readonly teachers: readonly {
      readonly lastName: string;
      readonly firstName: string;
      readonly middleName: string | null;
    }[];
  }[];
};

test('the first grade has attendance and topics, and no marks', async ({ visitor }) => {
  const deputy = await visitor('deputyHead');
  const { pages } = (await (await deputy.request.get('/api/schools/1/journal-pages')).json()) as ListedPages;
  const [first] = pages.filter(({ classes, subject }) => classes[0]?.grade === 1 && subject === 'Математика');
  const [teacher] = first?.teachers ?? [];
  if (!teacher) throw new Error('nobody teaches the first grade');
  const initials = `${teacher.firstName.charAt(0)}${teacher.middleName?.charAt(0) ?? ''}`;
  const page = await visitor({ login: `${latin(teacher.lastName)}.${latin(initials)}` });
  await page.goto('/journal');
  await page.locator('.page-cards').getByRole('link').filter({ hasText: 'Математика' }).first().click();
  await expect(page.getByText('Здесь отметок не ставят: ведите посещаемость и темы уроков.')).toBeVisible();
  await expect(grid(page)).toBeVisible();
  const focused = grid(page).locator('td[tabindex="0"]');
  await focused.click();
  await page.keyboard.press('5');
  await expect(grid(page).locator('.chip')).toHaveCount(0);
  const before = await focused.textContent();
  await page.keyboard.press('KeyY');
  await expect(focused).toHaveText(before === 'Н' ? '' : 'Н');
  await expectSaved(page);
  await page.keyboard.press('KeyY');
  await expect(focused).toHaveText(before ?? '');
  await expectSaved(page);
});

test('those who lead the school read a page and write nothing', async ({ visitor }) => {
  const page = await visitor('deputyHead');
  await page.goto('/journal');
  await page.getByRole('searchbox', { name: 'Найти страницу' }).fill('7 «Б» Алгебра');
  await page.locator('.page-cards').getByRole('link').first().click();
  await expect(page.getByText('Страница открыта для чтения: её ведёт другой учитель.')).toBeVisible();
  const before = await grid(page).locator('td .chip').count();
  await page.keyboard.press('5');
  await expect(page.locator('.cell-line')).toContainText('Этот урок ведёт другой учитель');
  await expect(grid(page).locator('td .chip')).toHaveCount(before);
});

test('on a shared computer lessons of before are read and not written, and the office is closed', async ({
  visitor,
}) => {
  const page = await visitor(null);
  await page.goto('/sign-in');
  await page.getByLabel(/Общий компьютер/).check();
  await expectNoBarriers(page, 'signing in on a shared computer');
  await sendSignIn(page, { login: accountOf('homeroomTeacher').login, password: demoPassword });
  await expect(page.getByText('Вы вошли на общем компьютере')).toBeVisible();
  // She leads a class too: its page with the families' phones stays closed here.
  await expect(page.getByRole('link', { name: 'Журнал', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Класс', exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Журнал', exact: true }).click();
  await page.locator('a[href^="/journal/1/"]').first().click();
  await expect(grid(page)).toBeVisible();
  const filled = grid(page).locator('td:has(.chip):not([aria-readonly="false"])').first();
  await filled.click();
  await expect(page.locator('.cell-line__lock')).toHaveText('Править можно только в день урока');
  await page.keyboard.press('2');
  await expectSaved(page);
});
