import { afterAll, beforeAll, expect, test } from 'vitest';
import { journalModule } from '#modules/journal/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { TeacherDay } from './contract.ts';

const today = '2026-11-24';
const school = aSchool(1);
const elsewhere = aSchool(2);
const teacher = school.teacher('Ковалёва');
const colleague = school.teacher('Орлов');
const principal = school.staff('Директорова', 'principal');
const seventh = school.withClass('7Б', 5);
const eighth = school.withClass('8А', 4);
const guardian = school.guardianOf(seventh.students[0] ?? '');
const stranger = elsewhere.teacher('Чужая');
const algebra = seventh.taughtBy(teacher, 'Алгебра', { from: '2026-11-02', until: '2026-12-01' });
const geometry = seventh.taughtBy(teacher, 'Геометрия', { from: '2026-11-24', until: '2026-11-24' });
const physics = eighth.taughtBy(colleague, 'Физика', { from: '2026-11-23', until: '2026-11-26' });
let server: SchoolServer;

beforeAll(async () => {
  const done = {
    topic: 'Степень с натуральным показателем',
    attendance_taken_at: '2026-11-24T09:00:00Z',
    author_id: teacher.personId,
  };
  for (const { id, date } of algebra.lessons) {
    if (date < today && !['2026-11-05', '2026-11-16', '2026-11-19'].includes(date))
      school.row('journal.lesson_record', { lesson_id: id, ...done });
  }
  school.row('journal.lesson_record', {
    lesson_id: algebra.lessonOn('2026-11-16'),
    ...done,
    attendance_taken_at: null,
  });
  school.row('journal.lesson_record', { lesson_id: algebra.lessonOn(today), ...done });
  school.row('homework.homework', {
    id: uuidv7(),
    assignment_id: algebra.id,
    given_lesson_id: algebra.lessonOn(today),
    text: '№ 287',
    author_id: teacher.personId,
  });
  school.row('journal.attendance', {
    lesson_id: algebra.lessonOn(today),
    student_id: seventh.students[0],
    fact: 'absent',
    author_id: teacher.personId,
  });
  const workId = algebra.lessonOn(today);
  school.row('journal.work', {
    id: workId,
    assignment_id: algebra.id,
    lesson_id: workId,
    work_type_id: school.frame.answer,
    weight: 1,
  });
  const mark = (student: number, value: string | null, more: Record<string, unknown> = {}) =>
    school.row('journal.mark', {
      work_id: workId,
      student_id: seventh.students[student],
      attempt: 1,
      point_due: null,
      value,
      author_id: teacher.personId,
      ...more,
    });
  mark(1, '5');
  mark(2, 'pendingPoint', { point_due: '2026-11-27' });
  // A point that a later attempt has settled.
  mark(3, 'pendingPoint', { point_due: '2026-11-25' });
  mark(3, '4', { attempt: 2 });
  server = await serverOf([school, elsewhere], {
    modules: [journalModule],
    people: { teacher, colleague, principal, guardian, stranger },
  });
  await server.sql(
    `update timetable.lesson set teacher_id = '${teacher.personId}' where school_id = 1 and id = '${physics.lessonOn(today)}'`,
  );
  await server.sql(
    `update timetable.lesson set teacher_id = '${colleague.personId}' where school_id = 1 and id = '${geometry.lessonOn(today)}'`,
  );
  await server.sql(
    `update timetable.lesson set state = 'cancelled' where school_id = 1 and id = '${algebra.lessonOn('2026-11-26')}'`,
  );
});
afterAll(() => server.stop());

const dayOf = async (as: string, date?: string) => {
  const path = date === undefined ? '/teacher-day' : `/teacher-day?date=${date}`;
  return (await server.get<TeacherDay>(as, path)).reply;
};

test('lessons of today with what is written of them', async () => {
  const { lessons, ...day } = await dayOf('teacher');
  expect(day).toMatchObject({
    today,
    time: '11:40',
    date: today,
    previous: '2026-11-23',
    next: '2026-11-26',
  });
  const own = lessons.find(({ id }) => id === algebra.lessonOn(today));
  expect(own).toMatchObject({
    part: 'own',
    colleague: null,
    attendanceTaken: true,
    hasTopic: true,
    hasHomework: true,
    marked: 3,
    away: 1,
    students: 5,
    classes: [{ grade: 7, letter: 'Б' }],
  });
});

test('who stands in for whom', async () => {
  const { lessons } = await dayOf('teacher');
  const partOf = (id: string) => lessons.find((lesson) => lesson.id === id);
  expect(partOf(physics.lessonOn(today))).toMatchObject({
    part: 'standsIn',
    colleague: { lastName: 'Орлов' },
  });
  expect(partOf(geometry.lessonOn(today))).toMatchObject({
    part: 'covered',
    colleague: { lastName: 'Орлов' },
  });
  const others = (await dayOf('colleague')).lessons.map(({ id, part }) => [id, part]);
  expect(others).toContainEqual([physics.lessonOn(today), 'covered']);
  expect(others).toContainEqual([geometry.lessonOn(today), 'standsIn']);
});

test('debts: without topic or attendance, while the window is open, the oldest first', async () => {
  const { debts } = await dayOf('teacher');
  expect(
    debts.map(({ date, attendanceTaken, hasTopic, openUntil }) => [
      date,
      attendanceTaken,
      hasTopic,
      openUntil,
    ]),
  ).toEqual([
    // 5 November lies more than 14 days back: nothing can be written there any more.
    ['2026-11-16', false, true, '2026-11-30'],
    ['2026-11-19', false, false, '2026-12-03'],
  ]);
});

test('points still to be done, without those a later attempt has settled', async () => {
  const { points } = await dayOf('teacher');
  expect(points.map(({ studentId, due }) => [studentId, due])).toEqual([[seventh.students[2], '2026-11-27']]);
});

test('another day; a cancelled lesson says so', async () => {
  const { date, lessons } = await dayOf('teacher', '2026-11-26');
  expect(date).toBe('2026-11-26');
  expect(lessons.map(({ state }) => state)).toEqual(['cancelled']);
});

test('holidays are named with their end', async () => {
  const [year] = await server.sql<{ id: string }>(
    'select id from organisation.academic_year where school_id = 1',
  );
  await server.sql(
    `insert into organisation.holiday_break (school_id, id, academic_year_id, name, start_date, end_date)
     values (1, '${uuidv7()}', '${year?.id ?? ''}', 'Зимние каникулы', '2026-12-31', '2027-01-10')`,
  );
  const day = await dayOf('teacher', '2027-01-04');
  expect(day.lessons).toEqual([]);
  expect(day.off).toEqual({ name: 'Зимние каникулы', until: '2027-01-10', reason: null });
  expect([day.previous, day.next]).toEqual(['2026-12-01', null]);
});

test('who teaches nothing has an empty day, another person’s day is nowhere to be asked for', async () => {
  const { lessons, debts, points } = await dayOf('principal');
  expect([lessons, debts, points]).toEqual([[], [], []]);
});

test.each([['guardian'], ['stranger']])('%s: 404', async (as) => {
  expect((await server.get(as, '/teacher-day')).status).toBe(404);
});

test('is one statement', async () => {
  expect(await server.statementsDuring(() => dayOf('teacher'))).toBe(1);
});
