import type { CommandWords, Language } from './command.ts';

type SchoolOption =
  | 'name'
  | 'short-name'
  | 'time-zone'
  | 'ogrn'
  | 'kind'
  | 'region'
  | 'locality'
  | 'year'
  | 'admin'
  | 'no-bells'
  | 'data'
  | 'json';

type Made = {
  readonly schoolId: number;
  readonly name: string;
  readonly year: string;
  readonly login: string;
  readonly password: string;
};

const ru = {
  command: {
    summary: 'завести школу: год, четверти, каникулы, звонки, шкала, виды работ, предметы, администратор',
    operands: 'create',
    options: {
      name: 'полное название',
      'short-name': 'краткое название, как в шапке дневника',
      'time-zone': 'часовой пояс, например Europe/Moscow или Asia/Yekaterinburg',
      ogrn: 'ОГРН, 13 цифр',
      kind: 'вид: school, lyceum, gymnasium, boarding, evening, college, additional (по умолчанию school)',
      region: 'регион (по умолчанию не указан)',
      locality: 'населённый пункт (по умолчанию не указан)',
      year: 'год, в котором начинается первый учебный год (по умолчанию текущий)',
      admin: 'фамилия, имя и отчество администратора',
      'no-bells': 'без звонков: их возьмёт первое загруженное расписание',
      data: 'папка данных встроенной базы (по умолчанию .parta)',
      json: 'ответ одной строкой JSON',
    },
  } satisfies CommandWords<SchoolOption>,
  unknownAct: (act: string) => `«parta school ${act}» нет: есть «parta school create».`,
  missing: (option: string) => `Не хватает --${option}.`,
  badTimeZone: (zone: string) =>
    `Часового пояса «${zone}» нет: укажите его по базе IANA, например Europe/Moscow.`,
  badOgrn: (ogrn: string) => `ОГРН «${ogrn}» неверен: нужно 13 цифр с верной контрольной.`,
  badKind: (kind: string) => `Вида «${kind}» нет.`,
  badYear: (year: string) => `Год «${year}» не годится: нужно число от 2000 до 2100.`,
  badAdmin: 'В --admin нужны хотя бы фамилия и имя.',
  known: 'Школа с таким ОГРН уже заведена.',
  made: (made: Made) =>
    [
      `Школа заведена: ${made.name}, номер ${String(made.schoolId)}, учебный год ${made.year}.`,
      `Администратор: логин ${made.login}, одноразовый пароль ${made.password}`,
      'Пароль больше нигде не записан; при первом входе его нужно сменить.',
    ].join('\n'),
};

const en: typeof ru = {
  command: {
    summary:
      'make a school: year, grading periods, breaks, bells, mark scale, kinds of work, subjects, administrator',
    operands: 'create',
    options: {
      name: 'full name',
      'short-name': "short name, as in the diary's head",
      'time-zone': 'time zone, for example Europe/Moscow or Asia/Yekaterinburg',
      ogrn: 'OGRN, 13 digits',
      kind: 'kind: school, lyceum, gymnasium, boarding, evening, college, additional (school by default)',
      region: 'region (not named by default)',
      locality: 'town or village (not named by default)',
      year: 'calendar year in which the first academic year begins (the current one by default)',
      admin: "the administrator's last, first and middle name",
      'no-bells': 'without bells: the first imported timetable brings them',
      data: 'data folder of the embedded database (.parta by default)',
      json: 'answer in one line of JSON',
    },
  },
  unknownAct: (act) => `There is no "parta school ${act}": only "parta school create".`,
  missing: (option) => `--${option} is missing.`,
  badTimeZone: (zone) => `There is no time zone "${zone}": name one of IANA, for example Europe/Moscow.`,
  badOgrn: (ogrn) => `The OGRN "${ogrn}" is wrong: 13 digits with a right control digit are needed.`,
  badKind: (kind) => `There is no kind "${kind}".`,
  badYear: (year) => `The year "${year}" does not fit: a number from 2000 to 2100 is needed.`,
  badAdmin: '--admin needs at least a last and a first name.',
  known: 'A school with this OGRN is there already.',
  made: (made) =>
    [
      `The school is made: ${made.name}, number ${String(made.schoolId)}, academic year ${made.year}.`,
      `Administrator: login ${made.login}, one-time password ${made.password}`,
      'The password is kept nowhere else; it must be changed at the first sign-in.',
    ].join('\n'),
};

export const schoolWords: Readonly<Record<Language, typeof ru>> = { ru, en };
