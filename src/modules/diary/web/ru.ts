import { nbsp, pluralRussian as plural } from '#web/words.ts';

/** Words of the diary's pages. */
export const ru = {
  diary: 'Дневник',
  marks: 'Отметки',
  timetable: 'Расписание',
  days: 'Дни недели',

  newestMarks: 'Новые отметки',
  tomorrow: 'Завтра',
  now: 'Сейчас',
  studyWeek: (week: number) => `${week}-я учебная неделя`,
  lessons: (count: number) => plural(count, { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' }),

  noLessons: 'Уроков нет',
  dayOff: 'Выходной день',
  breakUntil: (name: string, day: string) => `${name} до${nbsp}${day}`,
  timetableEmpty: 'Расписание на эту неделю ещё не заполнено',
  timetableEmptyNext: 'Уроки появятся здесь, как только школа внесёт расписание.',
  outsideYear: 'Эта неделя вне учебного года',
  yearRuns: (days: string) => `Учебный год: ${days}.`,
  noClass: 'Ученик пока не записан ни в один класс',
  noClassNext: 'Дневник начнётся со дня зачисления в класс.',
  toCurrentWeek: 'К текущей неделе',

  lesson: (number: number) => `${number}-й урок`,
  /** Rooms without a number bear a name of their own: «Спортивный зал». */
  room: (name: string) => (/^\d/.test(name) ? `кабинет${nbsp}${name}` : name),
  topic: 'Тема',
  due: 'К этому уроку',
  given: 'Задано на уроке',
  dueThisDay: 'К этому дню',
  handInBy: (day: string) => `сдать до${nbsp}${day}`,
  nothingDue: 'Ничего не задано',
  done: 'Сделано',
  doneByStudent: 'Ученик отметил: сделано',
  tickFailed: 'Не сохранилось. Проверьте сеть и повторите.',
  teacher: 'Учитель',
  teachers: 'Учителя',
  mark: 'Отметка',
  attendance: 'Присутствие',
  changes: 'Изменения',
  dueOn: (day: string) => `к${nbsp}${day}`,
  published: (day: string, time: string) => `опубликовано ${day.replace(' ', nbsp)} в${nbsp}${time}`,
  minutes: (count: number) =>
    `около${nbsp}${plural(count, { one: 'минуты', few: 'минут', many: 'минут', other: 'минуты' })}`,
  weight: (weight: number) => `вес${nbsp}${weight}`,
  retake: 'пересдача',
  replacedByRetake: 'пересдана',
  close: 'Закрыть',

  insteadOf: (subject: string) => `вместо урока «${subject}»`,
  taughtBy: (teacher: string) => `ведёт${nbsp}${teacher}`,
  taughtInsteadOf: (teacher: string, other: string) =>
    `ведёт${nbsp}${teacher}, по${nbsp}расписанию${nbsp}— ${other}`,
  movedFrom: (day: string) => `перенесён с${nbsp}${day}`,
  movedFromLesson: (day: string, lesson: string) => `перенесён с${nbsp}${day} (${lesson})`,
  movedTo: (day: string) => `перенесён на${nbsp}${day}`,
  otherRoom: (room: string) => `другой кабинет, был ${room}`,
  merged: 'объединённый урок',
  otherTime: 'другое время',
  retired: 'вне расписания',
  /** Reasons about the school; those about a person never come here. */
  reason: {
    quarantine: 'карантин',
    weather: 'погода',
    repairs: 'ремонт',
    event: 'школьное мероприятие',
    exam: 'экзамен или проверочная работа',
    schedule: 'изменение расписания',
  },

  period: 'Учебный период',
  periodName: {
    quarter: (ordinal: number) => `${ordinal}-я четверть`,
    trimester: (ordinal: number) => `${ordinal}-й триместр`,
    halfYear: (ordinal: number) => `${ordinal}-е полугодие`,
    module: (ordinal: number) => `${ordinal}-й модуль`,
    year: () => 'Учебный год',
  },
  periodShort: {
    quarter: (ordinal: number) => `${roman(ordinal)}${nbsp}ч.`,
    trimester: (ordinal: number) => `${roman(ordinal)}${nbsp}тр.`,
    halfYear: (ordinal: number) => `${roman(ordinal)}${nbsp}пол.`,
    module: (ordinal: number) => `${roman(ordinal)}${nbsp}м.`,
    year: () => 'Год',
  },
  finalKind: { period: 'Отметка за период', year: 'Годовая', exam: 'Экзамен', final: 'Итоговая' },
  subject: 'Предмет',
  average: 'Средний балл',
  averageShort: 'Средний',
  forPeriod: 'Итог',
  plainMean: (mean: string) => `среднее арифметическое ${mean}`,
  averageRule:
    'Средний балл взвешенный: отметка с весом 3 считается как три отметки. Точки, н/а и зачёты в него не входят.',
  taughtWithoutMarks: 'В этом классе учатся без отметок',
  taughtWithoutMarksText: 'Темы уроков, задания и посещаемость — в дневнике.',
  noPeriods: 'Школа ещё не задала учебные периоды',
  rose: (from: string) => `вырос с${nbsp}${from}`,
  fell: (from: string) => `снизился с${nbsp}${from}`,
  toLesson: 'Открыть урок в дневнике',
  date: 'Дата',
  workType: 'Вид работы',
  work: 'Работа',
  weightName: 'Вес',
  comment: 'Комментарий',
  point: 'Точка',
  pointDue: (day: string) => `сдать до${nbsp}${day}`,

  updatedAt: (time: string) => `Обновлено в${nbsp}${time}`,
  pause: 'Не обновлять',
  resume: 'Обновлять сразу',
  newMark: (value: string, subject: string) => `Новая отметка: ${value}, ${subject}`,
  newHomework: (subject: string) => `Новое задание: ${subject}`,
  newFile: (subject: string) => `Новый файл к заданию: ${subject}`,
  weekChanged: 'Дневник обновлён',
  sessionEnded: 'Сеанс завершён. Войдите ещё раз, чтобы видеть новое.',
  signIn: 'Войти',
};

export type DiaryWords = typeof ru;

/** School periods are written in Roman figures: «II ч.». */
function roman(ordinal: number): string {
  return ['', 'I', 'II', 'III', 'IV', 'V', 'VI'][ordinal] ?? String(ordinal);
}
