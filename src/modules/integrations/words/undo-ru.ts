import type { KeptReason, UndoOf } from '../import-undo/units.ts';
import type { DifferenceOf } from '../roster-import/difference.ts';
import type { Facts } from './ru.ts';

const fields: Readonly<Record<string, string>> = {
  lastName: 'фамилию',
  firstName: 'имя',
  middleName: 'отчество',
  birthDate: 'дату рождения',
  gender: 'пол',
  snils: 'СНИЛС',
  phone: 'телефон',
  email: 'e-mail',
};

const lessons = new Intl.PluralRules('ru');
const forms: Readonly<Record<string, string>> = { one: 'урок', few: 'урока', many: 'уроков', other: 'урока' };
const entryForms: Readonly<Record<string, string>> = {
  one: 'запись',
  few: 'записи',
  many: 'записей',
  other: 'записи',
};
const counted = (facts: Facts, of: Readonly<Record<string, string>>) => {
  const count = Number(facts['count']);
  return `${String(count)} ${of[lessons.select(count)] ?? ''}`;
};

/** Words of taking an import back. */
export const undo = {
  of: {
    role: 'роль',
    room: 'кабинет',
    bells: 'звонки',
    template: 'расписание',
    lessons: 'уроки',
  } satisfies Record<Exclude<UndoOf, DifferenceOf>, string>,
  kinds: { removed: 'уйдёт', restored: 'станет как было' },
  lessons: {
    removed: (count: number) => `снимется: ${counted({ count }, forms)}`,
    restored: (count: number) => `вернётся на место: ${counted({ count }, forms)}`,
  },
  snils: 'СНИЛС будет убран',
  kept: {
    changed: (facts) =>
      facts['field'] === undefined
        ? 'после загрузки это изменили'
        : `после загрузки изменили ${fields[String(facts['field'])] ?? String(facts['field'])}`,
    moved: () => 'после загрузки ученика перевели или отчислили',
    entries: (facts) => `в журнале уже есть ${counted(facts, entryForms)}`,
    account: () => 'уже выдан доступ: есть учётная запись или талон',
    guardian: () => 'после загрузки добавили родителя',
    works: () => 'уже стоит в заменах или отмечено отсутствие',
    roles: () => 'после загрузки дали роль',
    teaches: () => 'после загрузки дали страницы журнала',
    leads: () => 'после загрузки назначено классное руководство',
    members: () => 'после загрузки добавили учеников',
    pages: () => 'после загрузки завели страницы журнала',
    lessons: (facts) => `в расписании ${counted(facts, forms)}`,
    specialDays: () => 'для класса объявлены особые дни',
    together: (facts) => `нужно для того, что остаётся: ${String(facts['with'])}`,
    byHand: (facts) => `${counted(facts, forms)}: изменено по дням после загрузки`,
    outside: (facts) => `${counted(facts, forms)} с записями: останутся «вне расписания»`,
    useful: () => 'останется в списке школы',
  } satisfies Record<KeptReason, (facts: Facts) => string>,
  keptTitle: 'Останется',
  removedTitle: 'Уйдёт',
  restoredTitle: 'Станет как было',
  head: (files: string) => `Отмена загрузки: ${files}`,
  counts: (of: { removed: number; restored: number; kept: number }) =>
    `Уйдёт: ${String(of.removed)}, станет как было: ${String(of.restored)}, останется: ${String(of.kept)}.`,
  committed: 'Загрузка отменена.',
  nothingLoaded: 'В эту школу ещё ничего не загружали.',
  refusals: {
    'imports.alreadyUndone': 'Последняя загрузка уже отменена.',
    'imports.notLast': 'После этой загрузки была другая: отменить можно только последнюю.',
    'imports.noJournal':
      'Эта загрузка сделана до того, как Парта стала записывать их построчно: отменить её нельзя.',
  } as Readonly<Record<string, string>>,
};
