import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  sessionStatus,
  cookiesOf,
  testSchools,
  type TestSchools,
  type TestServer,
} from '#modules/identity/testing-school.ts';
import { loadModules } from '../../../modules.ts';
import { newSetUpCode } from './code-commands.ts';
import { isLogin, isOgrn, printedCode, typedCode } from './rules.ts';

describe('rules', () => {
  test('a code is printed in fours and read however it is typed', () => {
    const code = printedCode(new Uint8Array([0, 31, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]));
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/u);
    expect(typedCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(typedCode(code));
    expect(typedCode('OIL0')).toBe('0110');
  });

  test.each([
    ['1027700132195', true],
    ['1027700132196', false],
    ['102770013219', false],
  ])('OGRN %s: %s', (text, isRight) => {
    expect(isOgrn(text)).toBe(isRight);
  });

  test.each([
    ['admin', true],
    ['иванов.ии', true],
    ['ab', false],
    ['-admin', false],
    ['admin school', false],
  ])('login %s: %s', (text, isRight) => {
    expect(isLogin(text)).toBe(isRight);
  });
});

describe('an empty server', () => {
  let schools: TestSchools;
  let server: TestServer;
  let code = '';
  beforeAll(async () => {
    schools = await testSchools();
    await schools.superuser.query('delete from organisation.school');
    const modules = (await loadModules()).filter(({ name }) => name !== 'identity');
    server = await schools.server({ modules });
    code = (await newSetUpCode(server.platform.database)) ?? '';
  });
  afterAll(async () => {
    await server.stop();
    await schools.drop();
  });

  const typed = {
    name: 'Средняя школа № 5',
    shortName: 'Школа № 5',
    kind: 'school',
    timeZone: 'Asia/Omsk',
    region: 'Омская область',
    locality: 'Тара',
    ogrn: '',
    lastName: 'Ёлкина',
    firstName: 'Анна',
    middleName: '',
    login: 'admin',
    password: 'трактор лунный кисель',
    repeated: 'трактор лунный кисель',
  };
  const post = (fields: Readonly<Record<string, string>>) =>
    server.app.inject({
      method: 'POST',
      url: '/setup',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  test.each([
    ['another code', { code: 'AAAA-AAAA-AAAA-AAAA' }, 'setup.wrongCode'],
    ['no code', { code: '' }, 'setup.fieldMissing'],
    ['no town', { locality: ' ' }, 'setup.fieldMissing'],
    ['an OGRN with a slip of the pen', { ogrn: '1027700132196' }, 'setup.badOgrn'],
    ['a login of two letters', { login: 'ab' }, 'setup.badLogin'],
    ['a password everybody has', { password: 'qwerty123', repeated: 'qwerty123' }, 'ownPassword.tooEasy'],
    ['a password repeated wrongly', { repeated: 'трактор лунный' }, 'ownPassword.notRepeated'],
  ])('%s is refused, nothing is made and what was typed stays', async (_, change, problem) => {
    const answer = await post({ ...typed, code, ...change });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(problem);
    expect(answer.body).toContain('Школа № 5');
    expect(answer.body).not.toContain(typed.password);
    const { rows } = await schools.superuser.query('select from directory.organisation');
    expect(rows).toHaveLength(0);
  });

  test('the code of an earlier start is void', async () => {
    const old = code;
    code = (await newSetUpCode(server.platform.database)) ?? '';
    expect((await post({ ...typed, code: old })).body).toContain('setup.wrongCode');
  });

  test('the right code makes the school and signs its administrator in, once', async () => {
    const made = await post({ ...typed, code: code.toLowerCase().replaceAll('-', ' ') });
    expect([made.statusCode, made.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/school\/\d+$/u),
    ]);
    expect(await sessionStatus(server, cookiesOf(made.headers['set-cookie']))).toBe(200);
    expect((await post({ ...typed, code })).statusCode).toBe(404);
    expect((await server.app.inject({ method: 'GET', url: '/setup' })).statusCode).toBe(404);
    expect(await newSetUpCode(server.platform.database)).toBeNull();
  });
});
