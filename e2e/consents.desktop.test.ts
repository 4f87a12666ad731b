import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { extractText } from 'unpdf';
import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { classIdOf, sheet } from './steps/office.ts';
import { expectNoOverflow } from './steps/space.ts';

const photo = 'Публикация фотографий и видео';

test('a mother answers what the school asks; the office sees it at once, registers a paper and prints a blank', async ({
  visitor,
}) => {
  const office = await visitor('secretary');
  const classId = await classIdOf(office, '5А');
  const family = await silentFamily(office, classId);
  const mother = await visitor({ login: family.login }, { device: 'phone' });
  const document = mother
    .getByRole('region', { name: new RegExp(`^${family.student}`) })
    .locator('.consent', { hasText: photo });
  await office.getByRole('link', { name: 'Согласия', exact: true }).click();
  await office.getByRole('combobox', { name: 'Класс' }).selectOption({ label: '5\u00A0«А»' });
  await expect(office.getByRole('heading', { level: 1 })).toHaveText(/Согласия: 5\s«А»/);
  await office.getByRole('combobox', { name: 'Согласие' }).selectOption({ label: photo });
  const row = office.getByRole('row', { name: new RegExp(`^${family.student}`) });
  await expect(row).toContainText('нет ответа');
  await expectNoBarriers(office, 'consents of a class');

  await test.step('she reads the whole text and agrees; the office sees it without reloading', async () => {
    await mother.goto('/account');
    await mother.getByRole('link', { name: 'Согласия' }).click();
    await expect(mother.getByText(/Журнал и дневник школа ведёт по закону/)).toBeVisible();
    await open(document);
    await expect(document.getByText(/^Цель: рассказывать о жизни школы/)).toBeVisible();
    await expectNoBarriers(mother, 'consents of a family');
    await expectNoOverflow(mother);
    await document.getByRole('button', { name: /^Даю согласие/ }).click();
    await expect(mother.getByRole('status')).toHaveText('Согласие записано.');
    await expect(row).toContainText('подписано');
  });

  await test.step('she withdraws, and reads what that changes', async () => {
    await open(document);
    await expect(document.getByText(/Parta ничего не публикует/)).toBeVisible();
    await document.getByRole('button', { name: /^Отозвать согласие/ }).click();
    await expect(mother.getByRole('status')).toHaveText('Согласие отозвано.');
    await open(document);
    await document.getByText('Все ответы').click();
    await expect(document.locator('.consent__history li')).toHaveCount(2);
    await expectNoBarriers(mother, 'withdrawn');
    await expectNoOverflow(mother);
    await expect(row).toContainText('отказ');
  });

  await test.step('she brings the signed paper: without a date it is not registered', async () => {
    await row.getByRole('button', { name: /^Зарегистрировать бумагу/ }).click();
    await sheet(office).getByRole('button', { name: 'Записать' }).click();
    await expect(sheet(office).getByText('Укажите дату, которая стоит в бумаге')).toBeVisible();
    await sheet(office).getByLabel('Кто подписал').selectOption(family.guardianId);
    await sheet(office).getByLabel('Дата подписи').fill('2026-11-24');
    await expectNoBarriers(office, 'paper', 'dialog');
    await sheet(office).getByRole('button', { name: 'Записать' }).click();
    await expect(office.getByText('Бумага записана')).toBeVisible();
    await expect(row).toContainText('на бумаге');
    await office.getByRole('combobox', { name: 'Показать' }).selectOption('signed');
    await expect(row).toBeVisible();
    await mother.reload();
    await open(document);
    await expect(document).toContainText('на бумаге');
  });

  await test.step('a blank is filled with what the school knows', async () => {
    const [saved] = await Promise.all([
      office.waitForEvent('download'),
      row.getByRole('button', { name: /^Напечатать бланк/ }).click(),
    ]);
    const { text } = await extractText(new Uint8Array(await readFile(await saved.path())), {
      mergePages: true,
    });
    for (const part of [family.student, photo, 'Савельева Ольга Николаевна', 'Зареченск', 'Паспорт родителя'])
      expect(text).toContain(part);
  });
});

test('the administrator words a purpose of the school’s own, and says whether it asks again', async ({
  visitor,
}) => {
  const admin = await visitor('schoolAdmin');
  await admin.goto('/consents/1/purposes');
  await expectNoBarriers(admin, 'what the school asks');
  await admin.getByRole('button', { name: 'Добавить согласие' }).click();
  await sheet(admin).getByRole('button', { name: 'Добавить согласие' }).click();
  await expect(sheet(admin).getByText('Назовите согласие')).toBeVisible();
  await sheet(admin).getByLabel('Название').fill('Список для автобуса');
  await sheet(admin).getByLabel('Текст').fill('Школа передаст перевозчику фамилию и имя.');
  await expectNoBarriers(admin, 'a new purpose', 'dialog');
  await sheet(admin).getByRole('button', { name: 'Добавить согласие' }).click();
  const added = admin.getByRole('region', { name: 'Список для автобуса' });
  await expect(added).toContainText('спрашиваем');
  await added.getByRole('button', { name: /^Изменить текст/ }).click();
  await sheet(admin)
    .getByLabel('Новая редакция 2')
    .fill('Школа передаст перевозчику фамилию, имя и телефон родителя.');
  await expect(sheet(admin).getByText('Пока никто не согласился: спрашивать заново некого.')).toBeVisible();
  await expect(sheet(admin).getByText('Школа передаст перевозчику фамилию и имя.')).toBeVisible();
  await sheet(admin).getByRole('button', { name: 'Сохранить редакцию' }).click();
  await expect(added).toContainText('Редакция 2');
  await added.getByRole('button', { name: /^Не спрашивать/ }).click();
  await expect(added).toContainText('не спрашиваем');
});

/** Opens a document that is shut. */
async function open(document: Locator): Promise<void> {
  if ((await document.getAttribute('open')) === null) await document.locator('summary').first().click();
}

type Family = { readonly student: string; readonly guardianId: string; readonly login: string };

/** A child of the class about whom nobody has answered, and the login of the first guardian. */
async function silentFamily(office: Page, classId: string): Promise<Family> {
  const read = async (what: string) =>
    (await office.request.get(`/api/schools/1/classes/${classId}/${what}`)).json() as Promise<unknown>;
  const consents = (await read('consents')) as {
    purposes: { id: string; title: string }[];
    students: {
      id: string;
      lastName: string;
      firstName: string;
      signers: { id: string }[];
      consents: { purposeId: string; state: string }[];
    }[];
  };
  const access = (await read('access')) as {
    students: { guardians: { guardian: { personId: string; login: string | null; state: string } }[] }[];
  };
  const logins = new Map(
    access.students.flatMap(({ guardians }) =>
      guardians.map(({ guardian }) => [guardian.personId, guardian.login] as const),
    ),
  );
  const purpose = consents.purposes.find(({ title }) => title === photo)?.id;
  for (const { lastName, firstName, signers, consents: standing } of consents.students) {
    const [signer] = signers;
    const login = signer && logins.get(signer.id);
    const isSilent = standing.some(({ purposeId, state }) => purposeId === purpose && state === 'waits');
    if (!login || !isSilent) continue;
    return { student: `${lastName} ${firstName}`, guardianId: signer.id, login };
  }
  throw new Error('everybody has answered');
}
