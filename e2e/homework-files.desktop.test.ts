import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { demo } from './support/demo.ts';
import { expect, test } from './support/journey.ts';
import { waitForLife } from './steps/family.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { columnsOf, expectSaved, grid, openJournalPage } from './steps/journal.ts';

/** A class and people no other journey needs. */
const page = { group: '6 «А»', subject: 'Математика' };
const teacherOfPage = { login: 'yudina.oa' };
const guardianOfClass = { login: 'afanaseva.to' };
const today = '24 ноября';

const worksheet = {
  name: 'Лист «Дроби» № 1.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n% ${'Сократите дроби. '.repeat(5000)}\ntrailer\n%%EOF\n`),
};
const page404 = {
  name: 'тест.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('<!doctype html><h1>Тест'),
};
const photo = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4 ${name}\n%%EOF`),
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

test('a teacher attaches a worksheet, a family opens it, and nobody else does', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 422.*homework\/files/);
  noise.expect(/status of 404.*homework-files/);
  const teacher = await visitor(teacherOfPage);
  const guardian = await visitor(guardianOfClass, { device: 'phone', acceptDownloads: true });
  await guardian.goto('/diary');
  await waitForLife(guardian);
  const loaded = await guardian.evaluate(() => performance.timeOrigin);

  await openJournalPage(teacher, page);
  const [column = -1] = await columnsOf(teacher, today);
  await grid(teacher).locator(`th.head--day[data-column="${column}"]`).click();
  const panel = teacher.getByRole('dialog');
  await expect(panel.getByLabel('Домашнее задание')).toBeVisible();
  const files = panel.getByRole('list', { name: 'Файлы задания' });

  await test.step('chosen before a word is typed, it brings its own text', async () => {
    await panel.getByLabel('Домашнее задание').fill('');
    await panel.getByLabel('Прикрепить файлы').setInputFiles(worksheet);
    await expect(files.getByRole('link', { name: worksheet.name })).toBeVisible();
    await expect(panel.getByLabel('Домашнее задание')).toHaveValue('Задание в файле.');
    await panel.getByLabel('Домашнее задание').fill('Сократить дроби: лист 1');
    await expectSaved(teacher);
  });

  let address = '';
  await test.step('the open diary of a family learns of it and gives the same bytes', async () => {
    const row = guardian.locator('.lesson', { hasText: 'Сократить дроби: лист 1' });
    await expect(row).toHaveCount(1);
    await expect(row.getByRole('img', { name: 'Есть файлы' })).toBeVisible();
    expect(await guardian.evaluate(() => performance.timeOrigin)).toBe(loaded);
    await row.getByRole('link').click();
    const link = guardian.getByRole('dialog').getByRole('link', { name: worksheet.name });
    await expect(link.locator('..')).toContainText(/PDF, \d+\sКБ/);
    address = (await link.getAttribute('href')) ?? '';
    await expectNoBarriers(guardian, 'a file in the diary', 'dialog[open]');
    const got = await guardian.request.get(address);
    expect(got.status()).toBe(200);
    expect(sha256(await got.body())).toBe(sha256(worksheet.buffer));
    expect(got.headers()['content-disposition']).toContain(encodeURIComponent(worksheet.name));
    await guardian.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click();
    await expect(guardian.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('a page of the web under the name of a document is refused in words, and nothing is lost', async () => {
    await panel.getByLabel('Прикрепить файлы').setInputFiles([page404, photo('Лист 2.pdf')]);
    await expect(panel.getByRole('alert')).toContainText('тест.pdf');
    await expect(panel.getByRole('alert')).toContainText('Внутри это веб-страница, а не документ');
    await expect(files.getByRole('link')).toHaveText([worksheet.name, 'Лист 2.pdf']);
    await expect(panel.getByLabel('Домашнее задание')).toHaveValue('Сократить дроби: лист 1');
    await expectNoBarriers(teacher, 'files of homework', 'dialog[open]');
    await panel.getByRole('button', { name: 'Понятно' }).click();
    await expect(panel.getByRole('alert')).toHaveCount(0);
  });

  await test.step('dropped on the text it is attached too', async () => {
    await drop(teacher, 'Лист 3.pdf');
    await expect(files.getByRole('link')).toHaveText([worksheet.name, 'Лист 2.pdf', 'Лист 3.pdf']);
    await expect(guardian.getByText('Новый файл к заданию: Математика')).toBeAttached();
  });

  await test.step('taken off by mistake it is put back', async () => {
    await panel.getByRole('button', { name: 'Убрать файл Лист 2.pdf' }).click();
    await expect(files.getByRole('link')).toHaveText([worksheet.name, 'Лист 3.pdf']);
    await expect(panel.getByText('Файл «Лист 2.pdf» убран')).toBeVisible();
    await panel.getByRole('button', { name: 'Вернуть' }).click();
    await expect(files.getByRole('link')).toHaveText([worksheet.name, 'Лист 2.pdf', 'Лист 3.pdf']);
    await teacher.reload();
    await grid(teacher).locator(`th.head--day[data-column="${column}"]`).click();
    await expect(files.getByRole('link')).toHaveText([worksheet.name, 'Лист 2.pdf', 'Лист 3.pdf']);
  });

  await test.step('copied to another class the homework brings its files, and takes them along when taken back', async () => {
    const other = await teacher.context().newPage();
    await openJournalPage(other, { group: '11 «Б»', subject: 'Геометрия' });
    await other.getByRole('link', { name: 'Темы и задания' }).click();
    const copy = other.getByRole('row').filter({ hasText: 'Сократить дроби: лист 1' });
    await panel.getByText('Скопировать в другой класс').click();
    await panel
      .getByRole('listitem')
      .filter({ hasText: /11\s«Б».*Геометрия/ })
      .getByRole('checkbox')
      .check();
    await panel.getByRole('button', { name: 'Скопировать' }).click();
    await expect(panel.getByText(/скопированы в 1\sурок/)).toBeVisible();
    await expect(copy.getByRole('img', { name: 'Есть файлы' })).toBeVisible();
    await panel.getByRole('button', { name: 'Отменить копирование' }).click();
    await expect(copy).toHaveCount(0);
    await other.close();
  });

  await test.step('another family does not find it, and who is not signed in neither', async () => {
    const other = await visitor('guardian');
    expect((await other.request.get(address)).status()).toBe(404);
    const nobody = await visitor(null);
    expect((await nobody.request.get(new URL(address, demo().url).href)).status()).toBe(401);
  });
});

test('without script a family still finds the file', async ({ visitor }) => {
  const student = await visitor('student', { device: 'phone', javaScriptEnabled: false });
  await student.goto('/diary');
  const row = student.locator('.lesson').filter({ has: student.getByRole('img', { name: 'Есть файлы' }) });
  await row.first().getByRole('link').click();
  const link = student.locator('.diary__lesson').getByRole('link', { name: /^Рабочий лист/ });
  const got = await student.request.get((await link.first().getAttribute('href')) ?? '');
  expect([got.status(), got.headers()['content-type']]).toEqual([200, 'application/pdf']);
});

/** A file let go of over the text of the homework. */
async function drop(teacher: Page, name: string): Promise<void> {
  const data = await teacher.evaluateHandle((named) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([`%PDF-1.4 ${named}\n%%EOF`], named, { type: 'application/pdf' }));
    return transfer;
  }, name);
  await teacher
    .getByRole('dialog')
    .getByLabel('Домашнее задание')
    .dispatchEvent('drop', { dataTransfer: data });
}
