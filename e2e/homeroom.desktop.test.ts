import { expectNoBarriers } from './steps/looking.ts';
import { cellOf, columnsOf, openTodayLesson } from './steps/journal.ts';
import { expect, test } from './support/journey.ts';

const today = '24 ноября';

test('a homeroom morning: who is away, why, ahead of time; the family and the teacher see their part', async ({
  visitor,
  noise,
}) => {
  noise.expect(/422 .*absence-reasons/);
  const teacher = await visitor('teacher');
  await openTodayLesson(teacher, { group: '7 «Б»', subject: 'Алгебра' });
  const [column = -1] = await columnsOf(teacher, today);
  const homeroom = await visitor('homeroomTeacher');
  await homeroom.getByRole('link', { name: 'Класс', exact: true }).click();
  await expect(homeroom.getByRole('heading', { level: 1 })).toHaveText('7 «Б»');
  const line = (name: string) => homeroom.locator('.away-line', { hasText: name });

  await test.step('an absence the teacher marks appears by itself, without a reason yet', async () => {
    await cellOf(teacher, 'Котова Есения', column).click();
    await teacher.keyboard.press('KeyY');
    await expect(line('Котова Есения')).toContainText('причина не указана');
    await expect(line('Котова Есения')).toContainText('4-й урок');
  });

  await test.step('one key says why, the toast takes it back, a press says it again', async () => {
    await line('Котова Есения').getByRole('button', { name: 'уважительная', exact: true }).focus();
    await homeroom.keyboard.press('Comma');
    await expect(line('Котова Есения')).toContainText('по болезни, 24 ноября');
    await homeroom.getByRole('button', { name: 'Отменить' }).click();
    await expect(line('Котова Есения')).toContainText('причина не указана');
    await line('Котова Есения').getByRole('button', { name: 'уважительная', exact: true }).click();
    await expect(line('Котова Есения')).toContainText('по уважительной причине');
  });

  await test.step('the open journal page of the subject teacher shows it without a reload', async () => {
    await expect(cellOf(teacher, 'Котова Есения', column)).toHaveText('П');
  });

  await test.step('an absence is announced for days ahead, with a note', async () => {
    await homeroom.getByRole('button', { name: 'Предупредить об отсутствии' }).click();
    const sheet = homeroom.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Сохранить' }).click();
    await expect(sheet).toContainText('Заполните это поле');
    await sheet.getByLabel('Ученик').selectOption({ label: 'Щербакова Вероника' });
    await sheet.getByLabel('По какой день').fill('2026-11-20');
    await sheet.getByLabel('Примечание').fill('Справка 12');
    await sheet.getByRole('button', { name: 'Сохранить' }).click();
    await expect(sheet).toContainText('Последний день раньше первого');
    await expect(sheet.getByLabel('Примечание')).toHaveValue('Справка 12');
    await sheet.getByLabel('По какой день').fill('2026-11-26');
    await sheet.getByRole('button', { name: 'Сохранить' }).click();
    await expect(sheet).toBeHidden();
    await expect(line('Щербакова Вероника')).toContainText('по болезни, 24–26 ноября · Справка 12');
    await expect(line('Щербакова Вероника')).toContainText('предупреждали');
  });
});

test('the deputy head opens any class and reads no illness; a stranger finds no class', async ({
  visitor,
  noise,
}) => {
  noise.expect(/404 .*\/day/);
  const deputy = await visitor('deputyHead');
  await deputy.getByRole('link', { name: 'Класс', exact: true }).click();
  await deputy.getByRole('link', { name: '7 «Б»' }).click();
  await expect(deputy.getByRole('heading', { level: 1 })).toHaveText('7 «Б»');
  await deputy.goto(`${deputy.url().split('?')[0] ?? ''}?date=2026-11-19`);
  await expect(deputy.locator('.away-line').first()).toContainText('по уважительной причине');
  await expect(deputy.locator('.away-line').first()).not.toContainText('болезни');
  await expect(deputy.getByRole('button', { name: 'Предупредить об отсутствии' })).toHaveCount(0);
  const address = new URL(deputy.url()).pathname;
  const teacher = await visitor('teacher');
  await expect(teacher.getByRole('link', { name: 'Класс', exact: true })).toHaveCount(0);
  await teacher.goto(address);
  await expect(teacher.getByRole('alert')).toBeVisible();
});

test('the class on a day has no barriers', async ({ visitor }) => {
  const homeroom = await visitor('homeroomTeacher');
  await homeroom.goto('/homeroom');
  await expect(homeroom.getByRole('heading', { name: 'Журнал дня' })).toBeVisible();
  await expectNoBarriers(homeroom, 'the class on a day');
  await homeroom.getByRole('button', { name: 'Предупредить об отсутствии' }).click();
  await expectNoBarriers(homeroom, 'the reason’s sheet', '.sheet');
});

test('absences and contacts of the class have no barriers', async ({ visitor }) => {
  const homeroom = await visitor('homeroomTeacher');
  await homeroom.goto('/homeroom');
  await homeroom.getByRole('link', { name: 'Пропуски' }).click();
  await expect(homeroom.getByRole('row', { name: /Котова Есения/ })).toBeVisible();
  await expectNoBarriers(homeroom, 'absences of a month');
  await homeroom.getByRole('link', { name: 'Контакты' }).click();
  await expect(homeroom.locator('.contacts > li').first()).toContainText(/мать|отец|бабушка|дедушка|опекун/);
  await expectNoBarriers(homeroom, 'contacts of the class');
});
