import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importRoster, importWords, undoLastImport } from '#modules/integrations/index.ts';
import { postSession, testSchools, type TestSchools } from '#modules/identity/testing-school.ts';
import { blindIndex } from '#platform/secrets/blind-index.ts';
import { fieldCipher } from '#platform/secrets/field-cipher.ts';
import { makeAccounts } from './import-accounts.ts';
import { undoText } from './import-report.ts';
import { createSchool } from '#modules/setup/index.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'parta-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('everybody of a new school signs in with what was printed', () => {
  let schools: TestSchools;
  beforeAll(async () => {
    schools = await testSchools();
  });
  afterAll(() => schools.drop());

  test('the administrator and the families', async () => {
    const { secrets, database, superuser } = schools;
    const at = { database: database.db, secrets };
    // The two schools of the test database are in no directory.
    await superuser.query('delete from organisation.school');
    const made = await createSchool(at, {
      name: 'Школа № 5',
      shortName: 'Школа № 5',
      timeZone: 'Europe/Moscow',
      kind: 'school',
      ogrn: null,
      region: 'Край',
      locality: 'Город',
      startYear: 2026,
      withBells: true,
      today: '2026-09-01',
      administrator: { lastName: 'Щукин', firstName: 'Юрий', middleName: null },
    });
    expect(made.login).toBe('shchukin.yu');
    const server = await schools.server();
    try {
      const { login, password } = made;
      expect((await postSession(server, login, { password })).statusCode).toBe(200);

      await importRoster(
        { database: database.db, keys: { cipher: fieldCipher(secrets), index: blindIndex(secrets) } },
        {
          schoolId: made.schoolId,
          files: [{ name: 'ученики.csv', bytes: readFileSync(join(examples, 'ученики-1251.csv')) }],
          date: '2026-09-10',
          commits: true,
          skipsBadRows: false,
        },
      );
      const path = join(folder, 'пароли.csv');
      const given = { schoolId: made.schoolId, date: '2026-09-10', words: importWords.ru };
      expect(await makeAccounts(at, { ...given, path })).toBe(24 + 27);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      const lines = readFileSync(path, 'utf8')
        .split('\r\n')
        .map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
      const mother = lines.find(([, name]) => name === 'Морозова Ольга Петровна') ?? [];
      expect(mother.slice(2, 4)).toEqual(['родитель', 'morozova.op']);
      const answer = await postSession(server, mother[3] ?? '', { password: mother[4] ?? '' });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('"firstName":"Артём"');
      expect(answer.body).toContain('"firstName":"Дарья"');
      const { rows } = await superuser.query(
        'select count(*)::int as count from directory.account where must_change_password',
      );
      expect(rows).toEqual([{ count: 24 + 27 + 1 }]);

      const second = join(folder, 'ещё.csv');
      expect(await makeAccounts(at, { ...given, path: second })).toBe(0);
      expect(existsSync(second)).toBe(false);

      const undo = await undoLastImport(database.db, { schoolId: made.schoolId, kind: null, commits: true });
      const text = undo ? undoText(undo, importWords.ru) : '';
      expect(text).toContain('Отмена загрузки: ученики.csv');
      expect(text).toMatch(/ученик Морозов.*: уже выдан доступ: есть учётная запись или талон/u);
      expect(text).toMatch(/Уйдёт: 0, станет как было: 0, останется: \d+\.\nЗагрузка отменена\.$/u);
    } finally {
      await server.stop();
    }
  });
});

describe('what cannot be imported is refused with one sentence', () => {
  const parta = (...args: string[]) =>
    spawnSync(process.execPath, [main, ...args], {
      encoding: 'utf8',
      env: { ...process.env, PARTA_LANG: 'ru' },
    });
  const large = join(folder, 'large.xlsx');
  writeFileSync(large, 'PK');
  truncateSync(large, 200 * 1024 * 1024);
  const map = join(folder, 'map.json');
  writeFileSync(map, '["7б"]');

  test.each([
    [['import', 'roster', large, '--school', '1'], /large\.xlsx: файл слишком велик: больше 20 МБ/u],
    [['import', 'roster', 'нет.csv', '--school', '1'], /Не найдено: «нет\.csv»/u],
    [['import', 'roster', 'нет.csv'], /Назовите школу/u],
    [['import', 'roster', '--school', '1'], /Назовите файл/u],
    [
      ['import', 'bells', 'a.xml', '--school', '1'],
      /«parta import bells» нет: есть roster, timetable и undo/u,
    ],
    [['import', 'undo'], /Назовите школу/u],
    [['import', 'undo', 'bells', '--school', '1'], /«parta import undo bells» нет/u],
    [['import', 'roster', large, '--school', '1', '--date', '2026-02-30'], /--date: «2026-02-30» не дата/u],
    [['import', 'roster', large, '--school', '1', '--accounts', 'a.csv'], /только с --commit/u],
    [['import', 'timetable', large, '--school', '1'], /Назовите первый день расписания/u],
    [
      ['import', 'timetable', large, '--school', '1', '--from', '2026-09-01', '--map', map],
      /Файл соответствий/u,
    ],
    [['school', 'destroy'], /«parta school destroy» нет/u],
    [['school', 'create', '--name', 'Ш', '--short-name', 'Ш'], /Не хватает --time-zone/u],
    [
      ['school', 'create', '--name', 'Ш', '--short-name', 'Ш', '--time-zone', 'Mars/Base'],
      /Часового пояса «Mars\/Base» нет/u,
    ],
    [
      [
        'school',
        'create',
        '--name',
        'Ш',
        '--short-name',
        'Ш',
        '--time-zone',
        'Asia/Omsk',
        '--ogrn',
        '1029100012346',
      ],
      /ОГРН «1029100012346» неверен/u,
    ],
  ])('%j', (args, sentence) => {
    const { status, stderr } = parta(...args);
    expect([status, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toMatch(sentence);
  });
});
