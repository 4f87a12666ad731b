import { kinships } from '#modules/roster/words/ru.ts';
import { pluralRussian as plural } from '#web/words.ts';

/** Words of the pages of access. */
export const ru = {
  title: (whose: string) => `Доступ: ${whose}`,
  staff: 'Сотрудники',
  staffTitle: 'Доступ сотрудников',
  place: 'Чей доступ',
  chooseSchool: 'Школа',
  nowhere: 'Здесь показан доступ учеников и родителей',
  nowhereText: 'Страница открыта классным руководителям и канцелярии школы.',
  empty: 'В классе никого нет',
  emptyText: 'Ученики появятся здесь после зачисления.',
  noStaff: 'Сотрудников пока нет',
  noStaffText: 'Загрузите список сотрудников, и они появятся здесь.',
  summary: (signedIn: number, all: number) => `Свой пароль есть у ${signedIn} из ${all}`,
  columns: { choose: 'Выбрать', name: 'Кто', login: 'Логин', state: 'Доступ' },
  kinships: { ...kinships, other: 'представитель' } as Readonly<Record<string, string>>,
  states: {
    none: 'ещё не выдан',
    slip: (date: string) => `талон до ${date}`,
    slipExpired: 'срок талона истёк',
    temporary: 'временный пароль',
    active: 'есть свой пароль',
    signedIn: (date: string) => `последний вход ${date}`,
    blocked: 'вход закрыт',
    mailReturns: 'письма на почту не доходят',
  },
  refusals: {
    blocked: 'вход закрыт администратором',
    staffAccount: 'сотрудник: талон выдаёт администратор школы',
    otherSchool: 'пользуется дневником и в другой школе: талон не выдаётся',
    notAllowed: '',
  },
  choose: (name: string) => `Выбрать: ${name}`,
  chooseNew: (count: number) => `Выбрать не входивших: ${count}`,
  clear: 'Снять выбор',
  issue: 'Выдать талоны',
  issueCount: (count: number) =>
    `Выдать ${plural(count, { one: 'талон', few: 'талона', many: 'талонов', other: 'талона' })}`,
  issuing: 'Готовим талоны…',
  issued: (count: number) =>
    `${plural(count, { one: 'талон', few: 'талона', many: 'талонов', other: 'талона' })} в файле PDF. Напечатайте и раздайте`,
  about:
    'Талон печатают и отдают лично в руки. По коду с него человек входит и задаёт свой пароль. Новый талон отменяет прежний; пароль, который уже есть, действует, пока человек не войдёт по талону.',
  factor: {
    on: 'второй шаг включён',
    reset: 'Сбросить второй шаг',
    resetNamed: (name: string) => `Сбросить второй шаг: ${name}`,
    title: 'Сбросить второй шаг?',
    text: 'Для входа хватит пароля, пока человек не настроит второй шаг заново. Сеансы на всех его устройствах завершатся. Он увидит это среди событий своей учётной записи.',
    ask: 'Убедитесь, что просит он сам: лично или по телефону, который вы знаете.',
    confirm: 'Сбросить',
    cancel: 'Отмена',
    done: (name: string) => `Второй шаг сброшен: ${name}`,
  },
  readOnly: 'Талоны выдают классный руководитель, секретарь и администратор школы.',
  readOnlyStaff: 'Талоны сотрудникам выдаёт администратор школы.',
};

export type AccessWords = typeof ru;
