import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './support/journey.ts';
import { end, inFolder, parta, startServer } from './support/processes.ts';
import { cellOf, expectSaved, grid, marksIn } from './steps/journal.ts';
import { sendSignIn, setOwnPassword, skipConsents } from './steps/signing-in.ts';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const server = fileURLToPath(new URL('support/school-server.ts', import.meta.url));
const lists = ['ученики-utf8.csv', 'сотрудники.csv', 'нагрузка.csv'].map((name) => join(examples, name));
/** A Friday near the end of the lessons; in the afternoon the diary turns to the next school day. */
const friday = '2026-11-27T13:30:00+03:00';

test('an empty school, its lists and its timetable: the mark stands on a guardian’s phone', async ({
  visitor,
}) => {
  test.setTimeout(180_000);
  await inFolder(async (folder) => {
    const data = join(folder, 'school');
    const passwords = join(folder, 'accounts.csv');

    await test.step('the school is made', async () => {
      const named = [
        '--name',
        'Средняя школа № 5',
        '--short-name',
        'Школа № 5',
        '--admin',
        'Иванов Иван Иванович',
      ];
      const place = ['--time-zone', 'Europe/Moscow', '--year', '2026', '--no-bells', '--data', data];
      expect((await parta('school', 'create', ...named, ...place)).code).toBe(0);
    });

    const roster = ['import', 'roster', ...lists, '--school', '1', '--date', '2026-09-01', '--data', data];
    await test.step('a trial writes nothing, the writing writes all, the same again changes nothing', async () => {
      expect((await parta(...roster)).out).toContain('Это проверка, в базе ничего не изменено');
      const written = await parta(...roster, '--commit', '--accounts', passwords);
      expect(written.out).toContain('Записано.');
      expect(written.code).toBe(0);
      expect((await parta(...roster)).out).toContain('Отличий: 0,');
    });

    await test.step('the timetable of aSc', async () => {
      const xml = join(examples, 'расписание-asc.xml');
      const asked = ['--school', '1', '--from', '2026-09-01', '--data', data, '--commit'];
      const { code, out } = await parta('import', 'timetable', xml, ...asked);
      expect(out).toContain('Записано.');
      expect(code).toBe(0);
    });

    const { child, ready } = await startServer([server, data, friday]);
    try {
      const baseURL = String(ready['url']);
      const teacher = await visitor(null, { baseURL });
      const guardian = await visitor(null, { baseURL, device: 'phone' });

      await test.step('both sign in with the passwords of the file', async () => {
        for (const [page, name] of [
          [teacher, 'Кузнецова Мария Викторовна'],
          [guardian, 'Воронцова Анна Львовна'],
        ] as const) {
          await page.goto('/sign-in');
          await sendSignIn(page, credentialsOf(name, passwords));
          await setOwnPassword(page);
          if (page === guardian) await skipConsents(page);
          await expect(page).not.toHaveURL(/sign-in|own-password/);
        }
        await expect(guardian.getByText('Ева').first()).toBeVisible();
      });

      await test.step('the mark and where it shows', async () => {
        await teacher.getByRole('link', { name: 'Журнал', exact: true }).click();
        const card = teacher
          .locator('.page-cards')
          .getByRole('link')
          .filter({ hasText: /5\s«А»/ });
        await card.filter({ hasText: 'Русский язык' }).click();
        const focused = grid(teacher).locator('td[tabindex="0"]');
        await expect(focused).toBeFocused();
        const column = Number(await focused.getAttribute('data-column'));
        const cell = cellOf(teacher, 'Воронцова Ева', column);
        await cell.click();
        await teacher.keyboard.press('5');
        await expect(marksIn(cell)).toHaveText(['5']);
        await expectSaved(teacher);
        const lesson = guardian.locator('.lesson', { hasText: 'Русский язык' });
        await expect(lesson.getByRole('img', { name: /^Отметка 5/ })).toBeVisible();
      });
    } finally {
      await end(child, 'SIGTERM');
    }
  });
});

/** Login and one-time password of a person in the file the import wrote. */
function credentialsOf(name: string, file: string): { readonly login: string; readonly password: string } {
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .find((one) => one.includes(`"${name}"`));
  const [, , , login = '', password = ''] = (line ?? '')
    .trim()
    .split(';')
    .map((field) => field.replaceAll('"', ''));
  if (login === '') throw new Error(`${name} got no account`);
  return { login, password };
}
