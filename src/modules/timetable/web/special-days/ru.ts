import { nbsp, pluralRussian as plural } from '#web/words.ts';

const lessonForms = { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' };
const lessons = (count: number) => plural(count, lessonForms);
const ofLessons = (count: number) =>
  plural(count, { one: 'урока', few: 'уроков', many: 'уроков', other: 'уроков' });
const onLessons = (count: number) =>
  plural(count, { one: 'уроке', few: 'уроках', many: 'уроках', other: 'уроках' });
/** «отменится 21 урок», «отменятся 3 урока», «отменится 5 уроков» */
const does = (one: string, few: string) => (count: number) => {
  const isFew = new Intl.PluralRules('ru').select(count) === 'few';
  return `${isFew ? few : one} ${lessons(count)}`;
};
const weekdays = ['понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы', 'воскресенья'];

/** Words of the page of special days. */
export const ru = {
  title: 'Особые дни',
  lead: 'Карантин, мороз, учебная суббота, другие звонки. Уроки, журнал и дневники меняются сразу.',
  add: 'Объявить особый день',
  upcoming: 'Сейчас и впереди',
  past: 'Прошли или сняты',
  daysOff: 'Выходные учебного года',
  empty: 'Особых дней впереди нет',
  emptyNext: 'Уроки идут по расписанию и календарю школы.',
  columns: { days: 'Дни', whom: 'Кого касается', what: 'Что', why: 'Причина' },
  wholeSchool: 'Вся школа',
  grade: (grade: number) => `${grade}-е${nbsp}классы`,
  kind: {
    off: 'Уроков нет',
    weekday: (weekday: number) => `По${nbsp}расписанию ${weekdays[weekday - 1] ?? ''}`,
    bells: (name: string) => `Звонки: ${name}`,
  },
  weekdayOf: (weekday: number) => weekdays[weekday - 1] ?? '',
  running: 'идёт сейчас',
  by: (author: string, day: string) => `${author}, ${day}`,
  endedAll: 'снят',
  endedFrom: (day: string) => `снят с${nbsp}${day}`,
  takeBack: 'Снять',
  takeBackNamed: (what: string) => `Снять: ${what}`,
  dayOff: 'Выходной',

  newTitle: 'Новый особый день',
  newLead: 'Сначала видно, что произойдёт с уроками. Ничего не меняется, пока вы не подтвердите.',
  what: 'Что будет',
  kinds: { off: 'Уроков нет', weekday: 'По расписанию другого дня', bells: 'Другие звонки' },
  whom: 'Для кого',
  grades: 'Параллели',
  classes: 'Классы',
  day: 'День',
  from: 'С какого дня',
  to: 'По какой день',
  asWeekday: 'По расписанию',
  bells: 'Звонки',
  choose: 'Выберите',
  shift: (name: string, shift: number) => `${name} (${shift}-я смена)`,
  noSchedules: 'В школе одно расписание звонков: выбирать не из чего.',
  reason: 'Причина',
  reasonSeen: 'Семьи увидят эту причину в дневнике.',

  effect: 'Что произойдёт',
  counting: 'Считаем, что изменится…',
  mend: 'Исправьте отмеченное поле, и здесь будет видно, что изменится.',
  incomplete: 'Заполните поля, и здесь будет видно, что изменится.',
  counts: {
    cancelled: does('отменится', 'отменятся'),
    restored: does('вернётся', 'вернутся'),
    added: does('добавится', 'добавятся'),
    moved: (count: number) => `у${nbsp}${ofLessons(count)} сменится номер, время или кабинет`,
    retimed: (count: number) => `у${nbsp}${ofLessons(count)} сменится время`,
    retired: does('уйдёт из расписания', 'уйдут из расписания'),
    changed: (count: number) => `изменится у${nbsp}${ofLessons(count)} время или номер`,
  },
  nothing: 'С уроками ничего не произойдёт.',
  byClass: (count: number) =>
    `По классам (${plural(count, { one: 'класс', few: 'класса', many: 'классов', other: 'класса' })})`,
  days: (count: number) => plural(count, { one: 'день', few: 'дня', many: 'дней', other: 'дня' }),
  marks: (count: number) =>
    `На${nbsp}${onLessons(count)} уже есть отметки или посещаемость. Записи останутся в журнале и дневнике.`,
  notes: (count: number) => `На${nbsp}${onLessons(count)} уже записаны тема или задание. Записи останутся.`,
  shared: (count: number) =>
    `${lessons(count)} в общих группах с другими классами: ${count === 1 ? 'пройдёт' : 'пройдут'} как обычно.`,
  byHand: (count: number) =>
    `${lessons(count)} с изменениями, внесёнными вручную: ${count === 1 ? 'останется' : 'останутся'} как есть.`,
  silent: (numbers: readonly number[]) =>
    numbers.length === 1
      ? `В этих звонках нет урока №${nbsp}${numbers.join()}: время у него не будет указано.`
      : `В этих звонках нет уроков №${nbsp}${numbers.join(', ')}: время у них не будет указано.`,
  clashes: 'Накладки:',
  narrower: 'Останутся в силе:',
  homework: 'Задания «на следующий урок» перейдут на ближайший урок.',
  which: 'Какие уроки',
  andMore: (count: number) => `и ещё ${count}`,
  confirm: { off: 'Отменить уроки', weekday: 'Объявить учебный день', bells: 'Сменить звонки' },
  done: { off: 'Уроки отменены', weekday: 'Учебный день объявлен', bells: 'Звонки изменены' },

  endTitle: 'Снять особый день',
  endFrom: 'С какого дня снова как обычно',
  endConfirm: 'Снять и вернуть уроки',
  ended: 'Особый день снят, уроки стоят по расписанию',
};

export type SpecialDaysWords = typeof ru;
