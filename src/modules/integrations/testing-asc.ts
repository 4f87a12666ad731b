import type { TestImport } from './testing-import.ts';

/** A small school's lists and its timetable as aSc exports it. */
export const students = [
  'Фамилия;Имя;Дата рождения;Класс;Подгруппа',
  'Иванов;Пётр;01.03.2013;7Б;Английский=1',
  'Петрова;Ева;02.04.2013;7Б;Английский=2',
  'Сидоров;Лев;02.04.2015;5А;',
].join('\n');
export const staff = [
  'Ф.И.О.;Должность',
  'Белова Ирина Сергеевна;Учитель',
  'Громов Павел Денисович;Учитель',
  'Тарасов Виктор Петрович;Учитель',
].join('\n');
const load = [
  'Класс;Предмет;Подгруппа;Учитель;Часов в неделю',
  '7Б;Английский язык;1;Белова;3',
  '7Б;Английский язык;2;Громов;3',
  '7Б;Алгебра;;Тарасов;3',
  '5А;Математика;;Тарасов;5',
].join('\n');
export const lists = { 'Ученики.csv': students, 'Сотрудники.csv': staff, 'Нагрузка.csv': load };

export type Card = readonly [lesson: string, days: string, period: number, weeks?: string, room?: string];

/** English in halves (L1, L2), algebra of 7Б (L3), mathematics of 5А (L4). */
export const xml = (cards: readonly Card[], swap: Readonly<Record<string, string>> = {}) => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<timetable><daysdefs/><periods><period period="1" starttime="8:30" endtime="9:10"/></periods>
<subjects><subject id="S1" name="Английский язык" short="Англ"/><subject id="S2" name="Алгебра" short="Алг"/><subject id="S3" name="Математика" short="Мат"/></subjects>
<teachers><teacher id="T1" name="Белова И. С." short="Б"/><teacher id="T2" name="Громов П. Д." short="Г"/><teacher id="T3" name="Тарасов В. П." short="Т"/></teachers>
<classrooms><classroom id="R1" name="Кабинет 31" short="31"/><classroom id="R2" name="Кабинет 22" short="22"/></classrooms>
<classes><class id="C1" name="7Б" short="7б"/><class id="C2" name="5 А" short="5А"/></classes>
<groups><group id="G0" classid="C1" name="Весь класс" entireclass="1" divisiontag="0"/><group id="G1" classid="C1" name="Группа 1" entireclass="0" divisiontag="1"/><group id="G2" classid="C1" name="2 группа" entireclass="0" divisiontag="1"/></groups>
<lessons><lesson id="L1" subjectid="S1" classids="C1" groupids="G1" teacherids="T1" classroomids="R2"/><lesson id="L2" subjectid="S1" classids="C1" groupids="G2" teacherids="T2"/>
<lesson id="L3" subjectid="S2" classids="C1" groupids="G0" teacherids="T3" classroomids="R1"/><lesson id="L4" subjectid="S3" classids="C2" groupids="" teacherids="T3"/></lessons>
<cards>${cards.map(([lesson, days, period, weeks = '1', room = '']) => `<card lessonid="${lesson}" days="${days}" period="${period}" weeks="${weeks}" classroomids="${room}"/>`).join('')}</cards></timetable>`;
  return Object.entries(swap).reduce((known, [from, to]) => known.replaceAll(from, to), text);
};
export const usual: readonly Card[] = [
  ['L1', '10000', 1],
  ['L2', '10000', 1],
  ['L3', '10000', 2],
  ['L3', '01000', 3],
  ['L4', '01000', 1],
];
export type Lesson = {
  id: string;
  date: string;
  number: number;
  seq: number;
  state: string;
  room: string | null;
  version: number;
  starts: string | null;
};
export const lessonsOf = (school: TestImport, subject: string) =>
  school.rows<Lesson>(
    `select l.id, l.date::text as date, l.number, l.seq_in_day as seq, l.state, r.name as room, l.version, l.starts::text as starts
     from timetable.lesson l join roster.teaching_assignment a on a.id = l.assignment_id join curriculum.subject s on s.id = a.subject_id
     left join organisation.room r on r.id = l.room_id where s.name = $1 order by l.date, l.seq_in_day, l.id`,
    [subject],
  );
