import { nbsp, pluralRussian as plural } from '../words.ts';

/** Words inside the components. */
export const ru = {
  product: 'Парта',
  toContent: 'К содержанию',

  markText: {
    passed: 'зач',
    failed: 'нз',
    exempt: 'осв',
    notAssessed: 'н/а',
    pendingPoint: '•',
  } as Readonly<Record<string, string>>,
  markMeaning: {
    5: 'отлично',
    4: 'хорошо',
    3: 'удовлетворительно',
    2: 'неудовлетворительно',
    1: 'неудовлетворительно',
  } as Readonly<Record<string, string>>,
  markWord: {
    passed: 'Зачёт',
    failed: 'Незачёт',
    exempt: 'Освобождение',
    notAssessed: 'Не аттестован',
    pendingPoint: 'Точка: работу нужно сдать',
  } as Readonly<Record<string, string>>,
  mark: (value: string) => `Отметка ${value}`,
  twoMarks: (first: string, second: string) => `Две отметки за одну работу: ${first} и ${second}`,
  weight: (weight: number) => `вес ${weight}`,
  replaced: 'пересдана',
  dueBy: (day: string) => `до ${day}`,
  noMarks: 'Отметок нет',

  attendanceLetter: {
    absent: 'Н',
    ill: 'Б',
    excused: 'П',
    unexcused: 'Н',
    late: 'О',
    leftEarly: 'У',
    exempt: 'осв',
    remote: 'Д',
  },
  attendanceWord: {
    absent: 'Отсутствие',
    ill: 'Отсутствие по болезни',
    excused: 'Отсутствие по уважительной причине',
    unexcused: 'Отсутствие без уважительной причины',
    late: 'Опоздание',
    leftEarly: 'Уход раньше',
    exempt: 'Освобождение, на уроке присутствует',
    remote: 'Дистанционно',
  },
  minutes: (count: number) => plural(count, { one: 'минута', few: 'минуты', many: 'минут', other: 'минуты' }),

  change: {
    substitution: 'замена',
    cancellation: 'отмена',
    move: 'перенос',
    room: 'кабинет',
    merge: 'объединение',
    extra: 'вне расписания',
  },
  today: 'Сегодня',
  lessonNumber: (number: number) => `${number}-й урок`,
  homework: 'Задание',
  done: 'Сделано',
  hasFiles: 'Есть файлы',
  average: 'Средний балл',

  previousWeek: 'Предыдущая неделя',
  nextWeek: 'Следующая неделя',
  thisWeek: 'Текущая неделя',
  close: 'Закрыть',
  undo: 'Отменить',
  stale: (time: string) => `Нет сети. Показаны данные на${nbsp}${time}`,
  offline: 'Нет сети',

  saved: 'сохранено',
  queued: 'в очереди на отправку',
  conflict: 'изменено другим человеком',

  sections: 'Разделы',
  shortcuts: 'Сочетания клавиш',
  chooseChild: 'Выбрать ребёнка',
  account: 'Учётная запись',
  accountPage: 'Роли и школы',
  signOut: 'Выйти',
  theme: 'Оформление',
  themes: { auto: 'Авто', light: 'Светлое', dark: 'Тёмное' },
  language: 'Язык',
};

export type UiWords = typeof ru;
