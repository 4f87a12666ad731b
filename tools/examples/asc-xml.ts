import { courses, staff } from './school.ts';
import { week } from './week.ts';
import { escaped } from './xlsx.ts';

const bells = [
  '8:30-9:10',
  '9:20-10:00',
  '10:15-10:55',
  '11:15-11:55',
  '12:15-12:55',
  '13:05-13:45',
  '13:55-14:35',
  '14:45-15:25',
];

/** The week as aSc Timetables exports it: windows-1251, CRLF, ids with stars, one card for each period. */
export function ascXml(): string {
  const teachers = staff.filter(({ position }) => position.startsWith('Учитель'));
  const all = Object.entries(courses).flatMap(([schoolClass, list]) =>
    list.map((course) => ({ schoolClass, course })),
  );
  const subjects = [...new Map(all.map(({ course }) => [course.subject, course.short]))];
  const rooms = [...new Set(all.flatMap(({ course }) => course.rooms))].toSorted();
  const classes = Object.keys(courses);
  const id = {
    subject: (name: string) => star(subjects.findIndex(([subject]) => subject === name)),
    teacher: (key: string) => star(teachers.findIndex((one) => one.key === key)),
    room: (name: string) => star(rooms.indexOf(name)),
    class: (name: string) => star(classes.indexOf(name)),
    group: (name: string, part: number) => star(classes.indexOf(name) * 3 + part),
    lesson: (name: string, subject: string, part: number) =>
      star(all.findIndex((one) => one.schoolClass === name && one.course.subject === subject) * 2 + part),
  };
  const lessons = all.flatMap(({ schoolClass, course }) =>
    course.teachers.map((teacher, part) => ({
      schoolClass,
      course,
      teacher,
      part,
      isSplit: course.teachers.length > 1,
    })),
  );
  const cards = week().flatMap(({ schoolClass, course, day, number }) =>
    course.teachers.map((_, part) => ({
      lessonid: id.lesson(schoolClass, course.subject, part),
      classroomids: id.room(course.rooms[part] ?? ''),
      period: number,
      weeks: '1',
      terms: '1',
      days: Array.from({ length: 5 }, (_unused, index) => (index === day ? '1' : '0')).join(''),
    })),
  );
  const lines = [
    '<?xml version="1.0" encoding="windows-1251"?>',
    '<timetable ascttversion="2024.11.1" importtype="database" options="idprefix:%CHID,daynumbering1" displayname="aSc Timetables 2012 XML">',
    table(
      'periods',
      'period',
      bells.map((bell, index) => ({
        name: index + 1,
        short: index + 1,
        period: index + 1,
        starttime: bell.split('-')[0] ?? '',
        endtime: bell.split('-')[1] ?? '',
      })),
    ),
    table(
      'daysdefs',
      'daysdef',
      ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница'].map((name, index) => ({
        id: star(index),
        name,
        short: name.slice(0, 2),
        days: Array.from({ length: 5 }, (_, day) => (day === index ? '1' : '0')).join(''),
      })),
    ),
    table('weeksdefs', 'weeksdef', [{ id: star(0), name: 'Все недели', short: 'Все', weeks: '1' }]),
    table(
      'subjects',
      'subject',
      subjects.map(([name, short]) => ({ id: id.subject(name), name, short })),
    ),
    table(
      'teachers',
      'teacher',
      teachers.map(({ key, names: [last, first, middle], names }) => ({
        id: id.teacher(key),
        firstname: `${first} ${middle}`,
        lastname: last,
        name: names.join(' '),
        short: `${last} ${first.charAt(0)}.${middle.charAt(0)}.`,
        gender: '',
        color: '#FF0000',
        email: '',
        mobile: '',
      })),
    ),
    table(
      'classrooms',
      'classroom',
      rooms.map((name) => ({
        id: id.room(name),
        name: /^\d/u.test(name) ? `Кабинет ${name}` : name,
        short: name,
        capacity: '',
      })),
    ),
    table(
      'classes',
      'class',
      classes.map((name) => ({
        id: id.class(name),
        name,
        short: name,
        teacherid: id.teacher(
          staff.find(({ homeroom }) => homeroom.replaceAll(/[«» ]/gu, '') === name)?.key ?? '',
        ),
        classroomids: '',
        grade: '',
      })),
    ),
    table(
      'groups',
      'group',
      classes.flatMap((name) =>
        ['Весь класс', 'Группа 1', 'Группа 2'].map((group, part) => ({
          id: id.group(name, part),
          name: group,
          classid: id.class(name),
          studentids: '',
          entireclass: part === 0 ? 1 : 0,
          divisiontag: part === 0 ? 0 : 1,
          studentcount: '',
        })),
      ),
    ),
    table(
      'lessons',
      'lesson',
      lessons.map(({ schoolClass, course, teacher, part, isSplit }) => ({
        id: id.lesson(schoolClass, course.subject, part),
        classids: id.class(schoolClass),
        subjectid: id.subject(course.subject),
        periodspercard: 1,
        periodsperweek: `${String(course.hours)}.0`,
        teacherids: id.teacher(teacher),
        classroomids: id.room(course.rooms[part] ?? ''),
        groupids: id.group(schoolClass, isSplit ? part + 1 : 0),
        capacity: '*',
        seminargroup: '',
        termsdefid: '',
        weeksdefid: star(0),
        daysdefid: star(0),
      })),
    ),
    table('cards', 'card', cards),
    '</timetable>',
    '',
  ];
  return lines.join('\r\n');
}

const star = (index: number) => `*${String(index + 1)}`;

function table(
  name: string,
  row: string,
  rows: readonly Readonly<Record<string, string | number>>[],
): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map(
    (values) =>
      `      <${row} ${columns.map((column) => `${column}="${escaped(String(values[column] ?? ''))}"`).join(' ')}/>`,
  );
  return [
    `   <${name} options="canadd,export:silent" columns="${columns.join(',')}">`,
    ...lines,
    `   </${name}>`,
  ].join('\r\n');
}
