import { lettersTo } from '../tools/mail/letters.ts';
import { expect, test } from './support/journey.ts';
import { bouncesVariable, demoBoxes } from './support/demo.ts';
import { printSlip } from './steps/access.ts';
import { expectNoBarriers } from './steps/looking.ts';
import { setOwnPassword } from './steps/signing-in.ts';
import { expectNoOverflow } from './steps/space.ts';

test('a letter to a mistyped address comes back: the owner sees it, corrects it, and the code arrives', async ({
  visitor,
  noise,
}) => {
  test.skip(process.env[bouncesVariable] === undefined, 'OpenSMTPD and Dovecot need root');
  // The mailbox is read each minute.
  test.setTimeout(300_000);
  noise.expect(/status of 4(01|22)/);
  const homeroom = await visitor('homeroomTeacher', { device: 'desktop' });
  await homeroom.getByRole('link', { name: 'Доступ', exact: true }).click();
  const { login, code: slip } = await printSlip(homeroom, 10);
  const phone = await visitor(null);

  await test.step('the first sign-in asks for an e-mail; it is mistyped', async () => {
    await phone.goto(`/code#${slip.replace('-', '')}`);
    await phone.getByRole('button', { name: 'Войти' }).click();
    await setOwnPassword(phone);
    await phone.getByLabel('Адрес почты').fill('teta@gone.test');
    await phone.getByRole('button', { name: 'Прислать код' }).click();
    await expect(phone.getByText('Код отправлен на teta@gone.test')).toBeVisible();
    await expect(phone.getByText('Письма нет через пару минут?')).toBeVisible();
    await expectNoBarriers(phone, 'a code is on its way');
  });

  await test.step('the server says that nobody lives there', async () => {
    await expect(async () => {
      await phone.reload();
      await expect(phone.getByRole('alert')).toContainText('Письмо с кодом не дошло до teta@gone.test', {
        timeout: 500,
      });
    }).toPass({ timeout: 180_000, intervals: [3_000] });
    await expect(phone.getByRole('alert')).toContainText('Такого адреса не существует');
    await expect(phone.getByLabel('Адрес почты')).toHaveValue('teta@gone.test');
    await expectNoBarriers(phone, 'a letter came back');
    await expectNoOverflow(phone);
  });

  await test.step('the homeroom teacher sees that letters do not arrive, not where to', async () => {
    await homeroom.reload();
    const row = homeroom.getByRole('row').filter({ hasText: login });
    await expect(row).toContainText('письма на почту не доходят');
    await expect(homeroom.getByText('gone.test')).toHaveCount(0);
    await expectNoBarriers(homeroom, 'access with a mark');
  });

  await test.step('the account says so too, with the way to put it right', async () => {
    await phone.goto('/account');
    await expect(phone.getByRole('alert')).toContainText('Письма на teta@gone.test не доходят');
    await expectNoBarriers(phone, 'account with a mark');
    await expectNoOverflow(phone);
    await phone.getByRole('link', { name: 'Исправить адрес' }).click();
  });

  await test.step('corrected: the code arrives and is confirmed', async () => {
    await phone.getByLabel('Адрес почты').fill('teta@mail.test');
    await phone.getByRole('button', { name: 'Прислать код' }).click();
    await expect(phone.getByText('Код отправлен на teta@mail.test')).toBeVisible();
    const [letter] = await lettersTo(demoBoxes(), 'teta', 1);
    await phone.getByLabel('Код из письма').fill(/\b\d{6}\b/u.exec(letter?.text ?? '')?.[0] ?? '');
    await phone.getByRole('button', { name: 'Подтвердить' }).click();
    await expect(phone.getByText('Сейчас привязан адрес teta@mail.test')).toBeVisible();
    await homeroom.reload();
    await expect(homeroom.getByRole('row').filter({ hasText: login })).not.toContainText('не доходят');
  });
});
