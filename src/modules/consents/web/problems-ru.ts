import type { ProblemWords } from '#web/ru.ts';

/** Refusals of consents. */
export const problems: ProblemWords = {
  'consents.notAsked': 'Школа об этом больше не спрашивает.',
  'consents.textChanged':
    'Пока страница была открыта, текст изменился. Прочитайте новую редакцию и ответьте ещё раз.',
  'consents.tooYoung': 'До 14 лет за ученика отвечает родитель или опекун.',
  'consents.grownUp': 'Ученику уже 18: теперь отвечает он сам.',
  'consents.notNow': 'Этот ответ уже ничего не меняет: посмотрите, что записано сейчас.',
  'consents.dayAhead': 'Дата подписи не может быть позже сегодняшней.',
  'consents.notEntitled':
    'Этот человек не может подписать: нужны родитель или опекун с правом «Документы», с 14 лет сам ученик, с 18 лет только он.',
  'consents.unknownText': 'Такой редакции текста нет.',
  'consents.unknownReceiver': 'Принять бумагу может только сотрудник школы.',
  'consents.nothingToWithdraw': 'Этот человек согласия не давал: отзывать нечего.',
  'consents.notListed': 'В классе больше нет кого-то из выбранных. Обновите страницу.',
  'consents.titleMissing': 'Назовите согласие.',
  'consents.bodyMissing': 'Напишите текст согласия.',
  'consents.changedMeanwhile': 'Текст тем временем изменил кто-то другой. Сравните и сохраните ещё раз.',
};
