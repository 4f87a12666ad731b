import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';

test('a teacher lands on the day, opens the lesson and marks with one hand', async ({ visitor }) => {
  const page = await visitor('teacher');
  await expect(page).toHaveURL(/\/day\/\d+$/);
  await expect(page.getByRole('list', { name: 'Уроки дня' })).toBeVisible();
  await expectNoBarriers(page, 'my day on a phone');
  await page.getByRole('link', { name: /^Урок \d/ }).click();

  const first = page.locator('.pupil-line').first();
  await test.step('the first student is on the screen without scrolling', async () => {
    await expect(first).toBeInViewport({ ratio: 1 });
    await expectNoBarriers(page, 'lesson mode');
  });

  await test.step('«Н» by its button, and back by the toast', async () => {
    const away = first.getByRole('button', { name: /^Нет:/ });
    const before = await away.getAttribute('aria-pressed');
    const after = before === 'true' ? 'false' : 'true';
    await away.click();
    await expect(away).toHaveAttribute('aria-pressed', after);
    await page.locator('.toast').getByRole('button', { name: 'Отменить' }).click();
    await expect(away).toHaveAttribute('aria-pressed', before ?? 'false');
  });

  await test.step('a mark goes on to the next student', async () => {
    await first.locator('.pupil').click();
    await page.locator('.pad').getByRole('button', { name: 'Отметка 5' }).click();
    await expect(first.locator('.chip').last()).toHaveText('5');
    await expect(page.locator('.pupil').nth(1)).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.journal__saving')).toHaveText(/сохранено в/);
  });
});
