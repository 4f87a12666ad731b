import type { Page } from '@playwright/test';
import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { classIdOf, sheet, studentsOf } from './steps/office.ts';
import { expectNoOverflow } from './steps/space.ts';

test('a mother asks for a second child, the office confirms by a document, and the diary opens', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 422/);
  const office = await visitor('secretary');
  const mother = await visitor({ login: await loginOfGuardian(office, '3А') }, { device: 'phone' });
  const child = (await studentsOf(office, '3А')).at(-1);
  if (!child) throw new Error('nobody is in 3А');
  const name = `${child.lastName} ${child.firstName}`;
  await office.getByRole('link', { name: /^Заявки/ }).click();
  await expect(office.getByRole('heading', { level: 1 })).toHaveText('Заявки');

  await test.step('she asks; a wrong birthday loses nothing that was typed', async () => {
    await mother.goto('/account/add');
    await mother.getByRole('link', { name: 'Нет талона? Отправить заявку в школу' }).click();
    await expectNoBarriers(mother, 'asking');
    await expectNoOverflow(mother);
    await mother.getByLabel('Фамилия ребёнка').fill(child.lastName);
    await mother.getByLabel('Имя').fill(child.firstName);
    await mother.getByLabel('Дата рождения').fill('1990-01-01');
    await mother.getByLabel('Кем вы приходитесь').selectOption({ label: 'мать' });
    await mother.getByLabel('Документ о родстве').selectOption({ label: 'свидетельство о рождении' });
    await mother.getByRole('button', { name: 'Отправить' }).click();
    await expect(mother.getByRole('alert')).toContainText('Проверьте дату рождения');
    await expect(mother.getByLabel('Фамилия ребёнка')).toHaveValue(child.lastName);
    await expect(mother.getByLabel('Кем вы приходитесь')).toHaveValue('mother');
    await mother.getByLabel('Дата рождения').fill(child.birthDate ?? '');
    await mother.getByRole('button', { name: 'Отправить' }).click();
    await expect(mother.getByRole('status')).toHaveText('Заявка отправлена в школу.');
    await expect(mother.getByText(/Покажите в школе документ: свидетельство о рождении/)).toBeVisible();
    await expectNoBarriers(mother, 'asked');
    await expectNoOverflow(mother);
  });

  await test.step('the open queue shows it at once; without a document nothing is confirmed', async () => {
    await expect(office.getByRole('link', { name: 'Заявки Ждут: 3' })).toBeVisible();
    await office.getByRole('button', { name: `Рассмотреть заявку: ${name}` }).click();
    await expect(sheet(office).getByText('Похожие ученики')).toBeVisible();
    await expectNoBarriers(office, 'decision', 'dialog');
    await sheet(office)
      .getByRole('radio', { name: new RegExp(name) })
      .check();
    await sheet(office).getByRole('button', { name: 'Подтвердить родство' }).click();
    await expect(sheet(office).getByText('Укажите документ, который вы видели')).toBeVisible();
    await sheet(office)
      .getByLabel('Документ', { exact: true })
      .fill('свидетельство о рождении I-АБ № 765432');
    await sheet(office).getByRole('button', { name: 'Подтвердить родство' }).click();
    await expect(office.getByText('Родство подтверждено, дневник открыт')).toBeVisible();
    await expect(office.getByRole('button', { name: `Рассмотреть заявку: ${name}` })).toHaveCount(0);
    await expectNoBarriers(office, 'queue');
  });

  await test.step('she reads the answer and opens the diary', async () => {
    await mother.reload();
    await expect(mother.getByText('подтверждена', { exact: true })).toBeVisible();
    await mother.goto('/account');
    await mother.getByRole('link', { name: new RegExp(name) }).click();
    await expect(mother).toHaveURL(new RegExp(`/diary/1/${child.id}`));
  });
});

/** The login of the first guardian on a class's access list. */
async function loginOfGuardian(office: Page, name: string): Promise<string> {
  const answer = await office.request.get(`/api/schools/1/classes/${await classIdOf(office, name)}/access`);
  const { students } = (await answer.json()) as {
    students: readonly { guardians: readonly { guardian: { login: string | null } }[] }[];
  };
  return students[0]?.guardians[0]?.guardian.login ?? '';
}
