import type { CommandWords, Language } from './command.ts';

type ImportOption =
  | 'school'
  | 'commit'
  | 'date'
  | 'from'
  | 'to'
  | 'anchor-week'
  | 'map'
  | 'accounts'
  | 'skip-bad-rows'
  | 'data'
  | 'json';

const ru = {
  command: {
    summary:
      'загрузить списки школы (XLSX, CSV) или расписание (aSc XML): проверка, отличия, запись; undo отменяет последнюю загрузку',
    operands: 'roster|timetable ФАЙЛ… | undo [roster|timetable]',
    options: {
      school: 'номер школы',
      commit: 'записать (без него только проверка)',
      date: 'roster: с какого дня верны списки, ГГГГ-ММ-ДД (по умолчанию сегодня)',
      from: 'timetable: первый день расписания, ГГГГ-ММ-ДД',
      to: 'timetable: последний день (по умолчанию конец учебного года)',
      'anchor-week': 'timetable: какая неделя идёт в этот день, например A:2026-09-01',
      map: 'timetable: файл JSON, где названиям файла сопоставлены названия школы',
      accounts:
        'roster: завести учётные записи и записать одноразовые пароли в этот файл CSV (только с --commit)',
      'skip-bad-rows': 'записать без строк с ошибками',
      data: 'папка данных встроенной базы (по умолчанию .parta)',
      json: 'ответ одной строкой JSON',
    },
  } satisfies CommandWords<ImportOption>,
  unknownKind: (kind: string) => `«parta import ${kind}» нет: есть roster, timetable и undo.`,
  noFiles: 'Назовите файл.',
  oneTimetable: 'Расписание загружается из одного файла.',
  noSchool: 'Назовите школу: --school НОМЕР (его сообщает «parta school create»).',
  noFrom: 'Назовите первый день расписания: --from ГГГГ-ММ-ДД.',
  badDate: (option: string, value: string) => `--${option}: «${value}» не дата вида ГГГГ-ММ-ДД.`,
  badSpan: '--to раньше --from.',
  badAnchor: (value: string) => `--anchor-week: «${value}» не вида A:ГГГГ-ММ-ДД.`,
  badMap: (path: string) =>
    `Файл соответствий «${path}» не вида {"classes": {"7б": "7Б"}, "subjects": {…}, "teachers": {…}, "rooms": {…}}.`,
  accountsNeedCommit: '--accounts заводит учётные записи и работает только с --commit.',
  accountsFileExists: (path: string) => `Файл «${path}» уже есть: назовите для паролей новый.`,
};

const en: typeof ru = {
  command: {
    summary:
      "import a school's lists (XLSX, CSV) or timetable (aSc XML): trial, differences, writing; undo takes the last one back",
    operands: 'roster|timetable FILE… | undo [roster|timetable]',
    options: {
      school: 'number of the school',
      commit: 'write (without it only a trial)',
      date: 'roster: the day from which the lists are true, YYYY-MM-DD (today by default)',
      from: 'timetable: its first day, YYYY-MM-DD',
      to: 'timetable: its last day (end of the school year by default)',
      'anchor-week': 'timetable: which week that day belongs to, for example A:2026-09-01',
      map: "timetable: a JSON file of the file's names and the school's",
      accounts: 'roster: make accounts and write one-time passwords to this CSV file (with --commit only)',
      'skip-bad-rows': 'write without the rows that have errors',
      data: 'data folder of the embedded database (.parta by default)',
      json: 'answer in one line of JSON',
    },
  },
  unknownKind: (kind) => `There is no "parta import ${kind}": only roster, timetable and undo.`,
  noFiles: 'Name a file.',
  oneTimetable: 'A timetable is imported from one file.',
  noSchool: 'Name the school: --school NUMBER ("parta school create" tells it).',
  noFrom: 'Name the first day of the timetable: --from YYYY-MM-DD.',
  badDate: (option, value) => `--${option}: "${value}" is no date like YYYY-MM-DD.`,
  badSpan: '--to is before --from.',
  badAnchor: (value) => `--anchor-week: "${value}" is not like A:YYYY-MM-DD.`,
  badMap: (path) =>
    `The map "${path}" is not like {"classes": {"7б": "7Б"}, "subjects": {…}, "teachers": {…}, "rooms": {…}}.`,
  accountsNeedCommit: '--accounts makes accounts and works with --commit only.',
  accountsFileExists: (path) => `The file "${path}" is there already: name a new one for the passwords.`,
};

export const importCommandWords: Readonly<Record<Language, typeof ru>> = { ru, en };
