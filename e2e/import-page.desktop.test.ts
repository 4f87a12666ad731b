import { readFile } from 'node:fs/promises';
import { readTables } from '#platform/spreadsheet/index.ts';
import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { expectNoOverflow } from './steps/space.ts';

const header = 'Фамилия;Имя;Дата рождения;Класс;Мама;Телефон мамы';
const bytes = (...rows: string[]) => Buffer.from([header, ...rows].join('\r\n'));

test('a list with mistakes: named by cell, downloaded, mended, loaded; the new ones are there', async ({
  visitor,
}) => {
  const office = await visitor('secretary');
  // A class and names of its own at every run.
  const ending = Array.from({ length: 6 }, () => 'абвгдежзик'.charAt(Math.floor(Math.random() * 10))).join(
    '',
  );
  const [lev, eva] = [`Листов${ending}`, `Листова${ending}`];
  const good = `${lev};Лев;03.02.2016;4Ю;${eva} Анна Ильинична;+7 912 000-00-01`;
  await office.getByRole('link', { name: 'Загрузка', exact: true }).click();
  await expect(office.getByRole('heading', { name: 'Списки' })).toBeVisible();
  await expect(office.getByRole('heading', { name: 'Расписание' })).toHaveCount(0);
  await expectNoBarriers(office, 'files');
  await office.getByRole('link', { name: 'Загрузить списки' }).click();
  const choose = (name: string, content: Buffer) =>
    office.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: content });

  await test.step('mistakes are named with their cells, and nothing is written', async () => {
    await choose('список.csv', bytes(good, `${eva};Ева;31.02.2016;4Ю;;`, `${eva};Зоя;весной;четвёртый;;`));
    const mend = office.getByRole('region', { name: 'Исправьте в файле' });
    await expect(mend).toContainText('список!C3');
    await expect(mend).toContainText('дата рождения 31.02.2016 не существует');
    await expect(mend).toContainText('класс «четвёртый» не распознан');
    await expect(office.getByRole('button', { name: 'Загрузить', exact: true })).toHaveCount(0);
    await expectNoBarriers(office, 'a list with mistakes');
    await office.setViewportSize({ width: 320, height: 640 });
    await expectNoOverflow(office);
    await office.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('the rows with errors are saved with what to mend', async () => {
    const [saved] = await Promise.all([
      office.waitForEvent('download'),
      office.getByRole('button', { name: 'Скачать строки с ошибками' }).click(),
    ]);
    const [sheet] = readTables(await readFile(await saved.path()), 'rows.xlsx');
    expect(sheet?.rows).toHaveLength(3);
    expect(sheet?.rows[1]?.at(-1)?.text).toContain('31.02.2016 не существует');
  });

  await test.step('a column with a title of its own is told what it holds', async () => {
    const odd = good.replace('03.02.2016', '2016-02-03');
    await choose('список.csv', Buffer.from(`${header.replace('Дата рождения', 'Появился')}\n${odd}`));
    await office.locator('.import-columns summary').click();
    await office.getByLabel('Появился').selectOption('дата рождения');
    await expect(office.getByRole('region', { name: 'Новые' })).toContainText(`${lev} Лев`);
    await expectNoBarriers(office, 'columns of a list');
  });

  await test.step('the mended list is loaded, and the people are there', async () => {
    await choose('список.csv', bytes(good, `${eva};Ева;28.02.2016;4Ю;;`));
    const fresh = office.getByRole('region', { name: 'Новые' });
    await expect(fresh).toContainText(`${eva} Ева`);
    await expect(fresh).toContainText(/родитель/);
    await office.getByRole('button', { name: 'Загрузить', exact: true }).click();
    await expect(office.getByRole('heading', { name: 'Загружено' })).toBeVisible();
    await expectNoBarriers(office, 'loaded');
    await office.getByRole('link', { name: 'Открыть список людей' }).click();
    await office.goto(`/people/1?kind=student&search=${encodeURIComponent(lev)}`);
    await expect(office.getByRole('row').filter({ hasText: lev })).toContainText(/4\s«Ю»/);
  });

  await test.step('the history says who loaded what', async () => {
    await office.goto('/import/1');
    await expect(office.getByRole('row').filter({ hasText: 'список.csv' }).first()).toContainText(/новых \d/);
  });

  await test.step('taking it back says what goes, is confirmed, and the people are in no list', async () => {
    const row = office.getByRole('row').filter({ hasText: 'список.csv' }).first();
    await row.getByRole('link', { name: 'Отменить загрузку: список.csv' }).click();
    await expect(office.getByRole('heading', { name: 'Отмена загрузки' })).toBeVisible();
    const going = office.getByRole('region', { name: 'Уйдёт' });
    await expect(going).toContainText(`${lev} Лев`);
    await expect(going).toContainText(/4\s«Ю»/);
    await expectNoBarriers(office, 'taking a file back');
    await office.setViewportSize({ width: 320, height: 640 });
    await expectNoOverflow(office);
    await office.setViewportSize({ width: 1440, height: 900 });
    await office.getByRole('button', { name: 'Отменить загрузку' }).click();
    await expect(office.getByRole('heading', { name: 'Загрузка отменена' })).toBeVisible();
    await expectNoBarriers(office, 'taken back');
    await office.goto(`/people/1?kind=student&search=${encodeURIComponent(lev)}`);
    await expect(office.getByRole('heading', { name: 'Люди' })).toBeVisible();
    await expect(office.getByRole('row').filter({ hasText: lev })).toHaveCount(0);
    await office.goto('/import/1');
    await expect(row).toContainText(/Отменена .*, /);
    await expect(row.getByRole('link')).toHaveCount(0);
  });
});
