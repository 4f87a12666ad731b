import { nbsp, pluralRussian as plural } from '#web/words.ts';

const lessonsOf = (count: number) =>
  plural(count, { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' });
const be = (count: number, one: string, many: string) =>
  `${count % 10 === 1 && count % 100 !== 11 ? one : many} ${lessonsOf(count)}`;

/** Words of the weekly pattern that is put together by hand. */
export const ru = {
  title: 'Постоянное расписание',
  chooseClass: 'Выбрать класс',
  search: 'Найти класс',
  nothingFound: 'Ничего не нашлось',
  from: 'Действует с',
  week: 'Расписание на неделю',
  weekdays: ['', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
  weekdaysShort: ['', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  lesson: (number: number) => `${number}-й урок`,
  empty: 'пусто',
  undo: 'Отменить шаг',
  redo: 'Вернуть шаг',
  print: 'Печать',
  saturday: 'С субботой',
  keys: 'Стрелки ведут по неделе, Enter открывает урок, буквы ищут предмет, Delete убирает, Ctrl+C, Ctrl+X и Ctrl+V копируют и переносят, Ctrl+Z отменяет.',
  noYear: 'Учебного года ещё нет',
  noYearText: 'Сначала внесите учебный год: Школа → Учебный год.',
  noClasses: 'Классов пока нет',
  noClassesText: 'Откройте классы и внесите нагрузку: из неё составляется расписание.',
  noPages: 'У класса ещё нет нагрузки',
  noPagesText: 'Расписание составляется из нагрузки: кто какой предмет ведёт в классе.',
  toLoad: 'Нагрузка',

  load: 'Нагрузка класса',
  hours: (placed: string, planned: string) => `${placed} из${nbsp}${planned}`,
  sum: (placed: string, planned: string) => `Поставлено ${placed} из${nbsp}${planned} ч в${nbsp}неделю`,
  over: 'больше нагрузки',
  all: 'поставлено',
  noTeacher: 'нет учителя',
  closed: 'журнал закрыт',
  tooManyOnDay: (day: string, count: number, most: number) =>
    `${day}: ${lessonsOf(count)}, по санитарным нормам не больше ${most}`,
  tooManyInWeek: (count: number, most: number) =>
    `В неделю ${lessonsOf(count)}, по санитарным нормам не больше ${most}`,

  clashes: 'Накладки',
  clash: {
    teacher: (name: string, other: string) => `${name}: в это же время ${other}`,
    room: (name: string, other: string) =>
      `${/^\d/.test(name) ? `кабинет${nbsp}${name}` : name}: в это же время ${other}`,
    class: (_name: string, other: string) => `У класса в это же время ${other}`,
  },
  clashShort: 'накладка',
  at: (day: string, lesson: string) => `${day}, ${lesson}`,

  cycles: { every: 'каждую неделю', A: 'неделя А', B: 'неделя Б' },
  cycleShort: { every: '', A: 'нед. А', B: 'нед. Б' },
  cycle: 'Неделя',
  room: 'Кабинет',
  noRoom: 'без кабинета',
  day: 'День',
  number: 'Урок',
  remove: (name: string) => `Убрать: ${name}`,
  removeShort: 'Убрать',
  addLesson: 'Поставить урок',
  findSubject: 'Найти предмет или учителя',
  withOthers: (names: string) => `вместе с ${names}`,

  dayTitle: (day: string) => `Весь день: ${day}`,
  copyTo: 'Скопировать на',
  copy: 'Скопировать',
  copyHint: 'Уроки того дня будут заменены.',
  clearDay: 'Убрать все уроки дня',
  wholeDay: (day: string) => `${day}: весь день`,

  changed: (count: number) => `Не сохранено: ${be(count, 'изменён', 'изменено')}`,
  changesName: 'Несохранённые изменения',
  saveFrom: (day: string) => `Сохранить с${nbsp}${day}`,
  reset: 'Вернуть как было',
  outdated: 'Пока вы правили, расписание этого класса изменил другой человек. Ваши правки сохранены здесь.',
  carryOver: 'Перенести мои правки',
  showNew: 'Показать новое',
  saved: (day: string) => `Расписание сохранено с${nbsp}${day}`,
  takenBack: 'Расписание возвращено',

  effect: 'Что произойдёт',
  counting: 'Считаем…',
  until: (from: string, to: string) => `С${nbsp}${from} по${nbsp}${to}, до конца учебного года.`,
  counts: {
    added: (count: number) => be(count, 'добавится', 'добавятся'),
    moved: (count: number) => be(count, 'изменится', 'изменятся'),
    retired: (count: number) => be(count, 'уйдёт из расписания', 'уйдут из расписания'),
  },
  nothing: 'Уроки останутся как есть.',
  marks: (count: number) =>
    `На${nbsp}${count} из них есть отметки или посещаемость: они останутся в журнале «вне расписания».`,
  notes: (count: number) => `На${nbsp}${count} из них есть тема или задание: они останутся в журнале.`,
  homework: (count: number) =>
    `Срок «к следующему уроку» станет другим: ${plural(count, { one: 'задание', few: 'задания', many: 'заданий', other: 'задания' })}.`,
  byHand: (count: number) => `${lessonsOf(count)} с заменой, переносом или отменой останутся как есть.`,
  later: (days: string) =>
    `Позже для класса было записано другое расписание (${days}): вместо него будет это.`,
  confirmAnyway: 'Сохранить с накладками',
  cancel: 'Назад',
};

export type WeeklyWords = typeof ru;
