import { expect, test } from './support/journey.ts';
import { accountOf, studentNamed } from './support/demo.ts';
import { dayInFocus, goToSection, startAddress } from './steps/family.ts';
import { signIn } from './steps/signing-in.ts';

test('a student reads the own diary', async ({ page }) => {
  await signIn(page, 'student');
  await expect(page).toHaveURL(new RegExp(`${startAddress(studentNamed('Морозов Артём'))}$`));
  await expect(dayInFocus(page)).toContainText('Алгебра');
  // One diary: there is nobody to switch to.
  await expect(page.locator('details.child')).toHaveCount(0);
  await goToSection(page, 'Отметки');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2-я четверть');
});

test("another student's diary and the journal are as if they were not there", async ({ page, noise }) => {
  noise.expect(/status of 404/);
  await signIn(page, 'student');
  const classmate = startAddress(studentNamed('Щербакова Вероника'));
  const otherSchool = startAddress(studentNamed('Морозова Алиса'));
  const places = [classmate, `${classmate}/marks`, `${classmate}/timetable`, otherSchool, '/journal'];
  for (const place of [...places, startAddress({ ...studentNamed('Морозов Артём'), schoolId: 2 })]) {
    const answer = await page.goto(place);
    expect(answer?.status(), place).toBe(404);
    await expect(page.getByRole('heading', { name: 'Такой страницы нет' })).toBeVisible();
    await expect(page.getByText('Вероника')).toHaveCount(0);
  }
  await page.getByRole('link', { name: 'На главную' }).click();
  await expect(page).toHaveURL(new RegExp(startAddress(studentNamed('Морозов Артём'))));
});

test('the API tells a student nothing of others either', async ({ page }) => {
  await signIn(page, 'student');
  const own = studentNamed('Морозов Артём');
  const other = studentNamed('Щербакова Вероника');
  const week = (id: string) => `/api/schools/1/students/${id}/diary?from=2026-11-24`;
  expect((await page.request.get(week(own.studentId))).status()).toBe(200);
  const refused = await page.request.get(week(other.studentId));
  expect(refused.status()).toBe(404);
  expect(await refused.text()).not.toContain('Вероника');
});

test('those without a place in any school are told what to do', async ({ page }) => {
  await signIn(page, 'platformOperator');
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText('За вами пока не закреплена ни одна школа')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(accountOf('platformOperator').login);
});
