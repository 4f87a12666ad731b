import { latin } from '#modules/identity/accounts/login-rules.ts';
import { readTables } from '#platform/spreadsheet/index.ts';
import { expect, test } from './support/journey.ts';
import { openDiary } from './steps/family.ts';
import { grid, openJournalPage } from './steps/journal.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { classIdOf, fillChild, fillOrder, journalRow, openCard, sheet, studentsOf } from './steps/office.ts';
import { expectNoOverflow } from './steps/space.ts';

test('a child comes, moves to the parallel class and leaves: the journals show it at once', async ({
  visitor,
}) => {
  test.setTimeout(180_000);
  const office = await visitor('secretary');
  const deputy = await visitor('deputyHead');
  // Of its own at every run: a demo school may have seen this journey before.
  const child = { lastName: `Юдин${ending()}`, firstName: 'Ярослав', birthDate: '2015-04-07' };
  const name = `${child.lastName} ${child.firstName}`;
  const [known] = await studentsOf(office, '5А');
  if (!known) throw new Error('nobody is in 5А');
  await openJournalPage(deputy, { group: '5 «А»', subject: 'Математика' });

  await test.step('who is at the school already is noticed before a second card is made', async () => {
    await office.goto('/people');
    await office.getByRole('link', { name: 'Зачислить ученика' }).click();
    await fillChild(office, { ...known, birthDate: known.birthDate ?? '' });
    await office.getByLabel('СНИЛС').focus();
    const warning = office.getByRole('alert').filter({ hasText: 'Похоже, этот ребёнок в школе уже есть' });
    await expect(warning).toContainText(`${known.lastName} ${known.firstName}`);
    await expect(warning).toContainText(/учится в 5\s«А»/);
    await expectNoBarriers(office, 'admission with a warning');
    await fillChild(office, child);
    await office.getByLabel('СНИЛС').focus();
    await expect(warning).toHaveCount(0);
  });

  await test.step('the order admits the new one, and the open journal has a new row', async () => {
    await office.getByLabel('В какой класс').selectOption({ label: '5\u00a0«А»' });
    await office.getByLabel('Первый день в классе').fill('2026-11-09');
    await fillOrder(office, '81-у');
    await expect(office.getByRole('region', { name: 'Что изменится' })).toContainText(/5\s«А»: с 9 ноября/);
    await office.getByRole('button', { name: 'Зачислить', exact: true }).click();
    await expect(office.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(office.getByText(/учится в 5\s«А»/)).toBeVisible();
    await expect(journalRow(deputy, name)).toBeVisible();
  });

  await test.step('it moves: the preview says what ends and begins, the old class shows it gone', async () => {
    await office.getByRole('button', { name: 'Перевести в другой класс' }).click();
    const form = sheet(office);
    await form.getByLabel('В какой класс').selectOption({ label: '5\u00a0«Б»' });
    await form.getByLabel('Первый день в классе').fill('2026-11-16');
    await fillOrder(form, '86-у');
    const preview = form.getByRole('region', { name: 'Что изменится' });
    await expect(preview).toContainText(/5\s«А»: последний день 15 ноября/);
    await expect(preview).toContainText(/5\s«Б»: с 16 ноября/);
    await expectNoBarriers(office, 'transfer', 'dialog[open]');
    await form.getByRole('button', { name: 'Перевести', exact: true }).click();
    await expect(form).toHaveCount(0);
    await expect(office.getByText(/учится в 5\s«Б»/)).toBeVisible();
    await expect(journalRow(deputy, name).locator('.name.is-gone')).toBeVisible();
  });

  await test.step('it leaves: from the next day its row is grey and hatched', async () => {
    await openJournalPage(deputy, { group: '5 «Б»', subject: 'Математика' });
    await expect(journalRow(deputy, name).locator('.name')).not.toHaveClass(/is-gone/);
    await office.getByRole('button', { name: 'Оформить выбытие' }).click();
    const form = sheet(office);
    await form.getByLabel('Последний день в школе').fill('2026-11-20');
    await form.getByLabel('Причина').selectOption('Переезд');
    await form.getByLabel('Куда выбывает').fill('Школа № 4, Тверь');
    await fillOrder(form, '90-у');
    await form.getByRole('button', { name: 'Оформить выбытие' }).click();
    await expect(form).toHaveCount(0);
    await expect(office.getByText('не учится, последний день 20 ноября 2026 г.')).toBeVisible();
    const row = journalRow(deputy, name);
    await expect(row.locator('.name.is-gone')).toContainText(/в группе по\s20 ноября/);
    await expect(row.locator('.cell.is-after').first()).toBeAttached();
    await expectNoBarriers(office, 'card of one who left');
  });

  await test.step('it is restored by an order: in the class again, with the marks of before', async () => {
    await office.getByRole('button', { name: 'Восстановить' }).click();
    const form = sheet(office);
    await form.getByLabel('В какой класс').selectOption({ label: '5\u00a0«Б»' });
    await form.getByLabel('Первый день в классе').fill('2026-11-24');
    await fillOrder(form, '95-у');
    await expectNoBarriers(office, 'restoration', 'dialog[open]');
    await form.getByRole('button', { name: 'Восстановить' }).click();
    await expect(form).toHaveCount(0);
    await expect(office.getByText(/учится в 5\s«Б»/)).toBeVisible();
    await expect(office.getByRole('listitem').filter({ hasText: /Восстановление\s*5\s«Б»/ })).toBeVisible();
    await expect(journalRow(deputy, name).locator('.name')).not.toHaveClass(/is-gone/);
    await office.getByRole('button', { name: 'Отменить последнее движение' }).click();
    await expect(office.getByText('не учится, последний день 20 ноября 2026 г.')).toBeVisible();
  });

  await test.step('the departure is taken back, and the journal follows', async () => {
    await office.getByRole('button', { name: 'Отменить последнее движение' }).click();
    await expect(office.getByText('Движение отменено')).toBeVisible();
    await expect(journalRow(deputy, name).locator('.name')).not.toHaveClass(/is-gone/);
    await expect(office.getByText(/учится в 5\s«Б»/)).toBeVisible();
  });
});

test('a right that is ended is gone from an open phone within a second', async ({ visitor, noise }) => {
  test.setTimeout(180_000);
  noise.expect(/status of 404/);
  const office = await visitor('secretary');
  const { student, guardian } = await aFamily(office);
  const phone = await visitor({ login: loginOf(guardian) }, { device: 'phone' });
  await openDiary(phone, { schoolId: 1, studentId: student.id });
  await expect(phone.getByText(student.firstName).first()).toBeVisible();
  await expect(phone.locator('.live__pause')).toBeVisible();

  const name = `${student.lastName} ${student.firstName}`;
  await openCard(office, name);
  const line = office.getByRole('listitem').filter({ hasText: `${guardian.lastName} ${guardian.firstName}` });
  await line.getByRole('button', { name: 'Прекратить право' }).click();
  await expect(sheet(office).getByLabel('С какого дня доступа нет')).toHaveValue('2026-11-24');
  await expectNoBarriers(office, 'end of a right', 'dialog[open]');
  await sheet(office).getByRole('button', { name: 'Прекратить', exact: true }).click();
  await expect(sheet(office)).toHaveCount(0);
  // A toast waits while the pointer is on it.
  await office.locator('.toast').hover();
  await expect(phone.locator('.diary__day--focus')).toHaveCount(0, { timeout: 1_000 });
  await expect(phone.getByText(student.firstName)).toHaveCount(0);
  await phone.goBack();
  await expect(phone.getByText(student.firstName)).toHaveCount(0);

  await test.step('the toast gives it back', async () => {
    await office.getByRole('button', { name: 'Отменить', exact: true }).click();
    await expect(office.getByText('Право возвращено')).toBeVisible();
    await openDiary(phone, { schoolId: 1, studentId: student.id });
    await expect(phone.getByText(student.firstName).first()).toBeVisible();
  });
});

test('two of the office change one card: both are shown, and a person decides', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 409/);
  const first = await visitor('secretary');
  const second = await visitor('schoolAdmin');
  const child = (await studentsOf(first, '8А')).at(-1);
  if (!child) throw new Error('nobody is in 8А');
  for (const page of [first, second]) {
    await page.goto(`/people/1/persons/${child.id}`);
    await page.getByRole('button', { name: 'Изменить', exact: true }).click();
  }
  await sheet(first).getByLabel('Телефон').fill('+7 900 111-22-33');
  await sheet(first).getByRole('button', { name: 'Сохранить' }).click();
  await expect(sheet(first)).toHaveCount(0);
  await sheet(second).getByLabel('Телефон').fill('+7 900 444-55-66');
  await sheet(second).getByRole('button', { name: 'Сохранить' }).click();
  await expect(sheet(second).getByRole('alert')).toContainText('+7 900 111-22-33');
  await sheet(second).getByRole('button', { name: 'Оставить мои и сохранить' }).click();
  await expect(sheet(second)).toHaveCount(0);
  await expect(first.getByRole('link', { name: '+7 900 444-55-66' })).toBeVisible();
});

