import { pluralRussian as plural } from '#web/words.ts';
import type { SchemeKind } from '#modules/organisation/years/contract.ts';

const lessons = (count: number) =>
  plural(count, { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' });
const days = (count: number) => plural(count, { one: 'день', few: 'дня', many: 'дней', other: 'дня' });

/** Words of the pages a school is set up by. */
export const ru = {
  views: 'Разделы настройки',
  overview: 'Обзор',
  subjectsTab: 'Предметы',
  readOnly: 'Менять настройку могут администратор школы и завуч.',

  year: {
    tab: 'Год',
    title: (name: string) => `Учебный год ${name}`,
    newTitle: 'Новый учебный год',
    choose: 'Год',
    add: 'Новый год',
    empty: 'Учебного года ещё нет',
    emptyText: 'Заведите год: даты, периоды и каникулы предложим по рекомендации Минпросвещения.',
    days: 'Начало и конец',
    from: 'Первый день',
    to: 'Последний день',
    recommended: 'Заполнить по рекомендации',
    recommendedHint:
      'Даты года, четвертей, полугодий и каникул, как советует Минпросвещения. Сохранится, только когда вы нажмёте «Сохранить».',
    schemes: {
      quarter: 'Четверти',
      trimester: 'Триместры',
      halfYear: 'Полугодия',
      module: 'Модули',
    } as Readonly<Record<SchemeKind, string>>,
    periods: {
      quarter: (ordinal: number) => `${ordinal} четверть`,
      trimester: (ordinal: number) => `${ordinal} триместр`,
      halfYear: (ordinal: number) => `${ordinal} полугодие`,
      module: (ordinal: number) => `${ordinal} модуль`,
    } as Readonly<Record<SchemeKind, (ordinal: number) => string>>,
    gradesOf: 'Классы',
    studyDays: (count: number) =>
      plural(count, { one: 'учебный день', few: 'учебных дня', many: 'учебных дней', other: 'учебного дня' }),
    period: 'Период',
    length: 'Длительность',
    addScheme: 'Другие периоды для части классов',
    addSchemeOf: (kind: string) => `Добавить: ${kind.toLowerCase()}`,
    removeScheme: (kind: string) => `Убрать: ${kind.toLowerCase()}`,
    noGrades: 'Ни один класс не отмечен: такие периоды не сохранятся.',
    gradesWithout: (grades: string) =>
      `Без периодов: ${grades}. Этим классам нельзя выставить итоговые отметки.`,
    breaks: 'Каникулы',
    breakName: 'Название',
    breakGrades: 'Для кого',
    wholeSchool: 'Вся школа',
    someGrades: 'Некоторые классы',
    addBreak: 'Добавить каникулы',
    removeBreak: (name: string) => `Убрать «${name}»`,
    breakLength: (count: number) => days(count),
    newBreak: 'Каникулы',
    savedWithLessons: (told: { readonly gone: number; readonly back: number; readonly off: number }) =>
      [
        'Учебный год сохранён.',
        told.gone === 0 ? '' : `Из расписания уходит ${lessons(told.gone)}; записи в журнале остаются.`,
        told.back === 0 ? '' : `В расписании снова ${lessons(told.back)}.`,
        told.off === 0 ? '' : `В свободные дни вручную поставлено: ${lessons(told.off)}, это не изменилось.`,
      ]
        .filter(Boolean)
        .join(' '),
    effect:
      'Периоды и каникулы сразу увидят журналы и дневники, уроки в каникулы уйдут из расписания. Отметки не изменятся.',
    faults: {
      'year.endsBeforeBegins': 'Год заканчивается раньше, чем начинается.',
      'year.tooLong': 'Год длиннее 372 дней.',
      'year.gradeTwice': 'Класс отмечен в двух видах периодов.',
      'year.wrongCount': 'Четвертей должно быть четыре, триместров три, полугодий два.',
      'year.periodEndsBeforeBegins': 'Период заканчивается раньше, чем начинается.',
      'year.periodOutsideYear': 'Период выходит за пределы учебного года.',
      'year.periodsOverlap': 'Период начинается раньше, чем закончился предыдущий.',
      'year.breakEndsBeforeBegins': 'Каникулы заканчиваются раньше, чем начинаются.',
      'year.breakOutsideYear': 'Каникулы выходят за пределы учебного года.',
      'year.breaksOverlap': 'Каникулы пересекаются с другими.',
    } as Readonly<Record<string, string>>,
    dateMissing: 'Укажите дату.',
    nameMissing: 'Укажите название.',
    fixFirst: (count: number) =>
      `Исправьте ${plural(count, { one: 'отмеченное место', few: 'отмеченных места', many: 'отмеченных мест', other: 'отмеченного места' })}.`,
  },

  bells: {
    tab: 'Звонки',
    title: 'Звонки',
    add: 'Новое расписание звонков',
    addTitle: 'Новое расписание звонков',
    empty: 'Звонков ещё нет',
    emptyText: 'Добавьте звонки первой смены или загрузите расписание: в файле aSc они есть.',
    name: 'Название',
    shift: 'Смена',
    shiftOf: (shift: number) => `${shift} смена`,
    usual: 'Обычные звонки этой смены',
    usualHint: 'Остальные действуют в особые дни и у первоклассников.',
    usualTag: 'обычные',
    specialTag: 'особые',
    number: 'Урок',
    starts: 'Начало',
    ends: 'Конец',
    recess: 'Перемена',
    minutes: (count: number) => `${count}\u00A0мин`,
    addBell: 'Добавить урок',
    removeBell: (number: number) => `Убрать ${number}-й урок`,
    shortRecess: (number: number) =>
      `После ${number}-го урока меньше 10 минут: санитарные правила требуют 10.`,
    effect: 'Завтрашние и следующие уроки получат новое время.',
    saved: 'Звонки сохранены',
    savedWithLessons: (count: number) => `Звонки сохранены, время изменилось: ${lessons(count)}`,
    newName: (shift: number): string =>
      shift === 1 ? 'Первая смена' : shift === 2 ? 'Вторая смена' : 'Третья смена',
    faults: {
      'bells.numberTwice': 'Два урока с одним номером.',
      'bells.endsBeforeBegins': 'Урок заканчивается раньше, чем начинается.',
      'bells.overlap': 'Урок начинается раньше, чем закончился предыдущий.',
    } as Readonly<Record<string, string>>,
    timeMissing: 'Укажите время.',
    nameMissing: 'Укажите название.',
  },

  settings: {
    tab: 'Правила',
    title: 'Правила школы',
    about: 'Здесь то, что решает локальный акт школы. Перед сохранением видно, что изменится в журналах.',
    card: 'Школа',
    name: 'Полное название',
    shortName: 'Краткое название',
    shortNameHint: 'В шапке дневника и на талонах доступа',
    entries: 'Записи в журнале',
    editWindow: 'Дней на правку урока',
    editWindowHint: 'Пусто: без ограничения. Закрытый период закрыт в любом случае.',
    reasonAfter: 'Дней без объяснения причины',
    markWhenAbsent: 'Отметка тому, кто отсутствует',
    markWhenAbsentKinds: { allow: 'ставится', warn: 'ставится с предупреждением', block: 'не ставится' },
    moveAfterMark: 'После отметки курсор идёт',
    moveAfterMarkKinds: { down: 'вниз, к следующему ученику', right: 'вправо, к следующему уроку' },
    finals: 'Итоговые отметки',
    finalsAbout: 'Парта только предлагает отметку, решает учитель.',
    averageKind: 'Среднее, по которому предлагается отметка',
    averageKinds: {
      weighted: 'взвешенное: контрольная весит больше ответа',
      plain: 'простое: все отметки равны',
    },
    preset: 'С какого среднего',
    presets: {
      math: '5 с 4,50 · 4 с 3,50 · 3 с 2,50',
      '4.6': '5 с 4,60 · 4 с 3,60 · 3 с 2,60',
      novosib: '5 с 4,65 · 4 с 3,65 · 3 с 2,65',
      strict: '5 с 4,70 · 4 с 3,70 · 3 с 2,70',
    },
    retakes: 'Пересдача',
    retakesKinds: { replace: 'заменяет прежнюю отметку', average: 'считается вместе с прежней' },
    minimumOneHour: 'Отметок за период при 1 часе в неделю',
    minimumMore: 'Отметок за период при 2 часах и больше',
    minimumHint: 'Если отметок меньше, предлагается «н/а».',
    pointHoldsFive: 'Пока работа не сдана, «5» не предлагается',
    homework: 'Домашние задания',
    lateSkips: 'Задание, выданное после урока, переносится на урок позже',
    limits: 'Минут на все предметы в день',
    limitGrades: (from: number, to: number) => (from === to ? `${from} класс` : `${from}–${to} классы`),
    limitsHint: 'По умолчанию нормы СанПиН 1.2.3685-21.',
    access: 'Вход сотрудников',
    secondFactorFrom: 'Второй шаг при входе обязателен с',
    secondFactorHint: 'Для администраторов, директора и завучей. Пусто: настраивает кто хочет.',
    systematic: 'Систематические пропуски: от, % за месяц',
    saved: 'Правила сохранены',
    undone: 'Правила возвращены',
    notNumber: (from: number, to: number) => `Целое число от ${from} до ${to}.`,
    required: 'Заполните поле.',
    preview: {
      title: 'Что изменится',
      nothing: 'Правила оценивания и правки пока те же.',
      openMore: (count: number) => `Снова можно будет править ещё ${lessons(count)}.`,
      openLess: (count: number) => `Закроются для правки ${lessons(count)}.`,
      firstDay: (day: string) => `Открыты уроки с ${day}.`,
      noLimit: 'Уроки открыты без ограничения по времени.',
      unfilledLost: (count: number) =>
        `Среди них ${lessons(count)} без темы: учителя уже не смогут её записать.`,
      reason: (now: number, then: number) =>
        `Причину надо будет писать на ${then} открытых уроках вместо ${now}.`,
      proposals: (count: number) =>
        `Предложение изменится у ${plural(count, { one: 'ученика', few: 'учеников', many: 'учеников', other: 'ученика' })} (ученик и предмет считаются парой).`,
      noProposals: 'Предлагаемые отметки останутся прежними.',
      columns: { mark: 'Отметка', now: 'Сейчас', wished: 'Станет' },
      notAssessed: 'н/а',
      waiting: 'Считаем…',
    },
  },
};

export type SetUpWords = typeof ru;
