import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partsOf } from '../identity-parts.ts';
import { twoClasses } from '../testing-classes.ts';
import { codeTo, letters, mailEnvironment } from '../testing-letters.ts';
import {
  postForm,
  signedInAs,
  testClock,
  testSchools,
  type SignInExtra,
  type TestClock,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0';
const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1';

describe('sign-ins worth telling', () => {
  let schools: TestSchools;
  let server: TestServer;
  let clock: TestClock;

  beforeAll(async () => {
    schools = await testSchools();
    await twoClasses(schools);
    // Whatever the hour of this run: nights are set by the tests.
    await setNight(0, 0);
    clock = testClock();
    server = await schools.server({ clock, environment: mailEnvironment });
  });
  afterAll(async () => {
    await server.stop();
    await schools.drop();
  });

  const setNight = (from: number, until: number) =>
    schools.superuser.query('update organisation.school set settings = settings || $1::jsonb', [
      JSON.stringify({ nightFrom: from, nightUntil: until }),
    ]);
  /** Signs in and waits for what is told of it. */
  async function enter(login: string, extra: SignInExtra = {}): Promise<string> {
    const cookie = await signedInAs(server, login, extra);
    await partsOf(server.platform).settled();
    return cookie;
  }
  const shared = async (login: string) => {
    await postForm(server, '/sign-in', { login, password: 'Верный-пароль-7Ё', shared: 'yes' });
    await partsOf(server.platform).settled();
  };
  const eventsOf = async (login: string) => {
    const { rows } = await schools.superuser.query<{ kind: string; device: string }>(
      `select e.kind, e.facts ->> 'device' as device from directory.security_event e
       join directory.account a on a.id = e.account_id where a.login = lower($1) order by e.id`,
      [login],
    );
    return rows.map(({ kind, device }) => `${kind} ${device}`.trim());
  };
  const shown = async (url: string, cookie: string) =>
    (await server.app.inject({ url, headers: { cookie } })).body;

  test('the first sign-in and the own computer are not; another device is, until its owner has seen it', async () => {
    const own = await enter('guardian', { userAgent: firefox });
    await enter('guardian', { cookie: own, userAgent: firefox });
    expect(await eventsOf('guardian')).toEqual([]);
    const mine = await enter('guardian', { cookie: own, userAgent: firefox });
    const stranger = await enter('guardian', { userAgent: iPhone });
    expect(await eventsOf('guardian')).toEqual(['newDevice Safari, iPhone']);
    const alarm = '"alarms":{"kind":"newDevice","device":"Safari, iPhone","count":1}';
    expect(await shown('/account', mine)).toContain(alarm);
    // The stranger can neither see nor put it away.
    expect(await shown('/account', stranger)).toContain('"alarms":null');
    expect(await shown('/security', stranger)).toContain('"kind":"newDevice"');
    expect(await shown('/account', mine)).toContain(alarm);
    expect(await shown('/security', mine)).toContain('"device":"Safari, iPhone"');
    expect(await shown('/account', mine)).toContain('"alarms":null');
  });

  test('another account hears nothing of it', async () => {
    const other = await enter('guardian Б');
    expect(await shown('/account', other)).toContain('"alarms":null');
    expect(await shown('/security', other)).not.toContain('newDevice');
  });

  test('staff at night, by the hours of the school and its time zone; never a family', async () => {
    const own = await enter('teacher Б', { userAgent: firefox });
    const family = await enter('student А', { userAgent: firefox });
    const hour = new Date(clock.now().getTime() + 3 * 3_600_000).getUTCHours();
    await setNight(hour, (hour + 1) % 24);
    await enter('teacher Б', { cookie: own, userAgent: firefox });
    await enter('student А', { cookie: family, userAgent: firefox });
    expect(await eventsOf('teacher Б')).toEqual(['nightSignIn Firefox, Windows']);
    expect(await eventsOf('student А')).toEqual([]);
    await setNight(0, 0);
    await enter('teacher Б', { cookie: own, userAgent: firefox });
    expect(await eventsOf('teacher Б')).toHaveLength(1);
  });

  test('a computer others use too is told once a day', async () => {
    await enter('teacher А');
    for (let at = 0; at < 3; at += 1) await shared('teacher А');
    expect(await eventsOf('teacher А')).toHaveLength(1);
    clock.moveBy(25 * 3_600_000);
    await shared('teacher А');
    expect(await eventsOf('teacher А')).toHaveLength(2);
    clock.moveBy(-25 * 3_600_000);
  });

  test('a letter tells it, without an address to open, and not more than three a day', async () => {
    const own = await enter('deputy', { userAgent: firefox });
    await postForm(server, '/contacts', { cookie: own, act: 'ask', email: 'alarmed@mail.test' });
    await postForm(server, '/contacts', { cookie: own, act: 'confirm', code: await codeTo('alarmed') });
    for (let at = 0; at < 12; at += 1) await enter('deputy', { userAgent: iPhone });
    expect(await eventsOf('deputy')).toHaveLength(10);
    const [, first] = await letters('alarmed', 4);
    expect(first?.subject).toBe('Вход с нового устройства');
    expect(first?.text).toContain('«deputy»');
    expect(first?.text).toContain('Safari, iPhone');
    expect(`${first?.text ?? ''}${first?.html ?? ''}`).not.toMatch(/https?:|href/u);
    await expect(letters('alarmed', 5)).rejects.toThrow('fewer than 5');
  });

  test('a closed mailbox gets no letter', async () => {
    await schools.superuser.query('update directory.account_contact set bounced_at = now()');
    clock.moveBy(25 * 3_600_000);
    await enter('deputy', { userAgent: iPhone });
    expect(await eventsOf('deputy')).toHaveLength(11);
    await expect(letters('alarmed', 5)).rejects.toThrow('fewer than 5');
  }, 30_000);
});
