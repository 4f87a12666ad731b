import type { ProblemWords } from '#web/ru.ts';

/** Refusals of the timetable and of its changes. */
export const problems: ProblemWords = {
  'timetable.emptyAct': 'Менять нечего: выберите хотя бы один урок.',
  'timetable.repeatedLesson': 'Один урок назван дважды. Обновите страницу и повторите.',
  'timetable.unknownLesson': 'Такого урока в расписании нет. Обновите страницу.',
  'timetable.unknownTeacher': 'В этот день такой учитель в школе не работает.',
  'timetable.ownTeacher': 'Это урок самого учителя: снимите замену, и он вернётся.',
  'timetable.unknownPage': 'Такого предмета у этого класса нет.',
  'timetable.unknownRoom': 'Такого кабинета в школе нет.',
  'timetable.outsideYear': 'Этот день вне учебного года.',
  'timetable.cannotMerge': 'Эти группы нельзя объединить: уроки идут в разное время или у разных классов.',
  'timetable.nothingChanges': 'Так урок стоит и сейчас.',
  'timetable.absenceSpan': 'Последний день отсутствия раньше первого или слишком далеко.',
  'timetable.changedMeanwhile': 'Урок уже изменил другой человек.',
  'timetable.lessonNotPlanned': 'Урок уже отменён или убран из расписания.',
  'timetable.slotTaken': 'В это время у класса уже стоит урок этого предмета.',
  'timetable.periodLocked': 'Учебный период закрыт: расписание в нём больше не меняется.',
  'timetable.lessonHasEntries': 'Урок состоялся: на нём есть отметки или посещаемость.',
  'timetable.clashes': 'Есть накладки в расписании.',
};
