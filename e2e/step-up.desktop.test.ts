import { Secret, TOTP } from 'otpauth';
import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { expectNoOverflow } from './steps/space.ts';

/** A teacher nobody else signs in as. */
const homeroomTeacher = { login: 'zhivago.ea' };

test('slips of a class are asked for half an hour after the last proof: a code, and they come', async ({
  visitor,
  noise,
}) => {
  noise.expect(/status of 40[13]/);
  const page = await visitor(homeroomTeacher);
  await page.goto('/security');
  await page.getByRole('button', { name: 'Настроить приложение' }).click();
  const key = (await page.locator('.security__key').textContent()) ?? '';
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
  await page.getByLabel('Код, который показало приложение').fill(totp.generate());
  await page.getByRole('button', { name: 'Включить' }).click();
  await page.getByRole('link', { name: 'Коды у меня' }).click();

  await page.goto('/access');
  const boxes = page.getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  // Nobody waits half an hour here: the first answer is the one the server then gives (step-up.test.ts holds it to that).
  await page.route(
    '**/access-slips',
    (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json; charset=utf-8',
        body: JSON.stringify({
          type: '/problems/proofNeeded',
          code: 'proofNeeded',
          status: 403,
          facts: { hasApp: true },
        }),
      }),
    { times: 2 },
  );
  const issue = page.getByRole('button', { name: /Выдать 2\sталона/ });
  const dialog = page.getByRole('dialog', { name: 'Подтвердите, что это вы' });

  await test.step('put off: nothing is lost', async () => {
    await issue.click();
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Отмена' }).click();
    await expect(page.getByText('Сначала подтвердите, что это вы.')).toBeVisible();
    await expect(boxes.nth(0)).toBeChecked();
    await expect(boxes.nth(1)).toBeChecked();
  });

  await test.step('a wrong code is told, the right one goes on with the act', async () => {
    await issue.click();
    await expectNoBarriers(page, 'who is it');
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoOverflow(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await dialog.getByLabel('Код из приложения').fill('000000');
    await dialog.getByRole('button', { name: 'Продолжить' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Код не подошёл');
    await dialog.getByLabel('Код из приложения').fill(totp.generate({ timestamp: Date.now() + 30_000 }));
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Продолжить' }).click(),
    ]);
    expect(await saved.failure()).toBe(null);
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/2\sталона в файле PDF/)).toBeVisible();
  });
});
