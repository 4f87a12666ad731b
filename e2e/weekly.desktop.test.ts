import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { readTables } from '#platform/spreadsheet/index.ts';
import { expect, test } from './support/journey.ts';
import { waitForLife } from './steps/family.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { expectNoOverflow } from './steps/space.ts';
import { chooseName, openWeek, toast } from './steps/timetable.ts';

/** 10 «А» belongs to this journey alone; its weeks from the end of November stand at the end as at the beginning. */
const name = '10 «А»';
const guardianOfClass = { login: 'alekseeva.mt' };
const monday = '2026-11-30';

// One class, one after the other.
test.describe.configure({ mode: 'serial' });

const slot = (page: Page, weekday: number, number: number) =>
  page.locator(`[data-at="${weekday} ${number}"]`);
/** A letter that the test's keyboard has no key for. */
const typed = (place: Locator, letter: string) => place.dispatchEvent('keydown', { key: letter });
const clashes = (page: Page) => page.getByRole('region', { name: 'Накладки' });
const saveBar = (page: Page) => page.getByRole('region', { name: 'Несохранённые изменения' });

test('a class gets another week from next Monday, by keyboard; a clash is named and mended', async ({
  visitor,
}) => {
  test.setTimeout(120_000);
  const deputy = await visitor('deputyHead');
  const principal = await visitor('principal');
  const guardian = await visitor(guardianOfClass, { device: 'phone' });
  await guardian.waitForURL(/\/diary\//);
  await guardian.goto(`${new URL(guardian.url()).pathname}/week/${monday}`);
  await waitForLife(guardian);
  const diaryMonday = guardian.locator('.day', { hasText: /понедельник/i }).locator('.lesson');
  const stood = await diaryMonday.allTextContents();

  await openWeek(deputy, { lens: 'class', name, from: monday });
  await deputy.getByRole('link', { name: 'Постоянное расписание' }).click();
  await expect(deputy.getByRole('heading', { level: 1, name: /10\s«А»/u })).toBeVisible();
  await expect(deputy.getByLabel('Действует с')).toHaveValue(monday);
  await expect(slot(deputy, 1, 2)).toContainText('Физика');
  const classId = new URL(deputy.url()).searchParams.get('class') ?? '';
  const week = () => lessonsOf(deputy, classId);
  const before = await week();
  await expectNoBarriers(deputy, 'the week of a class');

  await test.step('the week goes home as a workbook', async () => {
    await deputy.getByText('Скачать', { exact: true }).click();
    const [file] = await Promise.all([
      deputy.waitForEvent('download'),
      deputy.getByRole('button', { name: 'Таблица Excel (XLSX)' }).click(),
    ]);
    const [sheet] = readTables(await readFile(await file.path()), 'week.xlsx');
    expect(sheet?.rows[0]?.[1]?.text).toBe('понедельник');
    expect(sheet?.rows.map((row) => row[1]?.text).join('\n')).toContain('Физика');
  });

  await test.step('a letter finds a subject, Enter puts it: the teacher is needed twice, and it is said', async () => {
    await slot(deputy, 1, 2).focus();
    await deputy.keyboard.press('Delete');
    await expect(slot(deputy, 1, 2)).not.toContainText('Физика');
    await typed(slot(deputy, 1, 2), 'р');
    await expect(deputy.getByRole('searchbox', { name: 'Поставить урок' })).toBeFocused();
    await deputy.keyboard.type('усск');
    await expectNoBarriers(deputy, 'one lesson of the week', 'dialog[open]');
    await deputy.keyboard.press('Enter');
    await expect(deputy.getByRole('dialog')).toHaveCount(0);
    await expect(slot(deputy, 1, 2)).toContainText('Русский язык');
    await expect(clashes(deputy)).toContainText(/Орлова\sН\.\sП\.: в это же время 7\s«В», Русский язык/u);
    await expect(deputy.getByRole('region', { name: 'Нагрузка класса' })).toContainText(/3 из\s2/u);
  });

  await test.step('nothing is lost by a reload, nothing is written yet', async () => {
    await deputy.reload();
    await expect(slot(deputy, 1, 2)).toContainText('Русский язык');
    await expect(clashes(deputy)).toBeVisible();
    expect(await week()).toEqual(before);
  });

  await test.step('mended by arrows: physics is the eighth lesson now, and the clash is gone', async () => {
    await slot(deputy, 1, 2).focus();
    await deputy.keyboard.press('Delete');
    for (let row = 2; row < 8; row += 1) await deputy.keyboard.press('ArrowDown');
    await expect(slot(deputy, 1, 8)).toBeFocused();
    await typed(slot(deputy, 1, 8), 'ф');
    await expect(deputy.getByRole('searchbox', { name: 'Поставить урок' })).toBeFocused();
    await deputy.keyboard.type('изика');
    await deputy.keyboard.press('Enter');
    await expect(slot(deputy, 1, 8)).toContainText('Физика');
    await expect(clashes(deputy)).toHaveCount(0);
  });

  await test.step('another head edits the same class meanwhile', async () => {
    await principal.goto(`/timetable/1/weekly?class=${classId}`);
    await expect(slot(principal, 2, 8)).toBeVisible();
    await slot(principal, 2, 1).focus();
    await principal.keyboard.press('Control+KeyX');
    await principal.keyboard.press('End');
    await principal.keyboard.press('Control+KeyV');
    await expect(saveBar(principal)).toBeVisible();
  });

  await test.step('what will happen is seen, then done: the open diary shows it', async () => {
    await saveBar(deputy)
      .getByRole('button', { name: /Сохранить с\s30\sноября/u })
      .click();
    const sheet = deputy.getByRole('dialog');
    await expect(sheet).toContainText(/измен[ия]тся \d+\sурок/u);
    await expectNoBarriers(deputy, 'what will happen', 'dialog[open]');
    await sheet.getByRole('button', { name: /Сохранить с/u }).click();
    await expect(toast(deputy)).toContainText(/Расписание сохранено с\s30\sноября/u);
    await expect(saveBar(deputy)).toHaveCount(0);
    await expect(diaryMonday.last()).toContainText('Физика');
    const after = await week();
    expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    const changed = after.filter(({ id, number }) => before.find((one) => one.id === id)?.number !== number);
    expect(changed).toMatchObject([{ date: monday, number: 8, subject: { name: 'Физика' } }]);
  });

  await test.step('the other one loses nothing and carries the edits over', async () => {
    await expect(saveBar(principal).getByRole('alert')).toContainText('изменил другой человек');
    await saveBar(principal).getByRole('button', { name: 'Перенести мои правки' }).click();
    await expect(slot(principal, 1, 8)).toContainText('Физика');
    await expect(saveBar(principal)).toContainText('Не сохранено');
    await expect(saveBar(principal).getByRole('alert')).toHaveCount(0);
    await saveBar(principal).getByRole('button', { name: 'Вернуть как было' }).click();
    await expect(saveBar(principal)).toHaveCount(0);
  });

  await test.step('taken back: the same lessons stand where they stood', async () => {
    await toast(deputy).getByRole('button', { name: 'Отменить' }).click();
    await expect(toast(deputy).filter({ hasText: 'Расписание возвращено' })).toBeVisible();
    await expect(slot(deputy, 1, 2)).toContainText('Физика');
    expect(places(await week())).toEqual(places(before));
    await expect.poll(() => diaryMonday.allTextContents()).toEqual(stood);
  });
});

test('on a phone one day is put together by touch', async ({ visitor }) => {
  const deputy = await visitor('deputyHead', { device: 'phone' });
  await deputy.goto('/timetable/1/weekly');
  await chooseName(deputy, name);
  await deputy.getByRole('button', { name: 'вторник', exact: true }).first().tap();
  await slot(deputy, 2, 8).tap();
  const sheet = deputy.getByRole('dialog');
  await expectNoBarriers(deputy, 'one lesson on a phone', 'dialog[open]');
  await sheet.getByRole('button', { name: /^Химия/u }).tap();
  await expect(slot(deputy, 2, 8)).toContainText('Химия');
  await expectNoOverflow(deputy);
  await deputy.setViewportSize({ width: 320, height: 640 });
  await expectNoOverflow(deputy);
  await slot(deputy, 2, 8).tap();
  await sheet.getByRole('button', { name: 'Убрать: Химия' }).tap();
  await deputy.keyboard.press('Escape');
  await expect(saveBar(deputy)).toHaveCount(0);
});

test('who does not change the timetable finds no such page', async ({ visitor }) => {
  const teacher = await visitor('teacher');
  await openWeek(teacher, { lens: 'class', name });
  await expect(teacher.getByRole('link', { name: 'Постоянное расписание' })).toHaveCount(0);
  await teacher.goto('/timetable/1/weekly');
  await expect(teacher.getByRole('grid')).toHaveCount(0);
});

type Lesson = {
  readonly id: string;
  readonly date: string;
  readonly number: number;
  readonly subject: { readonly name: string };
};

async function lessonsOf(page: Page, classId: string): Promise<readonly Lesson[]> {
  const answer = await page.request.get(`/api/schools/1/timetable/classes/${classId}?from=${monday}`);
  const { days } = (await answer.json()) as { days: { lessons: Lesson[] }[] };
  return days.flatMap(({ lessons }) => lessons);
}

const places = (lessons: readonly Lesson[]) =>
  lessons.map(({ id, date, number }) => `${date} ${number} ${id}`).toSorted();
