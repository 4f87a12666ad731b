import { nbsp, pluralRussian as plural } from '#web/words.ts';

const lessons = { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' };
const pupils = { one: 'ученик', few: 'ученика', many: 'учеников', other: 'ученика' };

/** Words of the homeroom teacher's class. */
export const ru = {
  title: 'Класс',
  choose: 'Выберите класс',
  noClass: 'У вас нет класса',
  noClassText: 'Страница откроется, когда вас назначат классным руководителем.',
  views: { day: 'День', absences: 'Пропуски', contacts: 'Контакты' },
  viewsName: 'Вид страницы',
  homeroom: 'Классный руководитель',
  students: (count: number) => plural(count, pupils),
  date: 'Дата',
  previousDay: 'Предыдущий день',
  nextDay: 'Следующий день',
  toToday: 'Сегодня',
  print: 'Печать',

  away: {
    title: 'Кого нет',
    nobody: 'Все на месте',
    nobodyText: 'Пропусков на этот день никто не отметил.',
    notYet: 'Пока никто не отмечен',
    notYetText: 'Учителя отмечают явку на уроках, пропуски появятся здесь сразу.',
    unclear: 'причина не указана',
    whole: 'весь день',
    lessons: (numbers: readonly number[]) =>
      numbers.length === 1 ? `${numbers[0]}-й урок` : `уроки ${numbers.join(', ')}`,
    late: (number: number, minutes: number | null) =>
      minutes === null
        ? `опоздание на ${number}-й урок`
        : `опоздание на ${number}-й урок, ${minutes}${nbsp}мин`,
    leftEarly: (number: number) => `ушёл раньше с ${number}-го урока`,
    expected: 'предупреждали',
    more: 'Дни и примечание',
    announce: 'Предупредить об отсутствии',
    counts: (away: number, unclear: number) =>
      `${plural(away, { one: 'отсутствует', few: 'отсутствуют', many: 'отсутствуют', other: 'отсутствуют' })}${
        unclear === 0 ? '' : `, без причины ${unclear}`
      }`,
    keys: 'Клавиши на строке ученика: Б — болеет, П — уважительная, Н — без уважительной',
  },
  reason: { ill: 'болеет', excused: 'уважительная', unexcused: 'без уважительной' },
  reasonLong: {
    ill: 'по болезни',
    excused: 'по уважительной причине',
    unexcused: 'без уважительной причины',
  },
  reasonOf: (name: string) => `Причина: ${name}`,
  remove: 'Снять причину',
  set: (name: string, reason: string) => `${name}: ${reason}`,
  removed: (name: string) => `${name}: причина снята`,
  by: (name: string) => `указал(а) ${name}`,

  sheet: {
    title: 'Причина отсутствия',
    student: 'Ученик',
    chooseStudent: 'Выберите ученика',
    reason: 'Причина',
    from: 'С какого дня',
    to: 'По какой день',
    note: 'Примечание',
    noteHint: 'Например, номер справки. Видите только вы.',
    save: 'Сохранить',
    required: 'Заполните это поле',
    changed: 'Причину уже изменил другой человек. Страница обновлена: проверьте и повторите.',
  },

  register: {
    title: 'Журнал дня',
    name: 'Фамилия и имя',
    taken: 'явка отмечена',
    notTaken: 'явка не отмечена',
    cancelled: 'отмена',
    notBegun: 'ещё не начался',
    hint: 'Пусто — на уроке или урок ещё не отмечен, прочерк — урок не для этой группы',
    notOwn: 'не в этой группе',
    untaken: (count: number) => `явка не отмечена: ${plural(count, lessons)}`,
  },
  noLessons: 'В этот день уроков нет',
  noStudents: 'В классе пока никого нет',
  noStudentsText: 'Ученики появятся, когда канцелярия зачислит их в класс.',

  contacts: {
    columns: ['Ученик', 'Дата рождения', 'Телефон ученика', 'Родитель', 'Кем приходится', 'Телефон родителя'],
    noPhone: 'телефона нет',
    noGuardians: 'родители не указаны',
    noBirthDate: 'дата рождения не указана',
    kinship: {
      mother: 'мать',
      father: 'отец',
      grandmother: 'бабушка',
      grandfather: 'дедушка',
      guardian: 'опекун',
      other: 'законный представитель',
    },
    printed: (name: string, day: string) => `Контакты, ${name}, на ${day}`,
  },

  absences: {
    month: 'Месяц',
    previousMonth: 'Предыдущий месяц',
    nextMonth: 'Следующий месяц',
    student: 'Фамилия и имя',
    missed: 'Пропущено уроков',
    ill: 'по болезни',
    excused: 'по уважительной',
    unexcused: 'без уважительной',
    unclear: 'причина не указана',
    late: 'Опозданий',
    fullDays: 'Дней полностью',
    share: 'Доля',
    total: 'Всего',
    systematic: 'систематически',
    systematicHint: (percent: number) =>
      `Систематически: пропущено ${percent}${nbsp}% уроков месяца и больше.`,
    printed: (name: string, month: string) => `Пропуски, ${name}, ${month}`,
    none: 'Пропусков нет',
  },
};

export type HomeroomWords = typeof ru;