test('a student changes the subgroup by keyboard and by drag, from a day on', async ({ visitor }) => {
  test.setTimeout(120_000);
  const page = await visitor('secretary');
  await page.goto('/people/1/classes');
  await page.getByRole('link', { name: '8\u00a0«Б»' }).click();
  await page.getByRole('link', { name: 'Подгруппы' }).click();
  const division = page.locator('.division').first();
  const column = (at: number) => division.locator('.division__column').nth(at);
  const names = (at: number) => column(at).locator('.division__name').allTextContents();
  await expect(column(1)).toBeVisible();
  const before = [await names(0), await names(1)];
  const [byKey = '', byDrag = ''] = before[0] ?? [];

  await column(0).getByRole('button', { name: byKey }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(column(1).getByRole('button', { name: byKey })).toBeFocused();
  await column(0).getByRole('button', { name: byDrag }).dragTo(column(1));
  await expect(column(1).getByRole('button', { name: byDrag })).toBeVisible();
  await expectNoBarriers(page, 'subgroups about to change');
  await page.getByRole('button', { name: /Перевести 2\sучеников с 24 ноября/ }).click();
  await expect(page.getByText('Состав подгрупп изменён')).toBeVisible();
  await page.reload();
  await expect(column(1)).toBeVisible();
  expect((await names(1)).length).toBe((before[1]?.length ?? 0) + 2);

  await page.getByLabel('С какого дня').fill('2026-11-23');
  await page.getByLabel('С какого дня').blur();
  await expect(page).toHaveURL(/date=2026-11-23/);
  await expect(column(0).getByRole('button', { name: byKey })).toBeVisible();

  await test.step('the marks of the subject come along to the new page', async () => {
    const reader = await visitor('principal');
    const list = await reader.request.get('/api/schools/1/journal-pages');
    const { pages } = (await list.json()) as { pages: { id: string; group: { name: string } }[] };
    const own = pages.find(({ group }) => group.name === '8Б, английский язык, 2-я подгруппа');
    await reader.goto(`/journal/1/${own?.id ?? ''}`);
    const note = /В среднем учтены отметки из «8Б, английский язык, 1-я подгруппа»: \d/;
    await expect(grid(reader).locator('.end-1').filter({ hasText: note }).first()).toBeVisible();
  });
});

test('filters are kept, lists are downloaded', async ({ visitor }) => {
  const page = await visitor('principal');
  await page.goto('/people/1?kind=student&status=former');
  await expect(page.locator('.people-table')).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить фильтр' }).click();
  await page.getByLabel('Название фильтра').fill('Выбыли в этом году');
  await page.keyboard.press('Enter');
  await page.goto('/people/1');
  await page.getByRole('list', { name: 'Сохранённые фильтры' }).getByText('Выбыли в этом году').click();
  await expect(page).toHaveURL(/status=former/);
  await page.getByRole('button', { name: 'Удалить фильтр «Выбыли в этом году»' }).click();
  await expect(page.getByRole('list', { name: 'Сохранённые фильтры' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Зачислить ученика' })).toHaveCount(0);
  await page.locator('summary').filter({ hasText: 'Скачать' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: /XLSX/ }).click();
  const file = await (await downloading).createReadStream();
  const bytes = Buffer.concat(await file.toArray());
  const [sheetOfPeople] = readTables(bytes, 'people.xlsx');
  expect(sheetOfPeople?.rows[0]?.[0]?.text).toBe('Фамилия');
  expect(sheetOfPeople?.rows.length).toBe((await page.locator('.people-table tbody tr').count()) + 1);
});

for (const device of ['desktop', 'phone'] as const) {
  test(`nobody meets a barrier in the office on a ${device}`, async ({ visitor }) => {
    test.setTimeout(180_000);
    const page = await visitor('secretary', { device });
    const [student] = await studentsOf(page, '8Б');
    const eighth = await classIdOf(page, '8Б');
    for (const [address, ready] of [
      ['/people/1', '.people-table'],
      ['/people/1?search=такогонет', '.empty'],
      ['/people/1/classes', '.class-table'],
      ['/people/1/admission', '.admission__form'],
      [`/people/1/classes/${eighth}/subgroups`, '.subgroups'],
      [`/people/1/persons/${student?.id ?? ''}`, '.person-page'],
    ] as const) {
      await page.goto(address);
      await expect(page.locator(ready)).toBeVisible();
      await expectNoOverflow(page);
      await expectNoBarriers(page, `${address} on a ${device}`);
    }
    await page.getByRole('button', { name: 'Добавить родителя' }).click();
    await page.getByRole('button', { name: 'Новый человек' }).click();
    await expectNoBarriers(page, `a new guardian on a ${device}`, 'dialog[open]');
    await page.goto('/people/1/classes');
    await page.getByRole('link', { name: '8\u00a0«Б»' }).click();
    await expect(page.locator('.students-table')).toBeVisible();
    await expectNoOverflow(page);
    await expectNoBarriers(page, `a class on a ${device}`);
  });
}

/** «евои»: letters no surname of the demo ends in. */
const ending = () => Array.from({ length: 5 }, () => 'аеиоу'.charAt(Math.floor(Math.random() * 5))).join('');

type Names = { readonly lastName: string; readonly firstName: string; readonly middleName: string | null };

const loginOf = ({ lastName, firstName, middleName }: Names) =>
  `${latin(lastName)}.${latin(`${firstName.charAt(0)}${middleName?.charAt(0) ?? ''}`)}`;

/** A child with a guardian whose login nobody else of the school could have. */
async function aFamily(page: Parameters<typeof studentsOf>[0]) {
  const everybody = await page.request.get('/api/schools/1/people?status=all&limit=5000');
  const { people } = (await everybody.json()) as {
    people: readonly (Names & { id: string; wards: unknown[] })[];
  };
  for (const student of await studentsOf(page, '8Б')) {
    const guardian = student.guardians.find((one) => {
      const sameLogin = people.filter((other) => loginOf(other) === loginOf(one));
      return sameLogin.length === 1 && sameLogin[0]?.wards.length === 1;
    });
    if (guardian) return { student, guardian };
  }
  throw new Error('8Б has no such family');
}
