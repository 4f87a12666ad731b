import { nbsp, pluralRussian as plural } from '#web/words.ts';

const lessonForms = { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' };
const dayForms = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };

/** Words of the teacher's day. */
export const ru = {
  title: 'Мой день',
  lessons: (count: number) => plural(count, lessonForms),
  noLessonsShort: 'уроков нет',
  previous: (day: string) => `Предыдущий день с уроками: ${day}`,
  next: (day: string) => `Следующий день с уроками: ${day}`,
  toToday: 'К сегодняшнему дню',
  primary: (time: string | null, group: string) =>
    time === null ? `Урок · ${group}` : `Урок ${time} · ${group}`,
  listName: 'Уроки дня',
  now: (time: string) => `сейчас ${time}`,
  nowLong: (time: string) => `Сейчас ${time}`,
  free: (times: string) => `Окно ${times}`,
  room: (name: string) => `каб.${nbsp}${name}`,
  number: (number: number) => `${number}-й урок`,
  isOn: 'идёт сейчас',
  standsIn: (name: string) => `вместо: ${name}`,
  standsInUnknown: 'вы заменяете',
  covered: (name: string) => `урок проведёт ${name}`,
  cancelled: 'Урок отменён, записывать нечего.',
  reasons: {
    quarantine: 'карантин',
    weather: 'погода',
    repairs: 'ремонт',
    event: 'школьное мероприятие',
    exam: 'экзамен или проверочная работа',
    schedule: 'изменение расписания',
  },
  coveredText: 'Посещаемость, тему и отметки записывает тот, кто заменяет.',
  ticks: {
    name: (lesson: string) => `Что записано: ${lesson}`,
    attendance: { later: 'Посещаемость', missing: 'Посещаемость не отмечена' },
    attendanceDone: (away: number) => (away === 0 ? 'Присутствуют все' : `Нет на уроке: ${away}`),
    topicAndHomework: {
      done: 'Тема и ДЗ записаны',
      later: 'Тема и ДЗ',
      topic: 'Нет темы',
      homework: 'ДЗ не задано',
      both: 'Нет темы и ДЗ',
    },
    marks: { later: 'Отметки', missing: 'Отметок нет' },
    marksDone: (marked: number, students: number) => `Отметки: ${marked} из${nbsp}${students}`,
    done: 'записано',
    open: 'не записано',
  },
  debts: {
    title: 'Не записано',
    text: 'Прошедшие уроки без темы или посещаемости.',
    none: 'Всё записано: долгов по журналу нет.',
    attendance: 'посещаемость',
    topic: 'тема',
    homework: 'ДЗ',
    missing: (what: string) => `нет: ${what}`,
    closesToday: 'закроется сегодня',
    closesIn: (days: number) => `осталось ${plural(days, dayForms)}`,
    open: (lesson: string) => `Записать: ${lesson}`,
  },
  points: {
    title: 'Точки: работы к сдаче',
    due: (day: string) => `сдать до ${day}`,
    overdue: (day: string) => `срок был ${day}`,
    noDue: 'без срока',
  },
  empty: {
    rest: (name: string, day: string) => `${name} до ${day}`,
    restDay: (name: string) => name,
    restText: (day: string) => `Ближайшие ваши уроки ${day}.`,
    title: 'Уроков в этот день нет',
    titleToday: 'Сегодня уроков нет',
    text: (day: string) => `Ближайшие ваши уроки ${day}.`,
    noNext: 'Дальше в расписании ваших уроков пока нет.',
  },
  fault: 'День не загрузился.',
  retry: 'Повторить',
  chooseSchool: 'Выберите школу',
  noSchool: 'Здесь день учителя',
  noSchoolText: 'Он появится, когда школа внесёт вас в список учителей.',
};

export type DayWords = typeof ru;
