import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { Cover, LessonOptions } from './changes/contract.ts';
import type { DayBoard } from './day/contract.ts';
import { timetableModule } from './module.ts';
import type { StaffWeek, TimetableChoices } from './week/contract.ts';

const today = '2026-11-24';
const school = aSchool(1);
const other = aSchool(2);
const deputy = school.staff('Завуч', 'deputyHead');
const ill = school.teacher('Больных');
const sameSubject = school.teacher('Алгебраичная');
const ofTheClass = school.teacher('Русская');
const busy = school.teacher('Занятова');
const away = school.teacher('Отпускная');
const sixth = school.withClass('6А', 2);
const seventh = school.withClass('7Б', 2);
const guardian = school.guardianOf(seventh.students[0] ?? '');
const algebra = seventh.taughtBy(ill, 'Алгебра');
const busyPage = sixth.taughtBy(busy, 'Алгебра');
const foreign = other.withClass('7Б', 1).taughtBy(other.teacher('Чужая'), 'Алгебра');
let server: SchoolServer;

/** A page without lessons: somebody who teaches this, there, and is free. */
function teaches(staffId: string, groupId: string, subjectId: string) {
  const assignment_id = school.row('roster.teaching_assignment', {
    id: uuidv7(),
    academic_year_id: school.frame.yearId,
    group_id: groupId,
    subject_id: subjectId,
    journal_kind: 'lesson',
    scale_id: school.frame.scaleId,
    hours_per_week_tenths: 20,
  });
  school.row('roster.assignment_teacher', {
    id: uuidv7(),
    assignment_id,
    staff_id: staffId,
    start_date: '2026-09-01',
    end_date: null,
  });
  return assignment_id;
}

beforeAll(async () => {
  const russian = school.row('curriculum.subject', {
    id: uuidv7(),
    name: 'Русский язык',
    short_name: 'Рус',
    kind: 'lesson',
    ordinal: 9,
  });
  teaches(sameSubject.personId, sixth.groupId, algebra.subjectId);
  teaches(ofTheClass.personId, seventh.groupId, russian);
  teaches(away.personId, seventh.groupId, algebra.subjectId);
  for (const name of ['204', '9', 'Спортивный зал'])
    school.row('organisation.room', { id: uuidv7(), name, building: null, capacity: null });
  school.row('timetable.staff_absence', {
    id: uuidv7(),
    staff_id: away.personId,
    start_date: today,
    end_date: '2026-11-26',
    reason_code: 'ill',
    note: 'ОРВИ',
    act_id: uuidv7(),
    author_id: deputy.personId,
  });
  server = await serverOf([school, other], {
    modules: [timetableModule],
    people: { deputy, teacher: busy, guardian },
  });
});
afterAll(() => server.stop());

const get = <Reply>(path: string, as = 'deputy') => server.get<Reply>(as, `/timetable${path}`);

describe('a week', () => {
  test('of a class, of its teacher and of no room', async () => {
    const { reply } = await get<StaffWeek>(`/classes/${seventh.id}?from=${today}`);
    expect(reply).toMatchObject({
      from: '2026-11-23',
      today,
      schoolClass: { grade: 7, letter: 'Б' },
      room: null,
    });
    expect(reply.days.map(({ lessons }) => lessons.length)).toEqual([1, 1, 0, 1, 0, 0, 0]);
    expect(reply.days[1]?.lessons[0]).toMatchObject({
      id: algebra.lessonOn(today),
      number: 4,
      starts: '11:35',
      subject: { name: 'Алгебра' },
      teacher: { lastName: 'Больных' },
      classes: [{ grade: 7, letter: 'Б' }],
      changes: [],
    });
    const hers = await get<StaffWeek>(`/teachers/${ill.personId}?from=${today}`);
    expect(hers.reply.days[1]?.lessons.map(({ id }) => id)).toEqual([algebra.lessonOn(today)]);
    expect((await get(`/rooms/${uuidv7()}`)).status).toBe(404);
  });

  test('is one statement, the whole page two', async () => {
    const page = async () => {
      await get('');
      await get(`/classes/${seventh.id}`);
    };
    expect(await server.statementsDuring(page)).toBe(2);
    expect(await server.statementsDuring(() => get(`/days/${today}`))).toBe(1);
    expect(await server.statementsDuring(() => get(`/lessons/${algebra.lessonOn(today)}`))).toBe(1);
  });

  test.each([
    ['a class of another school', () => `/classes/${foreign.id}`],
    ['a teacher of another school', () => `/teachers/${foreign.id}`],
  ])('%s: 404', async (_, path) => {
    expect((await get(path())).status).toBe(404);
  });

  test('is for the staff, options only for those who change it', async () => {
    const lesson = `/lessons/${algebra.lessonOn(today)}`;
    expect((await get(`/classes/${seventh.id}`, 'teacher')).status).toBe(200);
    expect((await get(lesson, 'teacher')).status).toBe(403);
    expect((await get(`/classes/${seventh.id}`, 'guardian')).status).toBe(404);
    expect((await get(lesson, 'guardian')).status).toBe(404);
  });
});

test('choices: classes, teachers in order, rooms by their number', async () => {
  const { reply } = await get<TimetableChoices>('');
  expect(reply.classes.map(({ grade, letter }) => `${grade}${letter}`)).toEqual(['6А', '7Б']);
  expect(reply.teachers[0]?.lastName).toBe('Алгебраичная');
  expect(reply.rooms.map(({ name }) => name)).toEqual(['9', '204', 'Спортивный зал']);
});

test('free teachers: nearest to the lesson first, nobody who teaches then or is away', async () => {
  const { reply } = await get<LessonOptions>(`/lessons/${algebra.lessonOn(today)}`);
  const nameOf = new Map(reply.staff.map(({ id, lastName }) => [id, lastName]));
  expect(reply.candidates.map(({ staffId, rank, lessons }) => [nameOf.get(staffId), rank, lessons])).toEqual([
    ['Алгебраичная', 2, 0],
    ['Русская', 3, 0],
  ]);
  const later = await get<LessonOptions>(`/lessons/${algebra.lessonOn('2026-11-30')}`);
  expect(later.reply.staff.map(({ lastName }) => lastName)).toContain('Отпускная');
  expect(later.reply.candidates[0]).toMatchObject({ staffId: away.personId, rank: 1 });
});

test('cover: all lessons of an ill teacher with those who are free', async () => {
  const { reply } = await get<Cover>(`/teachers/${ill.personId}/cover?from=${today}&to=2026-11-26`);
  expect(reply.lessons.map(({ lesson }) => lesson.date)).toEqual([today, '2026-11-26']);
  expect(reply.lessons[0]?.candidates.length).toBe(2);
});

test('the board tells who is away, and why only to those who change the timetable', async () => {
  const { reply } = await get<DayBoard>(`/days/${today}`);
  expect(reply).toMatchObject({ lessonCount: 2, lessons: [], movedAway: [] });
  expect(reply.absences).toMatchObject([
    { staff: { lastName: 'Отпускная' }, reasonCode: 'ill', note: 'ОРВИ' },
  ]);
  const read = await get<DayBoard>(`/days/${today}`, 'teacher');
  expect(read.reply.absences).toMatchObject([{ reasonCode: null, note: null }]);
  expect(busyPage.lessonOn(today)).not.toBe('');
});
