import { lesson } from './lesson-ru.ts';
import { files } from './files/ru.ts';
import { nbsp, pluralRussian as plural } from '#web/words.ts';
import { problems } from './problems-ru.ts';
import { shortcuts } from './shortcuts-ru.ts';

const days = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };

/** Words of the journal. */
export const ru = {
  problems,

  journal: 'Журнал',
  undoReason: 'Отмена ввода',
  emptyCell: 'пусто',
  comment: 'комментарий',

  list: {
    title: 'Журнал',
    today: 'Сегодня',
    noLessonsToday: 'Сегодня у вас нет уроков.',
    search: 'Найти страницу',
    searchHint: 'Класс, предмет или учитель',
    whose: 'Чьи страницы',
    own: 'Мои',
    all: 'Все',
    count: (count: number) =>
      plural(count, { one: 'страница', few: 'страницы', many: 'страниц', other: 'страницы' }),
    unfilled: (count: number) =>
      `${plural(count, { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' })} без темы или посещаемости`,
    cancelled: 'отмена',
    attendance: 'явка',
    topic: 'тема',
    homework: 'задание',
    marks: 'отметки',
    done: 'записано:',
    open: 'не записано:',
    grade: (grade: number) => `${grade}-е классы`,
    otherGroups: 'Внеурочные занятия и смешанные группы',
    nothing: 'Ничего не нашлось',
    nothingText: 'Проверьте, что введено, или покажите все страницы.',
    empty: 'Страниц журнала пока нет',
    emptyText: 'Они появятся, когда завуч закрепит за вами классы и предметы.',
  },

  views: { marks: 'Отметки', lessons: 'Темы и задания', students: 'По ученикам' },
  viewsName: 'Вид страницы',
  period: 'Период',
  wholeYear: 'Весь учебный год',
  students: (count: number) =>
    plural(count, { one: 'ученик', few: 'ученика', many: 'учеников', other: 'ученика' }),
  saving: {
    saved: (time: string) => `сохранено в${nbsp}${time}`,
    untouched: 'всё сохранено',
    sending: 'сохраняем…',
    offline: 'не сохранено: нет сети, отправим сами',
    busy: 'не сохранено: сервер занят, отправим сами',
    signedOut: 'не сохранено: сеанс завершён. Войдите, и мы отправим',
  },
  lessonNow: (time: string) => `Урок ${time}`,
  lessonOf: (day: string) => `Урок ${day}`,
  print: 'Печать',
  noStudents: 'В группе пока нет учеников',
  noStudentsText: 'Они появятся здесь, когда школа включит их в группу.',
  noLessons: 'За этот период уроков нет',
  noLessonsText: 'Выберите другой период или дождитесь, когда завуч составит расписание.',
  onThisPage: 'на этой странице',
  noMarksHere: 'Здесь отметок не ставят: ведите посещаемость и темы уроков.',
  readOnly: 'Страница открыта для чтения: её ведёт другой учитель.',
  pageFault: 'Страница журнала не открылась.',
  retry: 'Повторить',

  grid: {
    name: (subject: string, group: string) => `Журнал: ${subject}, ${group}`,
    student: 'Ученик',
    weighted: 'Ср. взв.',
    weightedLong: 'Средневзвешенный балл',
    plain: 'Ср.',
    plainLong: 'Средний балл без весов',
    proposed: (value: string) => `по правилу школы: ${value}`,
    noFinal: 'не выставлена',
    farOff: 'отличается от среднего больше чем на 0,6',
    weight: (weight: number) => `вес ${weight}`,
    today: 'сегодня',
    closed: 'закрыт для правки',
    cancelled: 'отменён',
    retired: 'вне расписания',
    joined: (day: string) => `в группе с${nbsp}${day}`,
    left: (day: string) => `в группе по${nbsp}${day}`,
    elsewhere: (group: string, values: string) => `В среднем учтены отметки из «${group}»: ${values}`,
    selected: (count: number) =>
      `Выбрано ${plural(count, { one: 'ячейка', few: 'ячейки', many: 'ячеек', other: 'ячейки' })}`,
  },
  written: (name: string, value: string, average: string | null) =>
    `${name}: ${value}${average === null ? '' : `, среднее ${average}`}`,
  finalWritten: (name: string, period: string, value: string) => `${name}, ${period}: ${value}`,
  changedCells: (count: number) =>
    plural(count, {
      one: 'ячейка изменена',
      few: 'ячейки изменены',
      many: 'ячеек изменено',
      other: 'ячейки изменено',
    }),
  undone: (count: number) =>
    `Отменено: ${plural(count, { one: 'ячейка', few: 'ячейки', many: 'ячеек', other: 'ячейки' })}`,
  redone: (count: number) =>
    `Возвращено: ${plural(count, { one: 'ячейка', few: 'ячейки', many: 'ячеек', other: 'ячейки' })}`,
  partlyClosed: (reason: string) => `Часть ячеек не изменена. ${reason}`,

  notices: {
    alreadySaved: 'Всё уже сохранено: журнал сохраняет каждую отметку сам',
    dualNeedsMark: 'Вторая отметка ставится сразу после первой',
    dualOpen: 'Введите вторую отметку за ту же работу',
    unknownValue: (value: string) => `В шкале этой страницы нет отметки «${value}»`,
    tooManyWorks: 'На уроке уже девять работ: больше не поместится',
    workAdded: 'Добавлена ещё одна работа этого урока',
    nothingToUndo: 'Отменять нечего',
    nothingToRedo: 'Возвращать нечего',
    overwritten: 'Не отменено там, где отметку с тех пор изменил другой человек',
    finalNotYours: 'Отметки за период здесь выставляет другой учитель',
    finalLocked: 'Период закрыт: отметку за него изменить нельзя',
  } as Readonly<Record<NoticeName, string | ((value: string) => string)>>,

  locks: {
    'marks.editWindowClosed': (window: number) =>
      window === 0
        ? 'Править можно только в день урока'
        : `Окно правки закрыто: прошло больше ${window}${nbsp}${window % 10 === 1 && window % 100 !== 11 ? 'дня' : 'дней'}`,
    'marks.periodLocked': 'Учебный период закрыт завучем',
    'marks.notYetHeld': 'Урок ещё не начался',
    'marks.lessonCancelled': 'Урок отменён',
    'marks.notMember': 'В этот день ученика не было в группе',
    'marks.departed': 'Ученик уже выбыл из группы',
    'marks.noMarksHere': 'На этой странице отметок не ставят',
    'marks.notYourLesson': 'Этот урок ведёт другой учитель',
  } as Readonly<Record<LockName, string | ((window: number) => string)>>,

  cell: {
    values: 'Отметка',
    second: 'Вторая отметка за ту же работу',
    retake: 'Пересдача',
    retakeHint: 'Прежняя отметка останется видна зачёркнутой.',
    attendance: 'Посещаемость',
    minutes: 'Минут',
    minutesWrong: 'Целое число от 1 до 240',
    clear: 'Стереть',
    more: 'Подробнее…',
    comment: 'Комментарий',
    commentHint: 'Его увидят ученик и родители.',
    pointDue: 'Сдать до',
    work: 'Работа',
    weight: 'Вес работы',
    weightWrong: 'Целое число от 0 до 100',
    type: 'Вид работы',
    workTitle: 'Название работы',
    history: 'История',
    noHistory: 'Изменений не было',
    historyFault: 'История не загрузилась: нет связи с сервером.',
    from: (old: string, next: string) => `${old} → ${next}`,
    nothing: 'пусто',
    reasonCodes: {
      entered: 'поставлена',
      corrected: 'исправлена',
      retake: 'пересдача',
      undo: 'ввод отменён',
      imported: 'перенесена',
    } as Readonly<Record<string, string>>,
    addWork: 'Добавить работу',
  },

  conflict: {
    title: 'Одна ячейка, две отметки',
    text: 'Пока вы писали, эту запись изменил другой человек. Какая останется?',
    mine: 'Ваша',
    theirs: (who: string | null, when: string | null) =>
      [who ?? 'Другое устройство', when].filter((part) => part !== null).join(', '),
    keepMine: 'Оставить мою',
    takeTheirs: 'Принять чужую',
  },
  refused: (name: string, value: string, why: string) => `${name}: «${value}» не записано. ${why}`,
  putAway: 'Понятно',
  decide: 'Решить',
  conflicts: (count: number) =>
    `${plural(count, { one: 'запись', few: 'записи', many: 'записей', other: 'записи' })} изменил и другой человек`,

  reason: {
    title: 'Причина правки',
    text: (age: string) => `Уроку больше ${age}. Школа просит указать, почему отметка меняется.`,
    days: (count: number) => plural(count, { ...days, one: 'дня', few: 'дней' }),
    field: 'Причина',
    usual: ['Исправлена ошибка', 'Работа сдана позже', 'Пересдача', 'Отметка за письменную работу'],
    go: 'Записать',
  },

  lesson,

  files,

  copy: {
    title: 'Скопировать в другой класс',
    nowhere: 'Других классов у вас сейчас нет',
    lessonOf: (group: string) => `Урок: ${group}`,
    taken: (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text),
    replaces: 'У выбранного урока уже есть записи: они будут заменены.',
    act: 'Скопировать',
    undo: 'Отменить копирование',
    done: (count: number) =>
      `Тема и задание скопированы в ${plural(count, { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' })}`,
  },

  lessons: {
    date: 'Дата',
    topic: 'Тема',
    homework: 'Задание',
    noTopic: 'тема не записана',
    noHomework: 'не задано',
    open: (day: string) => `Открыть урок ${day}`,
  },

  form: {
    lesson: 'Урок',
    previous: 'Предыдущий урок',
    next: 'Следующий урок',
    pad: (name: string) => `Отметка: ${name}`,
    more: 'Ещё',
    undo: 'Отменить',
    average: (value: string) => `ср. ${value}`,
    card: 'Тема и ДЗ',
    notTaken: 'не отмечена',
    allPresent: 'присутствуют все',
    awayCount: (count: number) => `нет ${count}`,
    away: (name: string) => `${name}: нет на уроке`,
    present: (name: string) => `${name}: на уроке`,
    otherPeriods: 'Уроки другого периода',
  },

  keys: {
    title: 'Сочетания клавиш',
    mark: 'отметка',
    absent: 'нет на уроке',
    undo: 'отменить',
    all: 'все сочетания',
    groups: shortcuts,
    note: 'Буквы работают в обеих раскладках: важна клавиша, а не язык ввода.',
  },
};

type NoticeName =
  | 'alreadySaved'
  | 'dualNeedsMark'
  | 'dualOpen'
  | 'unknownValue'
  | 'tooManyWorks'
  | 'workAdded'
  | 'nothingToUndo'
  | 'nothingToRedo'
  | 'overwritten'
  | 'finalNotYours'
  | 'finalLocked';

type LockName =
  | 'marks.editWindowClosed'
  | 'marks.periodLocked'
  | 'marks.notYetHeld'
  | 'marks.lessonCancelled'
  | 'marks.notMember'
  | 'marks.departed'
  | 'marks.noMarksHere'
  | 'marks.notYourLesson';

export type JournalWords = typeof ru;
