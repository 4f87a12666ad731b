import { latin } from '#modules/identity/accounts/login-rules.ts';
import { readTables } from '#platform/spreadsheet/index.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { sheet } from './steps/office.ts';
import { expectNoOverflow } from './steps/space.ts';

test('a page is opened, gets a teacher, then another: history is kept and everybody sees it at once', async ({
  visitor,
}) => {
  test.setTimeout(120_000);
  const deputy = await visitor('deputyHead');
  const office = await visitor('secretary', { device: 'phone' });
  const { classId, subject, first, second } = await freePage(deputy);
  await office.goto(`/people/1/load?without=true&class=${classId}`);
  await expect(office.getByText('Ничего не нашлось')).toBeVisible();
  const row = (page: Page) => page.locator('.load-table tbody tr', { hasText: subject });

  await test.step('the deputy head opens a journal page without a teacher: it is told', async () => {
    await deputy.goto('/people');
    await deputy.getByRole('link', { name: 'Нагрузка' }).click();
    await expect(deputy.locator('.load-table')).toBeVisible();
    await deputy.getByLabel('Класс', { exact: true }).selectOption({ label: '3\u00a0«А»' });
    await deputy.getByRole('button', { name: 'Добавить страницу' }).click();
    const form = sheet(deputy);
    await form.getByLabel('Предмет').selectOption('Музыка');
    await expect(form.getByRole('alert')).toContainText('Такая страница уже есть');
    await expect(form.getByRole('button', { name: 'Добавить', exact: true })).toBeDisabled();
    await form.getByLabel('Предмет').selectOption(subject);
    await form.getByLabel('Часов в неделю').fill('0,55');
    await expect(form.getByText('Число от 0,1 до 40')).toBeVisible();
    await form.getByLabel('Часов в неделю').fill('1,5');
    await expectNoBarriers(deputy, 'a new journal page', 'dialog[open]');
    await form.getByRole('button', { name: 'Добавить', exact: true }).click();
    await expect(form).toHaveCount(0);
    await expect(row(deputy)).toContainText('без учителя');
    await expect(row(deputy)).toContainText('1,5');
    await expect(deputy.locator('.load-without')).toContainText('Без учителя');
    await expectNoBarriers(deputy, 'the load by class');
  });

  await test.step('the open phone of the office has it without a reload', async () => {
    await expect(row(office)).toContainText('без учителя');
    await expectNoOverflow(office);
    await expectNoBarriers(office, 'pages without a teacher on a phone');
  });

  await test.step('the office gives it a teacher, who finds the page in the journal', async () => {
    await row(office).getByRole('button').click();
    await sheet(office).getByLabel('Учитель').selectOption(first.id);
    await expect(sheet(office).getByRole('region', { name: 'Что изменится' })).toContainText('с 24 ноября');
    await sheet(office).getByRole('button', { name: 'Назначить' }).click();
    await expect(sheet(office)).toHaveCount(0);
    await expect(row(deputy)).toContainText(first.lastName);
    const teacher = await visitor({ login: loginOf(first) });
    await teacher.goto('/journal');
    await expect(teacher.getByRole('link').filter({ hasText: subject }).first()).toBeVisible();
  });

  await test.step('another teacher from December: no new page, the first stands in the history', async () => {
    await row(deputy).getByRole('button').click();
    await sheet(deputy).getByLabel('Учитель').selectOption(second.id);
    await sheet(deputy).getByLabel('С какого дня').fill('2026-12-01');
    const preview = sheet(deputy).getByRole('region', { name: 'Что изменится' });
    await expect(preview).toContainText('последний день 30 ноября');
    await expect(preview).toContainText('с 1 декабря');
    await sheet(deputy).getByRole('button', { name: 'Назначить' }).click();
    await expect(sheet(deputy)).toHaveCount(0);
    await expect(row(deputy)).toHaveCount(1);
    await expect(row(deputy)).toContainText(
      new RegExp(`${first.lastName}.*с.1 декабря ${second.lastName}`, 'u'),
    );
  });

  await test.step('the second is ended and the page told to be alone; the toast takes it back', async () => {
    await row(deputy).getByRole('button').click();
    await sheet(deputy)
      .getByRole('listitem')
      .filter({ hasText: second.lastName })
      .getByRole('button')
      .click();
    await sheet(deputy).getByLabel('Последний день').fill('2026-12-25');
    await expect(sheet(deputy).getByText('С 26 декабря страница останется без учителя.')).toBeVisible();
    await sheet(deputy).getByRole('button', { name: 'Закончить', exact: true }).last().click();
    await expect(sheet(deputy)).toHaveCount(0);
    await deputy.getByRole('button', { name: 'Отменить', exact: true }).last().click();
    await expect(deputy.getByText('Как было')).toBeVisible();
  });

  await test.step('the principal reads it by teacher, writes nothing, and takes the file', async () => {
    const principal = await visitor('principal');
    await principal.goto(`/people/1/load?view=teachers&class=${classId}`);
    await principal.getByLabel('Найти').fill(second.lastName);
    await expect(row(principal).first()).toContainText(/3\s«А»/u);
    await expect(principal.getByRole('button', { name: 'Добавить страницу' })).toHaveCount(0);
    await row(principal).first().getByRole('button').click();
    await expect(sheet(principal).getByRole('listitem')).toHaveCount(2);
    await expect(sheet(principal).getByLabel('Учитель')).toHaveCount(0);
    await principal.keyboard.press('Escape');
    await principal.locator('summary').filter({ hasText: 'Скачать' }).click();
    const downloading = principal.waitForEvent('download');
    await principal.getByRole('link', { name: /XLSX/ }).click();
    const file = await (await downloading).createReadStream();
    const [table] = readTables(Buffer.concat(await file.toArray()), 'load.xlsx');
    const line = table?.rows
      .map((cells) => cells.map(({ text }) => text))
      .find((cells) => cells[1] === subject && /^3.«А»$/u.test(cells[0] ?? ''));
    expect(line?.slice(3, 5)).toEqual(['1.5', `${first.lastName} ${first.firstName} ${first.middleName}`]);
  });
});

