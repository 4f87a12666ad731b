import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import { firstWork, markOf } from '../marks/testing-marks.ts';
import { journalModule } from '../module.ts';
import type { Completeness, FewMarks, HeldLessons } from './contract.ts';

// Lessons are on Mondays, Tuesdays and Thursdays; it is Tuesday 24 November, 11:40, in the middle of the lesson.
const today = '2026-11-24';
const monday = '2026-11-23';
const lastMonday = '2026-11-16';
const lastTuesday = '2026-11-17';
const lastThursday = '2026-11-19';
const lastWeek = 'from=2026-11-16&to=2026-11-22';
const quarter = 'from=2026-11-02&to=2026-12-30';
const school = aSchool(1, { settings: { minimumMarks: { oneHour: 1, moreHours: 2 } } });
const teacher = school.teacher('Ковалёва');
const stander = school.teacher('Заменова');
const deputy = school.staff('Завучева', 'deputyHead');
const principal = school.staff('Директорова', 'principal');
const admin = school.staff('Админова', 'schoolAdmin');
const secretary = school.staff('Секретарёва', 'secretary');
const seventh = school.withClass('7Б', 3);
const first = school.withClass('1А', 2);
const homeroom = seventh.homeroomOf('Классная');
const algebra = seventh.taughtBy(teacher, 'Алгебра');
const reading = first.taughtBy(stander, 'Чтение');
let server: SchoolServer;

beforeAll(async () => {
  const people = { teacher, stander, deputy, principal, admin, secretary, homeroom };
  server = await serverOf([school], { modules: [journalModule], people });
  const record = (lessonId: string, body: object) =>
    server.put('teacher', `/lessons/${lessonId}/record`, { body: { expected: 0, ...body } });
  await record(algebra.lessonOn(monday), { topic: 'Формулы', attendanceTaken: true });
  await record(algebra.lessonOn(lastMonday), { topic: null, attendanceTaken: true });
  await record(algebra.lessonOn(lastTuesday), { topic: 'Степени', attendanceTaken: false });
  const given = algebra.lessonOn(lastTuesday);
  await server.sql(`update timetable.lesson set teacher_id = '${stander.personId}'
    where school_id = 1 and id = '${algebra.lessonOn(lastThursday)}'`);
  await server.sql(`update timetable.lesson set state = 'cancelled'
    where school_id = 1 and id = '${reading.lessonOn(lastThursday)}'`);
  await server.sql(`insert into homework.homework (school_id, id, assignment_id, given_lesson_id, text, author_id)
    values (1, '${uuidv7()}', '${algebra.id}', '${given}', '№ 412', '${teacher.personId}')`);
});
afterAll(() => server.stop());

const read = async (query: string, as = 'deputy') =>
  (await server.get<Completeness>(as, `/journal-completeness?${query}`)).reply;
const lessons = async (query: string) =>
  (await server.get<HeldLessons>('deputy', `/held-lessons?${query}`)).reply;

test('this week ends with the lesson that is over: the one that goes on is not held yet', async () => {
  const reply = await read('');
  expect(reply).toMatchObject({ today, from: monday, to: '2026-11-29', isPeriod: false });
  expect(reply.classes).toMatchObject([
    { grade: 1, lessons: 1, noTopic: 1, noAttendance: 1 },
    { grade: 7, lessons: 1, noTopic: 0, noAttendance: 0 },
  ]);
});

test('by class: topic and attendance of every held lesson, homework where marks are given', async () => {
  const { classes, total } = await read(lastWeek);
  expect(classes).toMatchObject([
    // The cancelled lesson was not held; the first grade gets no homework to count.
    { grade: 1, lessons: 2, noTopic: 2, noAttendance: 2, noHomework: 0 },
    { grade: 7, lessons: 3, noTopic: 2, noAttendance: 2, noHomework: 2 },
  ]);
  expect(total).toMatchObject({ lessons: 5, noTopic: 4, noAttendance: 4, noHomework: 2, fewMarks: 0 });
});

test('by teacher: whoever stood in answers for the lesson, not the teacher of the page', async () => {
  const { teachers } = await read(lastWeek);
  expect(teachers).toMatchObject([
    { lastName: 'Заменова', lessons: 3, noTopic: 3 },
    { lastName: 'Ковалёва', lessons: 2, noTopic: 1, noAttendance: 1, noHomework: 1 },
  ]);
});

test('each number opens as many lessons as it says', async () => {
  const { teachers, classes } = await read(lastWeek);
  const fields = { topic: 'noTopic', attendance: 'noAttendance', homework: 'noHomework' } as const;
  for (const line of [...teachers, ...classes])
    for (const [lack, field] of Object.entries(fields)) {
      const whose = 'grade' in line ? 'classId' : 'teacherId';
      const list = await lessons(`${lastWeek}&${whose}=${line.id}&lack=${lack}`);
      expect([list.count, list.lessons.length]).toEqual([line[field], line[field]]);
    }
});

test('a lesson of the list says what it lacks and whose it is', async () => {
  const reply = await lessons(`${lastWeek}&teacherId=${teacher.personId}&lack=topic`);
  expect(reply.teacher).toMatchObject({ lastName: 'Ковалёва' });
  expect(reply.lessons).toMatchObject([
    {
      pageId: algebra.id,
      date: lastMonday,
      subject: 'Алгебра',
      classes: [{ grade: 7, letter: 'Б' }],
      teachers: [{ lastName: 'Ковалёва' }],
      hasTopic: false,
      attendanceTaken: true,
      hasHomework: false,
    },
  ]);
});

test('students with too few marks are counted over a whole grading period, and named', async () => {
  const [one = '', two = ''] = seventh.students;
  const mark = async (date: string, studentId: string, value: string) => {
    const lessonId = algebra.lessonOn(date);
    await server.put('teacher', `/journal-pages/${algebra.id}/marks`, {
      body: {
        works: [firstWork(lessonId, school.frame.answer)],
        cells: [markOf({ workId: lessonId, studentId, value })],
      },
    });
  };
  await mark(monday, one, '4');
  await mark(lastTuesday, one, '5');
  // An exemption is no mark an average counts.
  await mark(lastThursday, two, 'exempt');
  const reply = await read(quarter);
  expect(reply.isPeriod).toBe(true);
  expect(reply.periods.map(({ name }) => name)).toEqual(['1 четверть', '2 четверть']);
  expect(reply.classes.find(({ grade }) => grade === 7)).toMatchObject({ fewMarks: 2 });
  expect(reply.teachers.find(({ lastName }) => lastName === 'Ковалёва')).toMatchObject({ fewMarks: 2 });
  const { pages } = (await server.get<FewMarks>('deputy', `/few-marks?${quarter}&classId=${seventh.id}`))
    .reply;
  expect(pages).toMatchObject([{ pageId: algebra.id, minimum: 2, students: [{ marks: 0 }, { marks: 0 }] }]);
  expect(pages[0]?.students.some(({ id }) => id === one)).toBe(false);
});

test.each([
  ['principal', 200],
  ['admin', 200],
  ['teacher', 404],
  ['homeroom', 404],
  ['secretary', 404],
])('%s is answered %i', async (as, status) => {
  for (const path of ['journal-completeness?', 'held-lessons?', `few-marks?${quarter}`])
    expect((await server.get(as, `/${path}`)).status).toBe(status);
});

test('each page is one statement', async () => {
  for (const path of ['journal-completeness', 'held-lessons', `few-marks?${quarter}`, 'grading-periods'])
    expect(await server.statementsDuring(() => server.get('deputy', `/${path}`))).toBe(1);
});
