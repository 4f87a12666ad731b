import type { Facts } from './ru.ts';
import type { TimetableWords } from './timetable-ru.ts';

const text = (facts: Facts, name: string) => String(facts[name] ?? '');
const near = (facts: Facts) =>
  facts['near'] === undefined ? '' : `; it looks like "${text(facts, 'near')}"`;
const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const hour = (facts: Facts) => `${weekdays[Number(facts['weekday'])] ?? ''}, lesson ${text(facts, 'number')}`;
const both = (facts: Facts) => `${text(facts, 'one')} and ${text(facts, 'other')}`;
const part = (facts: Facts) =>
  text(facts, 'group') === '' ? 'the whole class' : `group "${text(facts, 'group')}"`;
const tables: Readonly<Record<string, string>> = {
  lesson: 'the lesson',
  subject: 'the subject',
  teacher: 'the teacher',
  classroom: 'the room',
  class: 'the class',
  group: 'the group',
};

export const timetable: TimetableWords = {
  findings: {
    'asc.danglingId': (facts) =>
      `${text(facts, 'place')}: ${tables[text(facts, 'table')] ?? ''} ${text(facts, 'id')} is not in the file, the row was passed over`,
    'asc.doubleCard': (facts) =>
      `${text(facts, 'place')}: the card is there twice (${hour(facts)}) and was passed over`,
    'asc.doubleId': (facts) => `${text(facts, 'place')}: the id ${text(facts, 'id')} is there twice`,
    'asc.badMask': (facts) =>
      `${text(facts, 'place')}: days "${text(facts, 'days')}" or weeks "${text(facts, 'weeks')}" were not understood, the card was passed over`,
    'asc.badTime': (facts) =>
      `${text(facts, 'place')}: the times of lesson ${text(facts, 'number')} were not understood`,
    'asc.badNumber': (facts) =>
      `${text(facts, 'place')}: the lesson number "${text(facts, 'value')}" was not understood`,
    'match.class': (facts) => `there is no class "${text(facts, 'name')}" in the school${near(facts)}`,
    'match.subject': (facts) => `there is no subject "${text(facts, 'name')}" in the school${near(facts)}`,
    'match.teacher': (facts) =>
      `${text(facts, 'page')}: nobody on the staff is called "${text(facts, 'name')}"${near(facts)}`,
    'map.unknown': (facts) => `the map names "${text(facts, 'name')}", which the timetable does not have`,
    'load.noPage': (facts) =>
      `${text(facts, 'class')}, ${text(facts, 'subject')}, ${part(facts)}: the load has no such page, its lessons were not loaded`,
    'load.teacherDiffers': (facts) =>
      `${text(facts, 'page')}: the timetable says ${text(facts, 'file')}, the load ${text(facts, 'load')}; the load was taken`,
    'load.groupDiffers': (facts) =>
      `${text(facts, 'class')}, ${text(facts, 'subject')}: the timetable says ${part(facts)}, the load ${text(facts, 'page')}; the load was taken`,
    'page.made': (facts) =>
      `${text(facts, 'page')}: a journal page by the timetable, teacher ${text(facts, 'teacher')}`,
    'bells.missing': (facts) =>
      `there are no bells for lessons ${text(facts, 'numbers')}: they will have no times`,
    'bells.differ': (facts) =>
      `the file has other times for lessons ${text(facts, 'numbers')}; the school's bells stay`,
    'cycle.noAnchor': () =>
      'weeks alternate in this timetable: odd study weeks are taken for A (else give --anchor-week)',
    'room.made': (facts) => `new room ${text(facts, 'name')}`,
    'lesson.changedByHand': (facts) =>
      `lessons substituted, moved or cancelled: ${text(facts, 'count')}; they stay as they are`,
    'clash.teacher': (facts) => `${hour(facts)}: ${text(facts, 'name')} has two lessons: ${both(facts)}`,
    'clash.room': (facts) => `${hour(facts)}: room ${text(facts, 'name')} has two lessons: ${both(facts)}`,
    'clash.class': (facts) => `${hour(facts)}: ${text(facts, 'name')} has two lessons: ${both(facts)}`,
  },
  counts: (of) =>
    `Cards of the week: ${String(of.cards)}. Lessons: ${String(of.added)} new, ${String(of.changed)} changed, ${String(of.retired)} out of the timetable, ${String(of.unchanged)} unchanged.`,
  span: (from, to) => `Valid from ${from} to ${to}.`,
  refused: 'Nothing was written: correct the names, map them (--map) or leave them out (--skip-bad-rows).',
};
