import type { Page } from '@playwright/test';
import { studentNamed } from './support/demo.ts';
import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { startAddress, waitForLife } from './steps/family.ts';
import { cellAt, columnsOf, expectSaved, marksIn, openJournalPage } from './steps/journal.ts';
import { chooseName, openWeek, toast, weekLessons } from './steps/timetable.ts';

/** Yesterday of the demo: held, and inside the edit window. */
const monday = '2026-11-23';
const substitute = { login: 'fadeeva.et' };

test('a teacher is ill: the deputy covers the day, the substitute marks, a family sees it at once', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 409.*timetable\/acts/);
  const deputy = await visitor('deputyHead');
  const guardian = await visitor('guardian', { device: 'phone' });
  await guardian.goto(`${startAddress(studentNamed('Щербакова Вероника'))}/week/${monday}`);
  await waitForLife(guardian);
  const loaded = await guardian.evaluate(() => performance.timeOrigin);
  const history = guardian
    .locator('.day', { hasText: /понедельник/i })
    .locator('.lesson', { hasText: 'История' });
  await expect(history).toBeVisible();
  await expect(history).not.toContainText('замена');

  await test.step('every lesson of the day has somebody proposed', async () => {
    await openWeek(deputy, { lens: 'teacher', name: 'Ермакова Р' });
    await deputy.getByRole('link', { name: 'Учитель отсутствует' }).click();
    await chooseName(deputy, 'Ермакова Р');
    await deputy.getByLabel('С какого дня').fill(monday);
    await deputy.getByLabel('По какой день').fill(monday);
    await expect(deputy).toHaveURL(/to=2026-11-23/);
    const rows = deputy.locator('.cover-row');
    await expect(rows).toHaveCount(7);
    await expect(deputy.getByText('7 замен')).toBeVisible();
    const chosen = deputy.getByLabel(/История, 7\s«Б»/);
    await expect(chosen.locator('option:checked')).toContainText('Фадеева');
  });

  await test.step('what was held is not cancelled, and it says which lesson', async () => {
    await deputy.getByLabel(/История, 10\s«Б»/).selectOption('Отменить урок');
    await deputy.getByRole('button', { name: 'Применить' }).click();
    const alert = deputy.getByRole('alert');
    await expect(alert).toContainText(/23 ноября, 4-й урок, История, 10\s«Б»: Урок состоялся/);
  });

  await test.step('one is left open, the rest applied as one act', async () => {
    await deputy.getByLabel(/История, 10\s«Б»/).selectOption({ index: 0 });
    await deputy.getByLabel(/Обществознание, 9\s«Б»/).selectOption('Оставить без замены');
    await expect(deputy.getByText(/6\sзамен, 1\sурок без учителя/)).toBeVisible();
    const seen = firstSight(guardian, 'Фадеева');
    const pressed = await pressAt(deputy, 'Применить');
    await expect(deputy).toHaveURL(/\/timetable\/1\/day\?date=2026-11-23/);
    const took = (await seen) - pressed;
    report('substitution', took);
    expect(took, 'milliseconds from the press to the open page of a phone').toBeLessThan(1_000);
    await expect(deputy.getByRole('region', { name: 'Без учителя' }).getByRole('row')).toHaveCount(2);
    await expect(deputy.getByRole('region', { name: 'Отсутствуют' })).toContainText(/Ермакова\sР/);
  });

  await test.step('the family reads who teaches, and never why', async () => {
    await expect(history).toContainText('замена');
    await expect(history).toContainText(/ведёт\sФадеева.*по\sрасписанию.*Ермакова/);
    await expect(guardian.locator('body')).not.toContainText(/болезн|больнич/i);
    expect(await guardian.evaluate(() => performance.timeOrigin)).toBe(loaded);
  });

  await test.step('the substitute finds the page, and marks in that lesson alone', async () => {
    const teacher = await visitor(substitute);
    await openJournalPage(teacher, { group: '7 «Б»', subject: 'История' });
    const [column = -1] = await columnsOf(teacher, '23 ноября');
    await cellAt(teacher, 4, column).click();
    await teacher.keyboard.press('5');
    await expectSaved(teacher);
    await expect(marksIn(cellAt(teacher, 4, column))).toContainText(['5']);
    await teacher.reload();
    await expect(marksIn(cellAt(teacher, 4, column)).last()).toHaveText('5');
    await teacher.context().close();
  });

  await test.step('taken back, all lessons stand as before', async () => {
    await deputy.getByRole('button', { name: /^Снять отсутствие/ }).click();
    await expect(toast(deputy).filter({ hasText: 'Отсутствие и все его замены сняты' })).toBeVisible();
    await expect(history).not.toContainText('замена');
    await expect(deputy.getByRole('region', { name: 'Отсутствуют' })).toHaveCount(0);
  });
});

