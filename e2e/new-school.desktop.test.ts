import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { end, inFolder, startServer } from './support/processes.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { expectNoOverflow } from './steps/space.ts';
import { chooseName, openWeek, toast, weekLessons } from './steps/timetable.ts';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const server = fileURLToPath(new URL('support/school-server.ts', import.meta.url));
const lists = ['ученики-utf8.csv', 'сотрудники.csv', 'нагрузка.csv'];
/** By their bytes: a browser that runs without a locale finds no file of a Russian name. */
const picked = async (name: string) => ({
  name,
  mimeType: name.endsWith('.xml') ? 'text/xml' : 'text/csv',
  buffer: await readFile(join(examples, name)),
});
/** The first of September, before the first lesson: a school that starts with Parta. */
const september = '2026-09-01T07:30:00+03:00';

test('a school set up from nothing: the code, files, and what is better done by hand', async ({
  visitor,
  noise,
}) => {
  test.setTimeout(240_000);
  // The form that is refused, and the page that is gone afterwards.
  noise.expect(/status of 422 .*\/setup/u);
  noise.expect(/status of 404 .*\/setup/u);
  await inFolder(async (folder) => {
    const { child, ready } = await startServer([server, join(folder, 'school'), september]);
    try {
      const admin = await visitor(null, { baseURL: String(ready['url']) });
      await makeSchool(admin, String(ready['code']));
      await loadFiles(admin);
      await byHand(admin);
      await settle(admin);
    } finally {
      await end(child, 'SIGTERM');
    }
  });
});

async function makeSchool(admin: Page, code: string): Promise<void> {
  await test.step('the first page: a wrong code loses nothing, the right one opens the checklist', async () => {
    await admin.goto('/setup');
    await expectNoBarriers(admin, 'first page');
    for (const [label, text] of [
      ['Код установки', 'AAAA-AAAA-AAAA-AAAA'],
      ['Полное название', 'Средняя школа № 5 имени Н. А. Некрасова'],
      ['Краткое название', 'Школа № 5'],
      ['Регион', 'Ярославская область'],
      ['Населённый пункт', 'Ростов'],
      ['Фамилия', 'Ёлкина'],
      ['Имя', 'Анна'],
      ['Логин', 'elkina'],
      ['Пароль', 'трактор лунный кисель'],
      ['Пароль ещё раз', 'трактор лунный кисель'],
    ] as const)
      await admin.getByLabel(label, { exact: true }).fill(text);
    await admin.getByRole('button', { name: 'Создать школу и войти' }).click();
    await expect(admin.getByText('Код не подходит')).toBeVisible();
    await expect(admin.getByLabel('Краткое название')).toHaveValue('Школа № 5');
    await admin.getByLabel('Код установки').fill(code.toLowerCase());
    for (const label of ['Пароль', 'Пароль ещё раз'])
      await admin.getByLabel(label, { exact: true }).fill('трактор лунный кисель');
    await admin.getByRole('button', { name: 'Создать школу и войти' }).click();
    await expect(admin.getByRole('heading', { level: 1, name: 'Школа № 5' })).toBeVisible();
    await expect(admin.getByRole('heading', { name: 'Готово 4 из 8' })).toBeVisible();
    await expectNoBarriers(admin, 'checklist of a new school');
    expect((await admin.request.get('/setup')).status()).toBe(404);
  });
}

async function loadFiles(admin: Page): Promise<void> {
  const step = (name: string) => admin.locator('.steps > li').filter({ hasText: name });
  await test.step('students, staff and load from three files', async () => {
    await step('Классы и ученики').getByRole('link', { name: 'Из файла' }).click();
    await admin.locator('input[type=file]').setInputFiles(await Promise.all(lists.map(picked)));
    await admin.getByRole('button', { name: 'Загрузить', exact: true }).click();
    await expect(admin.getByRole('heading', { name: 'Загружено' })).toBeVisible();
  });
  await test.step('the timetable from the file of aSc', async () => {
    await admin.getByRole('link', { name: 'Школа', exact: true }).click();
    await expect(step('Нагрузка')).toContainText('журнал');
    await step('Расписание').getByRole('link', { name: 'Из файла' }).click();
    await admin.locator('input[type=file]').setInputFiles(await picked('расписание-asc.xml'));
    await admin.getByRole('button', { name: /^Записать|^Загрузить/u }).click();
    await expect(admin.getByRole('heading', { name: /Загружено|Записано/u })).toBeVisible();
    await admin.getByRole('link', { name: 'Школа', exact: true }).click();
    await expect(admin.getByRole('heading', { name: 'Школа готова к работе' })).toBeVisible();
    await expectNoBarriers(admin, 'checklist of a school that is ready');
    await admin.setViewportSize({ width: 320, height: 640 });
    await expectNoOverflow(admin);
    await admin.setViewportSize({ width: 1440, height: 900 });
  });
}

