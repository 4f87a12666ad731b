import { pluralRussian } from '#web/words.ts';

export const ru = {
  views: 'Разделы контроля',
  completenessTab: 'Заполнение',
  periodsTab: 'Учебные периоды',
  chooseSchool: 'Выберите школу',
  noSchool: 'Контроль журналов ведут завуч и директор',
  noSchoolText: 'Если это ваша работа, попросите администратора школы назначить вам роль.',
  pageFault: 'Страница не открылась.',
  retry: 'Повторить',
  completeness: {
    title: 'Заполнение журналов',
    days: 'За какие дни',
    thisWeek: 'Эта неделя',
    lastWeek: 'Прошлая неделя',
    by: 'Как показать',
    byTeacher: 'По учителям',
    byClass: 'По классам',
    teacher: 'Учитель',
    class: 'Класс',
    filledColumn: 'заполнено',
    filled: (percent: number) => `заполнено ${percent}\u00a0%`,
    lessons: (count: number) =>
      pluralRussian(count, {
        one: 'проведённый урок',
        few: 'проведённых урока',
        many: 'проведённых уроков',
        other: 'проведённого урока',
      }),
    columns: {
      lessons: 'уроков',
      noTopic: 'без темы',
      noAttendance: 'без посещаемости',
      noHomework: 'без задания',
      fewMarks: 'мало отметок',
    },
    total: 'По школе',
    none: 'В эти дни проведённых уроков нет',
    noneText: 'Выберите другую неделю или учебный период.',
    listTitle: {
      all: 'Проведённые уроки',
      topic: 'Уроки без темы',
      attendance: 'Уроки без посещаемости',
      homework: 'Уроки без задания',
      marks: 'Мало отметок',
    },
    back: '← К заполнению журналов',
    allDone: 'Таких уроков нет',
    allDoneText: 'Всё заполнено: список обновляется сам, пока страница открыта.',
    firstOf: (shown: number, all: number) => `Показаны первые ${shown} из ${all}.`,
    number: (number: number) => `${number}-й урок`,
    nobody: 'учитель не назначен',
    minimum: (count: number) =>
      `Нужно не меньше ${pluralRussian(count, { one: 'отметки', few: 'отметок', many: 'отметок', other: 'отметок' })} за период`,
    marksOf: (marks: number, minimum: number) => `${marks} из ${minimum}`,
  },
  periods: {
    title: 'Учебные периоды',
    none: 'Учебных периодов ещё нет',
    noneText: 'Они появятся, когда в школе заведут учебный год.',
    intro:
      'В закрытом периоде отметки, посещаемость, темы уроков и итоговые отметки не меняются. Учителя видят это сразу.',
    open: 'Открыт',
    notBegun: 'Ещё не начался',
    running: 'идёт сейчас',
    closedForAll: 'Закрыт',
    closedFor: (grades: string) => `Закрыт: ${grades}`,
    by: (name: string, day: string) => `${name}, ${day}`,
    openings: (count: number) =>
      `Открывали ${pluralRussian(count, { one: 'раз', few: 'раза', many: 'раз', other: 'раза' })}`,
    opening: (whom: string, reason: string) => `${whom}: «${reason}»`,
    everyGrade: 'все классы',
    grades: (list: readonly number[]) =>
      `${gradeRanges(list)}\u00a0${list.length === 1 ? 'класс' : 'классы'}`,
    close: 'Закрыть',
    closeNamed: (period: string) => `Закрыть период: ${period}`,
    reopen: 'Открыть снова',
    reopenNamed: (period: string) => `Открыть снова: ${period}`,
    closeTitle: (period: string) => `Закрыть период «${period}»`,
    openTitle: (period: string) => `Открыть период «${period}»`,
    runningNote: 'Период ещё идёт: учителя не смогут вести журнал до его конца.',
    yearNote: 'Это весь учебный год: закроются и все его четверти.',
    whose: 'Для каких классов',
    all: 'Для всех',
    some: 'Для некоторых',
    noGrade: 'Отметьте хотя бы один класс.',
    reason: 'Почему период открывается',
    reasonHint: 'Причина останется в истории и в журнале действий.',
    reasonMissing: 'Напишите причину.',
    doClose: 'Закрыть период',
    doOpen: 'Открыть период',
    closed: (period: string) => `Период «${period}» закрыт`,
    opened: (period: string) => `Период «${period}» открыт`,
    nothingChanged: 'Это уже сделано: обновлено по тому, что есть сейчас',
    undoReason: 'Отмена закрытия',
    readOnly: 'Закрывают и открывают периоды завуч и директор.',
  },
};

/** «5–8, 10»: neighbours are drawn together. */
function gradeRanges(grades: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const grade of grades) {
    const last = ranges.at(-1);
    if (last && last[1] === grade - 1) last[1] = grade;
    else ranges.push([grade, grade]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

export type ControlWords = typeof ru;
