import { pluralRussian as plural } from '#web/words.ts';

/** Words of the lesson's panel. */
export const lesson = {
  number: (number: number) => `${number}-й урок`,
  topic: 'Тема урока',
  topicHint: 'Что изучали',
  attendance: 'Посещаемость',
  allPresent: 'Все присутствуют',
  othersPresent: 'Остальные присутствуют',
  notTaken: 'Ещё не отмечена',
  takenAll: 'Отмечена: присутствуют все',
  takenAway: (count: number) =>
    `Отмечена: нет на уроке ${plural(count, { one: 'ученика', few: 'учеников', many: 'учеников', other: 'ученика' })}`,
  absent: 'Нет',
  late: 'Опоздал',
  homework: 'Домашнее задание',
  homeworkHint: 'Что сделать к следующему уроку. Ссылки на https:// семья откроет нажатием.',
  minutes: 'Минут',
  minutesWrong: 'Целое число от 1 до 600',
  dueDayWrong: 'Срок не может быть раньше дня урока',
  due: 'К какому уроку',
  dueNext: 'К следующему',
  dueDate: 'К дате',
  duePinned: 'К уроку',
  dueDay: 'Дата',
  dueOn: (day: string) => `Срок: ${day}`,
  dueUnknown: 'Следующего урока в расписании ещё нет',
  publish: 'Когда показать',
  publishNow: 'Сразу',
  publishAt: 'В назначенное время',
  publishTime: 'Показать семьям',
  givenLate: 'Задано после урока',
  works: 'Работы урока',
  save: {
    saved: 'сохранено',
    queued: 'сохраняем…',
    conflict: 'изменил другой человек',
    refused: 'не записано',
  },
  overload: (day: string, minutes: number, limit: number) =>
    `На ${day} классу задано ${minutes}\u00A0мин при норме ${limit}.`,
};