async function byHand(admin: Page): Promise<void> {
  await test.step('a class and a teacher who stand in no file', async () => {
    await admin.goto('/people/1/classes');
    await admin.getByRole('button', { name: 'Открыть класс' }).click();
    const form = admin.getByRole('dialog');
    await form.getByLabel('Параллель').selectOption('9');
    await form.getByLabel('Литера').fill('Ф');
    await form.getByRole('button', { name: 'Открыть класс' }).click();
    await expect(form).toHaveCount(0);
    await expect(admin.getByRole('row').filter({ hasText: /9\s«Ф»/u })).toBeVisible();
    await admin.goto('/people/1?kind=staff');
    await admin.getByRole('button', { name: 'Принять на работу' }).click();
    for (const [label, text] of [
      ['Фамилия', 'Новикова'],
      ['Имя', 'Яна'],
      ['Должность', 'учитель физики'],
    ] as const)
      await admin.getByRole('dialog').getByLabel(label, { exact: true }).fill(text);
    await expectNoBarriers(admin, 'taking somebody on', 'dialog[open]');
    await admin.getByRole('dialog').getByRole('button', { name: 'Принять на работу' }).click();
    await expect(admin.getByRole('heading', { level: 1, name: 'Новикова Яна' })).toBeVisible();
    await expect(admin.getByText('учитель', { exact: true })).toBeVisible();
  });

  await test.step('its load and its week without any file', async () => {
    await admin.goto('/people/1/load');
    await admin.getByRole('button', { name: 'Добавить страницу' }).click();
    const form = admin.getByRole('dialog');
    await form.getByLabel('Класс', { exact: true }).selectOption({ label: '9\u00a0«Ф»' });
    await form.getByLabel('Предмет').selectOption('Физика');
    await form.getByLabel('Часов в неделю').fill('2');
    const teacher = form.getByLabel('Учитель').locator('option', { hasText: 'Новикова' });
    await form.getByLabel('Учитель').selectOption((await teacher.getAttribute('value')) ?? '');
    await form.getByRole('button', { name: 'Добавить', exact: true }).click();
    await expect(form).toHaveCount(0);
    const step = admin.locator('.steps > li').filter({ hasText: 'Расписание' });
    await admin.goto('/school/1');
    await expect(step).toContainText(/без уроков 1\sжурнал/u);
    await step.getByRole('link', { name: 'Вручную' }).click();
    await chooseName(admin, '9 «Ф»');
    for (const at of ['1 2', '3 1']) {
      await admin.locator(`[data-at="${at}"]`).press('Enter');
      await admin.getByRole('searchbox', { name: 'Поставить урок' }).fill('физика');
      await admin.keyboard.press('Enter');
      await expect(admin.locator(`[data-at="${at}"]`)).toContainText('Новикова');
    }
    await expect(admin.getByText(/Поставлено 2 из\s2/u)).toBeVisible();
    await admin.getByRole('button', { name: /Сохранить с\s7\sсентября/u }).click();
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: /Сохранить с/u })
      .click();
    await expect(toast(admin)).toContainText('Расписание сохранено');
    await admin.goto('/school/1');
    await expect(step).not.toContainText('без уроков');
    await openWeek(admin, { lens: 'class', name: '9 «Ф»', from: '2026-09-07' });
    await expect(weekLessons(admin, 'Физика')).toHaveCount(2);
  });

  await test.step('breaks move, a wrong day is named at its place, undo brings them back', async () => {
    await admin.goto('/school/1/year');
    await expectNoBarriers(admin, 'academic year');
    const first = admin.getByLabel('Осенние каникулы: первый день');
    const stood = await first.inputValue();
    await first.fill('2027-01-20');
    await expect(admin.getByText('Каникулы заканчиваются раньше, чем начинаются.')).toBeVisible();
    await admin.getByRole('button', { name: 'Сохранить' }).click();
    await expect(first).toBeFocused();
    await first.fill('2026-10-26');
    await admin.getByRole('button', { name: 'Сохранить' }).click();
    await expect(admin.getByText(/Учебный год сохранён/u)).toBeVisible();
    await admin.getByRole('button', { name: 'Отменить' }).click();
    await expect(first).toHaveValue(stood);
  });

  await test.step('bells: tomorrow’s lessons take the new time', async () => {
    await admin.goto('/school/1/bells');
    await expectNoBarriers(admin, 'bells');
    await admin.getByLabel('Конец 1', { exact: true }).first().fill('09:05');
    await admin.getByRole('button', { name: 'Сохранить' }).click();
    await expect(admin.getByText(/Звонки сохранены, время изменилось: \d/u)).toBeVisible();
    await admin.goto('/timetable/1?date=2026-09-02');
    await expect(admin.getByRole('rowheader', { name: '1 08:30 09:05' })).toBeVisible();
  });
}

async function settle(admin: Page): Promise<void> {
  await test.step('a weight and a subject', async () => {
    await admin.goto('/school/1/subjects');
    await expectNoBarriers(admin, 'subjects');
    await admin.getByRole('button', { name: 'Контрольная работа', exact: true }).click();
    await admin.getByLabel('Вес').fill('5');
    await expect(admin.getByText('У работ, которые уже есть, останется 4')).toBeVisible();
    await expectNoBarriers(admin, 'a kind of work', 'dialog[open]');
    await admin.getByRole('button', { name: 'Сохранить' }).click();
    await expect(admin.getByRole('row', { name: 'К Контрольная работа 5' })).toBeVisible();
    await admin.getByRole('button', { name: 'Новый предмет' }).click();
    await admin.getByLabel('Название', { exact: true }).fill('Астрономия');
    await admin.getByLabel('Краткое название').fill('Астрономия');
    await admin.getByRole('button', { name: 'Сохранить' }).click();
    await expect(admin.getByRole('button', { name: 'Астрономия' })).toBeVisible();
  });

  await test.step('a rule shows what it would change before it is saved', async () => {
    await admin.goto('/school/1/settings');
    await expectNoBarriers(admin, 'rules');
    const days = admin.getByLabel('Дней на правку урока');
    await days.fill('тридцать');
    await expect(admin.getByText('Целое число от 0 до 730.')).toBeVisible();
    await days.fill('30');
    await expect(admin.getByRole('complementary')).toContainText('Открыты уроки с 2 августа');
    await admin.getByRole('button', { name: 'Сохранить' }).click();
    await expect(admin.getByText('Правила сохранены')).toBeVisible();
    await admin.reload();
    await expect(days).toHaveValue('30');
  });
}
