import type { FindingCode } from '../timetable-import/finding.ts';
import type { Facts, Sentence } from './ru.ts';

const text = (facts: Facts, name: string) => String(facts[name] ?? '');
const near = (facts: Facts) => (facts['near'] === undefined ? '' : `; похоже на «${text(facts, 'near')}»`);
const weekdays = ['', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'];
const hour = (facts: Facts) => `${weekdays[Number(facts['weekday'])] ?? ''}, ${text(facts, 'number')}-й урок`;
const both = (facts: Facts) => `${text(facts, 'one')} и ${text(facts, 'other')}`;
const part = (facts: Facts) =>
  text(facts, 'group') === '' ? 'весь класс' : `группа «${text(facts, 'group')}»`;
const tables: Readonly<Record<string, string>> = {
  lesson: 'урока',
  subject: 'предмета',
  teacher: 'учителя',
  classroom: 'кабинета',
  class: 'класса',
  group: 'группы',
};

export const timetable = {
  findings: {
    'asc.danglingId': (facts) =>
      `${text(facts, 'place')}: ${tables[text(facts, 'table')] ?? ''} ${text(facts, 'id')} нет в файле, строка пропущена`,
    'asc.doubleCard': (facts) => `${text(facts, 'place')}: карточка повторяется (${hour(facts)}) и пропущена`,
    'asc.doubleId': (facts) => `${text(facts, 'place')}: номер ${text(facts, 'id')} повторяется`,
    'asc.badMask': (facts) =>
      `${text(facts, 'place')}: дни «${text(facts, 'days')}» или недели «${text(facts, 'weeks')}» не распознаны, карточка пропущена`,
    'asc.badTime': (facts) => `${text(facts, 'place')}: время урока ${text(facts, 'number')} не распознано`,
    'asc.badNumber': (facts) => `${text(facts, 'place')}: номер урока «${text(facts, 'value')}» не распознан`,
    'match.class': (facts) => `класса «${text(facts, 'name')}» нет в школе${near(facts)}`,
    'match.subject': (facts) => `предмета «${text(facts, 'name')}» нет в школе${near(facts)}`,
    'match.teacher': (facts) =>
      `${text(facts, 'page')}: учителя «${text(facts, 'name')}» нет среди сотрудников${near(facts)}`,
    'map.unknown': (facts) =>
      `в файле соответствий названо «${text(facts, 'name')}», а в расписании такого нет`,
    'load.noPage': (facts) =>
      `${text(facts, 'class')}, ${text(facts, 'subject')}, ${part(facts)}: в нагрузке этого нет, уроки не загружены`,
    'load.teacherDiffers': (facts) =>
      `${text(facts, 'page')}: в расписании ${text(facts, 'file')}, в нагрузке ${text(facts, 'load')}; взята нагрузка`,
    'load.groupDiffers': (facts) =>
      `${text(facts, 'class')}, ${text(facts, 'subject')}: в расписании ${part(facts)}, в нагрузке ${text(facts, 'page')}; взята нагрузка`,
    'page.made': (facts) =>
      `${text(facts, 'page')}: страница журнала по расписанию, учитель ${text(facts, 'teacher')}`,
    'bells.missing': (facts) => `нет звонков для уроков ${text(facts, 'numbers')}: уроки будут без времени`,
    'bells.differ': (facts) => `время уроков ${text(facts, 'numbers')} в файле другое; остались звонки школы`,
    'cycle.noAnchor': () =>
      'в расписании есть чередование недель: неделей A считаются нечётные учебные (иначе укажите --anchor-week)',
    'room.made': (facts) => `новый кабинет ${text(facts, 'name')}`,
    'lesson.changedByHand': (facts) =>
      `уроков с заменами, переносами и отменами: ${text(facts, 'count')}; они не тронуты`,
    'clash.teacher': (facts) => `${hour(facts)}: ${text(facts, 'name')} на двух уроках: ${both(facts)}`,
    'clash.room': (facts) => `${hour(facts)}: в кабинете ${text(facts, 'name')} два урока: ${both(facts)}`,
    'clash.class': (facts) => `${hour(facts)}: у ${text(facts, 'name')} два урока: ${both(facts)}`,
  } satisfies Record<FindingCode, Sentence>,
  counts: (of: { cards: number; added: number; changed: number; retired: number; unchanged: number }) =>
    `Карточек в неделе: ${String(of.cards)}. Уроки: новых ${String(of.added)}, изменится ${String(of.changed)}, вне расписания ${String(of.retired)}, без изменений ${String(of.unchanged)}.`,
  span: (from: string, to: string) => `Действует с ${from} по ${to}.`,
  refused:
    'Ничего не записано: исправьте названия, дайте соответствия (--map) или пропустите их (--skip-bad-rows).',
};

export type TimetableWords = typeof timetable;
