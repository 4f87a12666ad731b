import { nbsp, pluralRussian as plural } from '#web/words.ts';

const rows = { one: 'строка', few: 'строки', many: 'строк', other: 'строки' };
const errors = { one: 'ошибка', few: 'ошибки', many: 'ошибок', other: 'ошибки' };
const lessons = { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' };

type Counts = { readonly removed: number; readonly restored: number; readonly kept: number };

/** «Уйдёт 9, останется 1»: what is none is not named. */
function listed(counts: readonly (readonly [count: number, word: string])[]): string {
  const line = counts.flatMap(([count, word]) => (count > 0 ? [`${word} ${String(count)}`] : [])).join(', ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Words of the pages that load files. */
export const ru = {
  title: 'Загрузка файлов',
  noSchool: 'Файлы загружает канцелярия школы',
  noSchoolText: 'Страница открыта секретарю, завучу и администратору.',
  chooseSchool: 'Школа',
  lists: {
    title: 'Списки',
    about:
      'Ученики с родителями, сотрудники, нагрузка: таблицы XLSX или CSV. Парта сама узнаёт таблицу по заголовкам.',
    open: 'Загрузить списки',
  },
  timetable: {
    title: 'Расписание',
    about: 'Выгрузка «aSc Расписания» в формате XML. Уроки, у которых уже есть записи, сохраняются.',
    open: 'Загрузить расписание',
  },
  history: {
    title: 'Что загружали',
    empty: 'Файлов ещё не загружали',
    emptyText: 'Здесь останутся дата, автор и итог каждой загрузки.',
    columns: { at: 'Когда', author: 'Кто', files: 'Файл', result: 'Итог' },
    lists: (of: Readonly<Record<string, number>>) =>
      `новых ${of['new'] ?? 0}, изменено ${of['changed'] ?? 0}, выбыло ${of['retired'] ?? 0}`,
    timetable: (of: Readonly<Record<string, number>>) =>
      `уроков новых ${of['added'] ?? 0}, изменено ${of['changed'] ?? 0}, снято ${of['retired'] ?? 0}`,
    server: 'на сервере, командой',
    undone: (day: string, author: string | null) =>
      author === null ? `Отменена ${day} на сервере` : `Отменена ${day}, ${author}`,
    undo: 'Отменить',
    undoOf: (files: string) => `Отменить загрузку: ${files}`,
  },
  undo: {
    title: 'Отмена загрузки',
    about:
      'Школа станет такой, какой была до файла. Всё, что с тех пор изменили или уже используют, останется и будет названо.',
    reading: 'Смотрим, что вернётся…',
    writing: 'Отменяем загрузку…',
    since: (day: string) => `верно с ${day}`,
    summary: (of: Counts) =>
      listed([
        [of.removed, 'уйдёт'],
        [of.restored, 'станет как было'],
        [of.kept, 'останется'],
      ]),
    summaryDone: (of: Counts) =>
      listed([
        [of.removed, 'ушло'],
        [of.restored, 'стало как было'],
        [of.kept, 'осталось'],
      ]),
    nothing: 'Вернуть нечего: всё, что дала загрузка, с тех пор изменили или используют.',
    confirm: 'Отменить загрузку',
    back: 'Оставить как есть',
    outdated:
      'Пока вы смотрели, данные школы изменились. Ниже новый список: посмотрите его и подтвердите ещё раз.',
    stayed: 'Осталось',
    done: 'Загрузка отменена',
    doneText: 'Исправленный файл можно загрузить снова: люди останутся теми же.',
    toImports: 'К загрузкам',
  },

  choose: 'Выберите файл',
  chooseMany: 'Выберите файлы',
  orDrop: 'или перетащите сюда',
  largest: `До 8${nbsp}МБ`,
  tooLarge: (name: string) =>
    `«${name}» больше 8${nbsp}МБ. Такой файл загружают командой parta import на сервере.`,
  anotherFile: 'Другой файл',
  date: 'С какого дня списки верны',
  reading: 'Читаем файл…',
  writing: 'Записываем…',
  check: 'Проверить заново',
  write: 'Загрузить',
  writeWithout: (count: number) =>
    `Загрузить без ${plural(count, { one: 'строки', few: 'строк', many: 'строк', other: 'строк' })} с ошибками`,
  badRows: 'Скачать строки с ошибками',
  outdated:
    'Пока вы смотрели, данные школы изменились. Ниже новая проверка: посмотрите её и загрузите ещё раз.',
  written: 'Загружено',
  writtenNext: 'Новым людям нужны талоны доступа.',
  toAccess: 'Выдать талоны',
  toPeople: 'Открыть список людей',
  toTimetable: 'Открыть расписание',
  nothing: 'Отличий нет: в школе всё уже так.',
  kinds: { students: 'Ученики', staff: 'Сотрудники', load: 'Нагрузка' },
  tableOf: (sheet: string, count: number) => `лист «${sheet}», ${plural(count, rows)}`,
  summary: (of: { new: number; changed: number; retired: number; unchanged: number }) =>
    `Новых ${of.new}, изменится ${of.changed}, выбудет ${of.retired}, без изменений ${of.unchanged}`,
  errors: (count: number) => plural(count, errors),
  errorsTitle: 'Исправьте в файле',
  remarksTitle: 'Обратите внимание',
  remarksFile: 'Замечания к расписанию',
  differencesTitle: 'Что изменится',
  differenceKinds: { new: 'Новые', changed: 'Изменятся', retired: 'Выбудут' },
  more: (count: number) => `И ещё ${count}`,
  columnsTitle: 'Столбцы',
  columnsAbout: 'Если столбец узнан неверно, выберите, что в нём записано.',
  column: (letter: string, title: string) => (title === '' ? `Столбец ${letter}` : title),
  notLoaded: 'не загружать',
  noFiles: 'Файл ещё не выбран',

  from: 'Первый день расписания',
  to: 'Последний день',
  toYearEnd: 'Пусто = до конца учебного года',
  anchor: 'Неделя в этот день',
  anchorNone: 'нечётные учебные недели = A',
  span: (from: string, to: string) => `Действует с ${from} по ${to}`,
  lessonSummary: (of: {
    cards: number;
    added: number;
    changed: number;
    retired: number;
    unchanged: number;
  }) =>
    `${plural(of.cards, lessons)} в неделе. По датам: новых ${of.added}, изменится ${of.changed}, снимется ${of.retired}, без изменений ${of.unchanged}`,
  matchTitle: 'Названия, которых нет в школе',
  matchAbout: 'Укажите, что это в школе, или загрузите без этих уроков.',
  matchKinds: { 'match.class': 'Класс', 'match.subject': 'Предмет', 'match.teacher': 'Учитель' },
  noMatch: 'не выбрано',
  writeUnmatched: 'Загрузить без этих уроков',
  pagesTitle: 'Уроки по журналам',
  pageColumns: { name: 'Журнал', added: 'Новых', changed: 'Изменится', retired: 'Снимется' },
};

export type UploadWords = typeof ru;
