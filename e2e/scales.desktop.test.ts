import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { toast } from './steps/timetable.ts';

/** Journals of physics in grade 11 are nobody else's. */
test('a scale of twelve points: added, given to a journal, taken back; other worths are counted first', async ({
  visitor,
}) => {
  const deputy = await visitor('deputyHead');
  await deputy.goto('/school/1/scales');
  const card = (name: string) =>
    deputy.getByRole('region').filter({ has: deputy.getByRole('heading', { name }) });
  await expect(card('Пятибалльная')).toContainText('для новых журналов');
  await expectNoBarriers(deputy, 'the scales');

  await test.step('from a known scale, with a name and a mark twice refused', async () => {
    await deputy.getByRole('button', { name: 'Новая шкала' }).click();
    const sheet = deputy.getByRole('dialog');
    await sheet.getByLabel('Начать с шкалы').selectOption('Двенадцатибалльная');
    await sheet.getByLabel('Отметка, строка 2', { exact: true }).fill('12');
    await sheet.getByRole('button', { name: 'Сохранить' }).click();
    await expect(sheet.getByRole('alert')).toContainText('каждая один раз');
    await expectNoBarriers(deputy, 'a scale with mistakes');
    await sheet.getByLabel('Отметка, строка 2', { exact: true }).fill('11');
    await sheet.getByLabel('Название').fill('Двенадцать баллов');
    await sheet.getByRole('button', { name: 'Сохранить' }).click();
    await expect(card('Двенадцать баллов')).toContainText('нет журналов');
  });

  await test.step('a journal goes over to it, and back', async () => {
    await card('Двенадцать баллов').getByRole('button', { name: 'Выбрать журналы' }).click();
    const sheet = deputy.getByRole('dialog');
    await sheet.getByLabel('Предмет').selectOption('Физика');
    await sheet.getByLabel('С класса').selectOption('11');
    await sheet.getByLabel(/^11\s«А»/).uncheck();
    await sheet.getByRole('button', { name: /Перевести 1\sжурнал/ }).click();
    await expect(card('Двенадцать баллов')).toContainText(/1\sжурнал/);
    await toast(deputy).getByRole('button', { name: 'Отменить' }).click();
    await expect(card('Двенадцать баллов')).toContainText('нет журналов');
  });

  await test.step('what counts otherwise is told before it is written', async () => {
    await card('Пятибалльная').getByRole('button', { name: 'Изменить' }).click();
    const sheet = deputy.getByRole('dialog');
    await sheet.getByLabel('Сколько значит 4 в среднем балле').fill('4,6');
    await expect(sheet.getByRole('region', { name: 'Что изменится' })).toContainText(
      /Средний балл этого периода изменится у \d+ из \d+/,
    );
    await deputy.keyboard.press('Escape');
  });

  await test.step('the secretary reads them and changes nothing', async () => {
    const office = await visitor('secretary');
    await office.goto('/school/1/scales');
    await expect(office.getByRole('heading', { name: 'Двенадцать баллов' })).toBeVisible();
    await expect(office.getByRole('button', { name: 'Изменить' })).toHaveCount(0);
  });
});
