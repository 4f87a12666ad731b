import type { ProblemWords } from '#web/ru.ts';

/** Refusals of requests. */
export const problems: ProblemWords = {
  'links.decided': 'По этой заявке решение уже принято.',
  'links.expired': 'Срок этой заявки истёк: её можно только отправить заново.',
  'links.nameMissing': 'Укажите фамилию и имя ребёнка, каждое не длиннее 80 знаков.',
  'links.birthDateImpossible': 'Проверьте дату рождения: ученику не может быть больше 25 лет.',
  'links.kinshipMissing': 'Выберите, кем вы приходитесь ребёнку.',
  'links.documentMissing': 'Выберите документ о родстве.',
  'links.tailTooLong': 'Нужны только последние четыре знака номера.',
  'links.wordTooLong': 'Примечание длиннее 300 знаков: сократите его.',
  'links.tooMany': ({ limit }) =>
    `Школа ещё рассматривает ${String(limit)} ваши заявки. Дождитесь ответа или отзовите одну.`,
  'links.tooOften': ({ limit, days }) =>
    `За ${String(days)} дней можно отправить не больше ${String(limit)} заявок. Обратитесь в школу.`,
  'links.student': 'Заявку отправляет родитель под своим входом.',
  'links.basisMissing': 'Укажите документ, которым подтверждено родство.',
  'links.endBeforeToday': 'Последний день права не может быть раньше сегодняшнего.',
  'links.unknownStudent': 'Такого ученика в школе нет.',
  'links.reasonMissing': 'Поясните причину отказа: отправитель её прочтёт.',
};