type Staff = {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly position: string;
};

const loginOf = ({ lastName, firstName, middleName }: Staff) =>
  `${latin(lastName)}.${latin(`${firstName.charAt(0)}${middleName.charAt(0)}`)}`;

/** A class, a subject it has no page of, and two teachers of other subjects whose surnames nobody else has. */
async function freePage(page: Page) {
  const answer = await page.request.get('/api/schools/1/load');
  const load = (await answer.json()) as Load;
  const everybody = await page.request.get('/api/schools/1/people?status=all&limit=5000');
  const { people } = (await everybody.json()) as {
    readonly people: readonly { readonly lastName: string }[];
  };
  const teachers = load.staff.filter(
    ({ lastName, position }) =>
      position.startsWith('Учитель') && people.filter((one) => one.lastName === lastName).length === 1,
  );
  const [first, second] = teachers.slice(-2);
  const classId = load.classes.find(({ grade, letter }) => `${grade}${letter}` === '3А')?.id ?? '';
  const ofClass = load.groups.filter(({ classIds }) => classIds.includes(classId)).map(({ id }) => id);
  const theirs = load.pages.filter(
    ({ groupId, teachers: stays }) =>
      ofClass.includes(groupId) || stays.some(({ staffId }) => [first?.id, second?.id].includes(staffId)),
  );
  const subject = load.subjects.find(
    ({ id, kind }) => kind === 'lesson' && theirs.every(({ subjectId }) => subjectId !== id),
  );
  if (!subject || !first || !second) throw new Error(`${teachers.length} teachers`);
  return { classId, subject: subject.name, first, second };
}

type Load = {
  readonly classes: readonly { readonly id: string; readonly grade: number; readonly letter: string }[];
  readonly groups: readonly { readonly id: string; readonly classIds: readonly string[] }[];
  readonly subjects: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly pages: readonly {
    readonly subjectId: string;
    readonly groupId: string;
    readonly teachers: readonly { readonly staffId: string }[];
  }[];
  readonly staff: readonly Staff[];
};