test('one lesson: cancelled and undone, clashes named, live in a colleague’s open page', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 409.*timetable\/acts/);
  noise.expect(/ERR_FAILED.*timetable\/classes/);
  const deputy = await visitor('deputyHead');
  const colleague = await visitor('teacher');
  const at = { lens: 'class', name: '8 «А»', from: '2026-12-07' } as const;
  await openWeek(deputy, at);
  await openWeek(colleague, at);

  await test.step('who only reads sees the lesson and changes nothing', async () => {
    await weekLessons(colleague, 'История').first().click();
    const sheet = colleague.getByRole('dialog');
    await expect(sheet).toContainText('Учитель');
    await expect(sheet.getByLabel('Что изменить')).toHaveCount(0);
    await colleague.keyboard.press('Escape');
    await expect(colleague.getByRole('link', { name: 'Учитель отсутствует' })).toHaveCount(0);
  });

  await test.step('cancelled, and undone by the toast', async () => {
    await weekLessons(deputy, 'История').first().click();
    const sheet = deputy.getByRole('dialog');
    await sheet.getByLabel('Что изменить').selectOption('Отмена урока');
    await sheet.getByLabel('Причина').selectOption('карантин');
    await expect(sheet).toContainText('Семьи увидят эту причину');
    await sheet.getByRole('button', { name: 'Отменить урок' }).click();
    await expect(weekLessons(colleague, 'отмена')).toHaveCount(1);
    await expect(weekLessons(colleague, 'отмена').locator('s')).toHaveText(/История/);
    await toast(deputy).getByRole('button', { name: 'Отменить' }).click();
    await expect(weekLessons(colleague, 'отмена')).toHaveCount(0);
  });

  await test.step('a move onto another lesson of the class is named first', async () => {
    await weekLessons(deputy, 'История').first().click();
    const sheet = deputy.getByRole('dialog');
    await sheet.getByLabel('Что изменить').selectOption('Перенос');
    await sheet.getByLabel('Дата').fill('2026-12-09');
    await sheet.getByLabel('Номер урока').selectOption('2');
    await sheet.getByRole('button', { name: 'Перенести' }).click();
    await expect(sheet.getByRole('alert')).toContainText('Есть накладки');
    await expect(sheet.getByRole('alert')).toContainText(/У класса 8А в это время другой урок/);
    await sheet.getByRole('button', { name: 'Закрыть' }).click();
  });

  await test.step('two at once: the second sees what stands there', async () => {
    const principal = await visitor('principal');
    await openWeek(principal, at);
    await weekLessons(principal, 'История').first().click();
    const late = principal.getByRole('dialog');
    await late.getByLabel('Что изменить').selectOption('Отмена урока');
    // The news does not reach this page in time.
    await principal.route(/timetable\/classes/, (route) => route.abort());
    await weekLessons(deputy, 'История').first().click();
    const sheet = deputy.getByRole('dialog');
    await sheet.getByLabel('Что изменить').selectOption('Другой кабинет');
    await sheet.getByLabel('Свободные кабинеты').selectOption({ index: 2 });
    await sheet.getByLabel('Причина').selectOption('ремонт');
    await sheet.getByRole('button', { name: 'Сменить кабинет' }).click();
    await expect(weekLessons(colleague, /^(?!.*Кабинет).*кабинет/s)).not.toHaveCount(0);
    await late.getByRole('button', { name: 'Отменить урок' }).click();
    await expect(late.getByRole('alert')).toContainText('Урок уже изменил другой человек');
    await expect(late.getByRole('alert')).toContainText('Сейчас там');
    await toast(deputy).getByRole('button', { name: 'Отменить' }).click();
    await expect(toast(deputy).filter({ hasText: 'Изменение снято' })).toBeVisible();
  });
});

/** Presses a button and answers when. */
async function pressAt(page: Page, name: string): Promise<number> {
  const button = page.getByRole('button', { name });
  await button.scrollIntoViewIfNeeded();
  const pressed = page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        addEventListener('click', () => resolve(Date.now()), { once: true, capture: true }),
      ),
  );
  await button.click();
  return pressed;
}

/** Milliseconds since 1970 at which a text first stood on a page. */
function firstSight(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector('main')?.textContent.includes(wanted) !== true) return false;
          requestAnimationFrame(() => resolve(Date.now()));
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => {
          if (look()) observer.disconnect();
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    text,
  );
}

function report(what: string, took: number): void {
  test.info().annotations.push({ type: what, description: `${took} ms` });
}

test('two subgroups are taught together, their teachers read it, and taken back they part again', async ({
  visitor,
}) => {
  const deputy = await visitor('deputyHead');
  await openWeek(deputy, { lens: 'class', name: '8 «А»', from: '2026-12-14' });
  await weekLessons(deputy, 'Английский').first().click();
  const sheet = deputy.getByRole('dialog');
  await sheet.getByLabel('Что изменить').selectOption('Объединение групп');
  await sheet.getByRole('radio', { name: /2-я подгруппа/ }).check();
  await sheet.getByLabel('Причина').selectOption('болезнь учителя');
  await expectNoBarriers(deputy, 'merge of two groups', 'dialog[open]');
  await sheet.getByRole('button', { name: 'Объединить', exact: true }).click();
  await expect(toast(deputy)).toContainText('Группы объединены');
  await expect(weekLessons(deputy, 'вместе с другой группой').first()).toBeVisible();
  await toast(deputy).getByRole('button', { name: 'Отменить' }).click();
  await expect(weekLessons(deputy, 'вместе с другой группой')).toHaveCount(0);
});
