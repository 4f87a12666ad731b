import type { UnreadableCode } from '#platform/spreadsheet/index.ts';
import type { RosterFaultCode } from '../roster-file/fault.ts';
import type { DifferenceKind, DifferenceOf } from '../roster-import/difference.ts';
import { rosterFaults } from './roster-faults-ru.ts';
import { timetable } from './timetable-ru.ts';
import { undo } from './undo-ru.ts';

export type Facts = Readonly<Record<string, string | number>>;
export type Sentence = (facts: Facts) => string;

const megabytes = (facts: Facts) => String(Math.floor(Number(facts['limit']) / 1024 / 1024));

/** Words of imports: refusals of files, faults of rows, differences. The sentences of rows go without their place. */
export const words = {
  place: (at: string, sentence: string) => `${at}: ${sentence}`,
  /** `Set` of fields as people know them; a field without a word is shown as it is. */
  fields: {
    lastName: 'фамилия',
    firstName: 'имя',
    middleName: 'отчество',
    fullName: 'ФИО',
    birthDate: 'дата рождения',
    gender: 'пол',
    snils: 'СНИЛС',
    phone: 'телефон',
    email: 'e-mail',
    class: 'класс',
    grade: 'параллель',
    letter: 'литера',
    fileNumber: 'номер личного дела',
    admissionDate: 'дата зачисления',
    orderNumber: '№ приказа',
    subgroup: 'подгруппа',
    groups: 'группы',
    position: 'должность',
    staffNumber: 'табельный номер',
    endDate: 'последний день',
    homeroom: 'классное руководство',
    subject: 'предмет',
    teacher: 'учитель',
    hours: 'часов в неделю',
    journalKind: 'вид журнала',
    kinship: 'родство',
    children: 'дети',
  } as Readonly<Record<string, string>>,
  guardianField: (slot: string, field: string) => `родитель ${slot}, ${field}`,
  values: {
    mother: 'мать',
    father: 'отец',
    grandmother: 'бабушка',
    grandfather: 'дедушка',
    guardian: 'опекун',
    other: 'другое',
    male: 'мужской',
    female: 'женский',
  } as Readonly<Record<string, string>>,

  unreadable: {
    'file.empty': () => 'файл пуст',
    'file.tooLarge': (facts) =>
      `файл слишком велик: больше ${megabytes(facts)} МБ не бывает ни у одной школы`,
    'file.tooManyRows': (facts) => `в файле больше ${String(facts['limit'])} строк`,
    'file.tooManyColumns': (facts) => `в файле больше ${String(facts['limit'])} столбцов`,
    'file.expandsTooMuch': (facts) =>
      `книга распаковывается больше чем в ${megabytes(facts)} МБ и не открыта`,
    'file.notAWorkbook': () => 'это не книга XLSX, или она повреждена',
    'file.oldExcel': () => 'старый формат .xls: сохраните книгу как .xlsx или CSV',
    'file.encrypted': () => 'книга защищена паролем: снимите пароль и сохраните заново',
    'file.brokenXml': (facts) =>
      `испорченный XML в строке ${String(facts['line'])}, позиция ${String(facts['column'])}`,
    'file.unknownEncoding': (facts) => `неизвестная кодировка «${String(facts['encoding'])}»`,
    'file.brokenQuotes': (facts) => `кавычка, открытая в строке ${String(facts['row'])}, нигде не закрыта`,
    'asc.notATimetable': () => 'это не выгрузка aSc Расписаний (нет <timetable>)',
    'asc.oldFormat': () => 'выгрузка aSc 2008 года: выгрузите расписание в формате «aSc Timetables 2012 XML»',
  } satisfies Record<UnreadableCode, Sentence>,
  notReady: {
    'school.absent': 'Школы с таким номером нет: её заводит «parta school create».',
    'school.noYear': 'У школы нет учебного года.',
    'school.noClasses': 'В школе нет классов: сначала загрузите списки («parta import roster»).',
    'file.noTables':
      'В файле не найдено ни учеников, ни сотрудников, ни нагрузки: нужна строка заголовков (Фамилия, Имя, Дата рождения, Класс…).',
  },

  /** The same on a page, where there is no command line. */
  notReadyOnPage: {
    'school.absent': 'Такой школы нет.',
    'school.noYear': 'У школы нет учебного года на этот день.',
    'school.noClasses': 'В школе нет классов: сначала загрузите списки учеников.',
    'file.noTables':
      'В файле не найдено ни учеников, ни сотрудников, ни нагрузки: нужна строка заголовков (Фамилия, Имя, Дата рождения, Класс…).',
  },

  rosterFaults,
  differenceKinds: {
    new: 'новое',
    changed: 'изменится',
    retired: 'выбудет',
  } satisfies Record<DifferenceKind, string>,
  differences: {
    student: 'ученик',
    guardian: 'родитель',
    staff: 'сотрудник',
    class: 'класс',
    group: 'группа',
    subject: 'предмет',
    assignment: 'страница журнала',
    teacher: 'учитель страницы',
    homeroom: 'классное руководство',
  } satisfies Record<DifferenceOf, string>,
  /** «Иванов Пётр: фамилия Петров → Иванов» */
  changed: (field: string, old: string, now: string) => `${field} ${old} → ${now}`,
  added: (field: string, now: string) => `${field}: ${now}`,
  nothing: '—',
  sealedChange: (field: string) => `${field} записан`,

  counts: (of: { differences: number; unchanged: number; errors: number }) =>
    `Отличий: ${String(of.differences)}, без изменений: ${String(of.unchanged)}, ошибок: ${String(of.errors)}.`,
  dryRun: 'Это проверка, в базе ничего не изменено. Записать: та же команда с --commit.',
  committed: 'Записано.',
  nothingToWrite: 'Записывать нечего: в базе всё уже так.',
  refused:
    'Ничего не записано: исправьте ошибки или добавьте --skip-bad-rows, чтобы пропустить строки с ошибками.',
  badRows: 'Строки с ошибками',
  whatToMend: 'Что исправить (этот столбец не загружается)',
  errorsTitle: 'Ошибки',
  remarksTitle: 'Замечания',
  differencesTitle: 'Отличия',
  more: (count: number) => `…и ещё ${String(count)} (все — с --json)`,
  accountsMade: (count: number, file: string) =>
    `Учётных записей создано: ${String(count)}; логины и одноразовые пароли — в ${file}, больше они нигде не записаны.`,
  accountsHeader: ['Класс', 'ФИО', 'Кто', 'Логин', 'Одноразовый пароль'],
  accountKinds: { student: 'ученик', guardian: 'родитель', staff: 'сотрудник' },
  timetable,
  undo,
};

export type ImportWords = typeof words;
export type RosterFaultWords = Record<RosterFaultCode, Sentence>;
