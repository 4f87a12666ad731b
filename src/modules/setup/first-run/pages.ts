import pg from 'pg';
import { passwordFault, shortestPassword, signInOn, wordsOfLogin } from '#modules/identity/index.ts';
import { schoolYearOf } from '#modules/organisation/index.ts';
import { form } from '#platform/form.ts';
import { page, redirectTo } from '#platform/page.ts';
import type { Platform } from '#platform/platform.ts';
import { platformProblem, Problem, refuse } from '#platform/problem.ts';
import { codeHash } from './code-commands.ts';
import { createSchool, type SchoolToMake } from './commands.ts';
import type { FirstRunFacts, FirstRunFields } from './facts.ts';
import { anySchool, spendCode } from './queries.ts';
import { isLogin, isOgrn, isTimeZone, schoolKinds } from './rules.ts';

const policy = {
  public: 'there is nobody yet who could sign in; the code from the terminal decides',
} as const;
const setUpPath = '/setup';

const nothing: FirstRunFields = {
  name: '',
  shortName: '',
  kind: 'school',
  timeZone: 'Europe/Moscow',
  region: '',
  locality: '',
  ogrn: '',
  lastName: '',
  firstName: '',
  middleName: '',
  login: '',
};

/** The first page of an empty server; once there is a school it is not there. */
export const firstRunPage = page({
  path: setUpPath,
  view: 'first-run',
  policy,
  async load({ platform }) {
    await requireEmpty(platform);
    return { typed: nothing, problem: null, field: null } satisfies FirstRunFacts;
  },
});

/** Makes the first school and signs its administrator in. */
export const firstRunForm = form({
  path: setUpPath,
  view: 'first-run',
  policy,
  async submit({ fields, request, platform }) {
    await requireEmpty(platform);
    const text = (name: string) => (fields.get(name) ?? '').normalize('NFC').trim().slice(0, 300);
    const typed = Object.fromEntries(
      (Object.keys(nothing) as (keyof FirstRunFields)[]).map((name) => [name, text(name)]),
    ) as FirstRunFields;
    const secret = {
      code: text('code'),
      password: fields.get('password') ?? '',
      repeated: fields.get('repeated') ?? '',
    };
    try {
      const school = schoolOf(typed, { ...secret, platform });
      const { schoolId } = await createSchool(platform, school, async (directory) => {
        if ((await directory.run(spendCode, [codeHash(secret.code)])) === 0)
          refuseField('code', 'setup.wrongCode');
      }).catch((error: unknown) => {
        if (error instanceof pg.DatabaseError && error.code === '23505')
          refuseField('login', 'setup.loginTaken');
        throw error;
      });
      const { cookies } = await signInOn(platform, request, {
        login: typed.login,
        password: secret.password,
      });
      return redirectTo(`/school/${schoolId}`, cookies);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, status, facts } = error;
      const field = typeof facts?.['field'] === 'string' ? facts['field'] : null;
      const data: FirstRunFacts = { typed, problem: { code, facts: facts ?? null }, field };
      return { kind: 'again', status, data };
    }
  },
});

async function requireEmpty({ database }: Pick<Platform, 'database'>): Promise<void> {
  const isThere = await database.identity((tx) => tx.text(anySchool));
  if (isThere === 'true') throw platformProblem('notFound');
}

type Secret = { readonly code: string; readonly password: string; readonly repeated: string };

/** What was typed as a school to make. Throws the first fault with its field. */
function schoolOf(
  typed: FirstRunFields,
  { code, password, repeated, platform }: Secret & { readonly platform: Platform },
): SchoolToMake {
  const needed: readonly (keyof FirstRunFields)[] = [
    'name',
    'shortName',
    'region',
    'locality',
    'lastName',
    'firstName',
  ];
  if (code === '') refuseField('code', 'setup.fieldMissing');
  for (const field of needed) if (typed[field] === '') refuseField(field, 'setup.fieldMissing');
  if (!isTimeZone(typed.timeZone)) refuseField('timeZone', 'setup.fieldMissing');
  if (typed.ogrn !== '' && !isOgrn(typed.ogrn)) refuseField('ogrn', 'setup.badOgrn');
  if (!isLogin(typed.login)) refuseField('login', 'setup.badLogin');
  const fault = passwordFault({ password, repeated }, [
    ...wordsOfLogin(typed.login),
    typed.lastName,
    typed.firstName,
  ]);
  if (fault !== null)
    refuseField(fault === 'notRepeated' ? 'repeated' : 'password', `ownPassword.${fault}`, {
      limit: shortestPassword,
    });
  const { login, ogrn, lastName, firstName, middleName, kind, ...card } = typed;
  const today = platform.clock.today(typed.timeZone);
  return {
    ...card,
    ogrn: ogrn === '' ? null : ogrn,
    kind: schoolKinds.find((known) => known === kind) ?? 'school',
    today,
    startYear: schoolYearOf(today),
    withBells: true,
    administrator: { lastName, firstName, middleName: middleName === '' ? null : middleName },
    access: { login, password },
  };
}

function refuseField(field: string, code: string, facts: Readonly<Record<string, unknown>> = {}): never {
  refuse(code, { ...facts, field }, 422);
}
