import { readFile } from 'node:fs/promises';
import { readTables } from '#platform/spreadsheet/index.ts';
import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';

test('a deputy head sees what journals lack, down to the lesson, and opens a closed period with a reason', async ({
  visitor,
}) => {
  const deputy = await visitor('deputyHead');

  await test.step('by teacher and by class, down to the lessons', async () => {
    await deputy.getByRole('link', { name: 'Контроль', exact: true }).click();
    await expect(deputy.getByRole('heading', { level: 1 })).toHaveText('Заполнение журналов');
    await expectNoBarriers(deputy, 'completeness by teacher');
    await deputy.getByRole('link', { name: 'По классам' }).click();
    await expect(deputy.getByRole('rowheader', { name: /^7\s«Б»/ })).toBeVisible();
    await deputy.getByRole('link', { name: 'По учителям' }).click();
    const teacher = (await deputy.locator('tbody tr').first().getByRole('rowheader').innerText()).trim();
    await deputy.getByText('Скачать', { exact: true }).click();
    const [file] = await Promise.all([
      deputy.waitForEvent('download'),
      deputy.getByRole('button', { name: 'Таблица Excel (XLSX)' }).click(),
    ]);
    const [sheet] = readTables(await readFile(await file.path()), 'table.xlsx');
    expect(sheet?.rows[0]?.map(({ text }) => text)).toContain('без темы');
    expect(sheet?.rows[1]?.[0]?.text).toBe(teacher);
    const lacking = deputy.locator('tbody td a').first();
    await expect(lacking).toBeVisible();
    await lacking.click();
    await expect(deputy).toHaveURL(/\/control\/1\/lessons\?/);
    await expectNoBarriers(deputy, 'lessons that lack something');
    await deputy.getByRole('link', { name: 'К заполнению журналов' }).click();
    await expect(deputy.getByRole('heading', { level: 1 })).toHaveText('Заполнение журналов');
  });

  await test.step('the first quarter is opened for one grade, with a reason, and closed again', async () => {
    await deputy.getByRole('link', { name: 'Учебные периоды' }).click();
    const first = deputy
      .getByRole('listitem')
      .filter({ has: deputy.getByRole('heading', { name: /^1 четверть/ }) });
    await expect(first).toContainText('Закрыт');
    await first.getByRole('button', { name: 'Открыть снова' }).click();
    const sheet = deputy.getByRole('dialog');
    await sheet.getByText('Для некоторых').click();
    await sheet.getByRole('button', { name: 'Открыть период' }).click();
    await expect(sheet).toContainText('Напишите причину.');
    await expect(sheet).toContainText('Отметьте хотя бы один класс.');
    await sheet.getByLabel(/^4\sкласс/).check();
    await sheet.getByLabel('Почему период открывается').fill('Ошибка в отметке, приказ № 14');
    await expectNoBarriers(deputy, 'opening a period', 'dialog[open]');
    await sheet.getByRole('button', { name: 'Открыть период' }).click();
    await expect(sheet).toHaveCount(0);
    await first.getByText(/^Открывали/).click();
    await expect(first).toContainText('«Ошибка в отметке, приказ № 14»');
    await first.getByRole('button', { name: /^Закрыть/ }).click();
    await sheet.getByRole('button', { name: 'Закрыть период' }).click();
    await expect(sheet).toHaveCount(0);
    await expect(first.getByRole('button', { name: /^Закрыть/ })).toHaveCount(0);
  });
});
