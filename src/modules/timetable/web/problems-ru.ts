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
  'dayOverrides.noYear': 'В школе ещё нет учебного года.',
  'dayOverrides.outsideYear': 'Этот день вне учебного года.',
  'dayOverrides.span': 'Последний день раньше первого или позже него больше чем на два месяца.',
  'dayOverrides.oneDay':
    'По расписанию другого дня можно учиться только один день: объявите каждый отдельно.',
  'dayOverrides.unknownScope': 'Такого класса в этом учебном году нет.',
  'dayOverrides.noWeekday': 'Выберите, по расписанию какого дня учиться.',
  'dayOverrides.unknownBells': 'Выберите расписание звонков.',
  'dayOverrides.noTimetable': 'У этих классов в расписании нет уроков в такой день недели.',
  'dayOverrides.taken': 'На эти дни у этих классов уже объявлен особый день. Сначала снимите его.',
  'dayOverrides.nothingChanges': 'В эти дни ничего не изменится: уроков и так нет или они идут так же.',
  'dayOverrides.outdated':
    'Расписание или записи на уроках изменились. Проверьте, что произойдёт, и подтвердите ещё раз.',
  'dayOverrides.exists': 'Этот особый день уже объявлен. Обновите страницу.',
  'dayOverrides.notInForce': 'Выберите день из тех, что объявлены особыми.',
  'weekly.outsideYear': 'Этот день вне учебного года.',
  'weekly.unknownPage': 'Такого предмета у этого класса больше нет: проверьте нагрузку.',
  'weekly.unknownRoom': 'Такого кабинета в школе нет.',
  'weekly.twice': 'Один предмет у одной группы поставлен на один урок дважды.',
  'weekly.changedMeanwhile': 'Расписание этого класса изменил другой человек.',
  'weekly.outdated':
    'Расписание или записи на уроках изменились. Проверьте, что произойдёт, и подтвердите ещё раз.',
};
