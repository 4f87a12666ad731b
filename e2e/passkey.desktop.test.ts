import type { Page } from '@playwright/test';
import { demoPassword } from './support/demo.ts';
import { expect, test } from './support/journey.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { sendSignIn, signOut } from './steps/signing-in.ts';
import { expectNoOverflow } from './steps/space.ts';

/** A teacher nobody else signs in as. */
const teacher = { login: 'levina.va' };

/** The device’s own keeper of keys, as a fingerprint reader would be; each browser has its own. */
async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('a passkey made in one browser signs in there; elsewhere the password alone does not', async ({
  visitor,
}) => {
  const own = await visitor({ login: teacher.login });
  await withAuthenticator(own);
  await own.goto('/security');
  await own.getByRole('link', { name: 'Добавить ключ доступа' }).click();
  await expectNoBarriers(own, 'making a passkey');
  await own.getByRole('button', { name: 'Создать ключ' }).click();
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Коды восстановления');
  await own.getByRole('link', { name: 'Коды у меня' }).click();
  await expect(own.getByText(/Ключ доступа: Chrome/)).toBeVisible();
  await expectNoBarriers(own, 'security with a passkey');

  await test.step('the same browser gets in by it', async () => {
    await own.goto('/account');
    await signOut(own);
    await sendSignIn(own, { login: teacher.login, password: demoPassword });
    await expect(own.getByRole('heading', { level: 1 })).toHaveText('Второй шаг');
    await expectNoBarriers(own, 'second step by passkey');
    await expectNoOverflow(own);
    await own.getByRole('button', { name: 'Войти с ключом доступа' }).click();
    await expect(own).not.toHaveURL(/sign-in/);
  });

  await test.step('another browser has no session by the password alone', async () => {
    const other = await visitor(null);
    await other.goto('/sign-in');
    await sendSignIn(other, { login: teacher.login, password: demoPassword });
    await expect(other.getByRole('button', { name: 'Войти с ключом доступа' })).toBeVisible();
    await other.getByRole('link', { name: /коду восстановления/ }).click();
    await expect(other.getByLabel('Код восстановления')).toBeVisible();
    await other.goto('/account');
    await expect(other).toHaveURL(/sign-in/);
  });

  await test.step('removed, the password is enough again', async () => {
    await own.goto('/security');
    await own.getByRole('button', { name: /Удалить ключ доступа/ }).click();
    await expect(own.getByText('Ключ доступа удалён').first()).toBeVisible();
    await own.goto('/account');
    await signOut(own);
    await sendSignIn(own, { login: teacher.login, password: demoPassword });
    await expect(own).not.toHaveURL(/sign-in/);
    await own.goto('/account');
    await signOut(own);
  });
});
