import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { expectNoOverflow } from './steps/space.ts';

test('a father with a slip that does not work finds out what to do, without script', async ({ visitor }) => {
  const phone = await visitor(null, { viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  await phone.goto('/code');
  await phone.getByRole('link', { name: 'Нет талона или код не подходит?' }).click();
  await expect(phone).toHaveTitle(/^Талона нет или он не подходит/);
  await expect(phone.getByRole('listitem').filter({ hasText: 'классного руководителя' })).toBeVisible();
  await phone.getByRole('link', { name: 'Забыли логин или пароль' }).click();
  await expect(phone.getByRole('heading', { name: 'Если почта привязана' })).toBeVisible();
  await phone.getByRole('link', { name: 'Восстановить доступ по почте' }).click();
  await phone.getByRole('link', { name: 'Не получается восстановить доступ?' }).click();
  await phone.getByRole('button', { name: 'English' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Forgotten login or password');
  await phone.getByRole('link', { name: 'Help', exact: true }).click();
  await phone.getByRole('link', { name: 'To signing in' }).click();
  await phone.getByRole('link', { name: 'How do I sign in?' }).click();
  await expect(phone).toHaveURL(/\/help\/first-sign-in$/);
});

test('the pages have no barriers and fit a small phone', async ({ visitor }) => {
  const phone = await visitor(null, { viewport: { width: 320, height: 640 } });
  for (const page of ['/help', '/help/forgotten', '/help/second-step', '/sign-in', '/code']) {
    await phone.goto(page);
    await expectNoBarriers(phone, page);
    await expectNoOverflow(phone);
  }
});
