import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { clashes, type Occupation } from '#modules/timetable/index.ts';
import { dailyMaximum, hoursOf, weeklyMaximum } from './curriculum/subjects.ts';
import { generateDemo, generateSchool, type Demo, type GeneratedSchool } from './generate.ts';
import { minutesOf } from './moments.ts';
import { tableOrder, type Rows } from './rows.ts';
import { showcase, townSchool, villageSchool } from './school-plan.ts';

/** A Tuesday; the fourth lesson of the first shift has begun. */
const now = new Date('2026-11-24T11:40:00+03:00');
const today = '2026-11-24';

let demo: Demo;
let town: GeneratedSchool;
let rows: Rows;

beforeAll(() => {
  demo = generateDemo(now, 'hash');
  town = demo.schools[0] as GeneratedSchool;
  rows = town.school.rows;
});

const fingerprint = ({ directory, schools }: Demo) => {
  const hash = createHash('sha256');
  for (const source of [directory, ...schools.map(({ school }) => school.rows)]) {
    for (const table of tableOrder) hash.update(JSON.stringify(source.of(table)));
  }
  return hash.digest('hex');
};

test('the same moment gives the same bytes', { timeout: 90_000 }, () => {
  expect(fingerprint(generateDemo(now, 'hash'))).toBe(fingerprint(demo));
});

test.each([
  '2026-09-01T09:00',
  '2026-10-25T12:00',
  '2027-01-20T12:00',
  '2027-05-26T23:00',
  '2027-07-15T12:00',
])('a school can be made on %s, with the same people, lessons and earlier marks', (moment) => {
  const at = new Date(`${moment}:00+05:00`);
  const other = generateSchool(villageSchool, 2026, at).school.rows;
  const own = (demo.schools[1] as GeneratedSchool).school.rows;
  const lessons = (source: Rows) => source.of('timetable.lesson').map(({ id, date }) => `${id} ${date}`);
  const kept = new Set(lessons(other));
  expect(lessons(own).filter((lesson) => !kept.has(lesson)).length).toBeLessThanOrEqual(1);
  const before = at < now ? at : now;
  const records = (source: Rows) =>
    source
      .of('journal.lesson_record')
      .filter(
        ({ updated_at }) => String(updated_at) < new Date(before.getTime() - 4 * 86_400_000).toISOString(),
      )
      .map(({ lesson_id, topic }) => `${lesson_id} ${topic}`);
  const cancelled = other.of('timetable.lesson').filter(({ state }) => state === 'cancelled').length;
  const known = new Set(records(other));
  expect(records(own).filter((record) => !known.has(record)).length).toBeLessThanOrEqual(cancelled + 2);
});

describe('the people', () => {
  test('are as many as the school is said to have', () => {
    const present = town.students.filter(({ until }) => until === null).length;
    expect(present).toBe(townSchool.classes.reduce((sum, { size }) => sum + size, 0));
    expect(present).toBeGreaterThan(780);
    expect(rows.of('roster.staff').length).toBe(60);
    const sizes = town.classes.map(({ students }) => students.filter(({ until }) => until === null).length);
    expect(sizes.filter((size) => size === 35).length).toBe(1);
    expect(demo.schools[1]?.students.filter(({ until }) => until === null).length).toBe(118);
  });

  test('bear names of all kinds', () => {
    const people = rows.of('roster.person');
    expect(people.filter(({ middle_name }) => middle_name === null).length).toBeGreaterThan(3);
    expect(people.filter(({ last_name }) => /ё/iu.test(last_name)).length).toBeGreaterThan(20);
    expect(people.filter(({ last_name }) => last_name.includes('-')).length).toBeGreaterThan(3);
    expect(
      people.filter(({ middle_name }) => /(?:оглы|кызы)$/u.test(middle_name ?? '')).length,
    ).toBeGreaterThan(0);
    const patronymics = people.filter(({ middle_name }) => middle_name && !middle_name.includes(' '));
    for (const { gender, middle_name } of patronymics) {
      expect(middle_name).toMatch(gender === 'male' ? /ич$/u : /на$/u);
    }
  });

  test('live in families of one and two guardians, some with brothers and sisters', () => {
    const guardianships = rows.of('roster.guardianship');
    const perStudent = Map.groupBy(guardianships, ({ student_id }) => student_id);
    expect(perStudent.size).toBe(town.students.length);
    const counts = [...perStudent.values()].map((list) => list.length);
    expect(new Set(counts)).toEqual(new Set([1, 2]));
    const perGuardian = Map.groupBy(guardianships, ({ guardian_id }) => guardian_id);
    expect([...perGuardian.values()].filter((list) => list.length > 1).length).toBeGreaterThan(60);
    expect(guardianships.filter(({ end_date }) => end_date !== null).length).toBeGreaterThan(0);
    const staff = new Set(rows.of('roster.staff').map(({ person_id }) => person_id));
    expect([...perGuardian.keys()].filter((id) => staff.has(id)).length).toBeGreaterThan(0);
  });

  test('came late and left with their papers', () => {
    const admissions = rows.of('roster.admission');
    const late = admissions.filter(({ transferred_from }) => transferred_from !== null);
    expect(late.every(({ start_date }) => start_date === '2026-10-12')).toBe(true);
    expect(late.length).toBeGreaterThan(0);
    const left = admissions.filter(({ end_date }) => end_date !== null);
    expect(left.every(({ withdrawal_order }) => withdrawal_order !== null)).toBe(true);
    expect(left.length).toBe(late.length);
    const shown = town.classes.find(
      ({ plan }) => plan.grade === showcase.grade && plan.letter === showcase.letter,
    );
    expect(shown?.students.filter(({ until }) => until !== null).length).toBe(1);
    expect(shown?.students.filter(({ from }) => from > '2026-09-01').length).toBe(1);
  });

  test('sit in one class at a time, in at most one half of it for a subject', () => {
    const groups = new Map(rows.of('roster.study_group').map((group) => [group.id, group]));
    const seen = new Set<string>();
    for (const { student_id, group_id } of rows.of('roster.group_membership')) {
      const key = `${student_id} ${groups.get(group_id)?.division_tag ?? 'class'}`;
      expect(seen.has(key)).toBe(false);
      seen.add(key);
    }
    for (const { person } of town.students) expect(seen.has(`${person.id} class`)).toBe(true);
  });

  test('all sign in, one guardian for two schools', () => {
    const logins = demo.directory.of('directory.account').map(({ login }) => login);
    expect(new Set(logins).size).toBe(logins.length);
    for (const login of logins) expect(login).toMatch(/^[a-z][a-z0-9.-]+$/u);
    const linked = new Set(demo.directory.of('directory.account_person').map(({ person_id }) => person_id));
    for (const { school } of demo.schools) {
      for (const { id } of school.rows.of('roster.person')) expect(linked.has(id)).toBe(true);
    }
    const two = demo.accounts.find(({ role }) => role === 'guardianOfTwo');
    expect(two?.persons.map(({ schoolId }) => schoolId)).toEqual([1, 2]);
    expect(two?.students.map(({ schoolId }) => schoolId)).toEqual([1, 2]);
  });

  test('the schools’ numbers are valid', () => {
    const factors = [2, 4, 10, 3, 5, 9, 4, 6, 8];
    for (const { ogrn, inn } of [townSchool, villageSchool]) {
      expect(String((BigInt(ogrn.slice(0, 12)) % 11n) % 10n)).toBe(ogrn.at(-1));
      const sum = factors.reduce((total, factor, place) => total + factor * Number(inn.charAt(place)), 0);
      expect(String((sum % 11) % 10)).toBe(inn.at(-1));
    }
  });
});

describe('the timetable', () => {
  test('sends nobody to two places at once, this week with its changes included', () => {
    for (const { school, load } of demo.schools) {
      const assignments = new Map(load.assignments.map((assignment) => [assignment.id, assignment]));
      const week = school.rows
        .of('timetable.lesson')
        .filter(({ date, state }) => date >= '2026-11-23' && date <= '2026-11-27' && state === 'planned')
        .flatMap((lesson): Occupation[] => {
          const assignment = assignments.get(lesson.assignment_id);
          if (!assignment) return [];
          return [
            {
              lessonId: lesson.id,
              day: lesson.date,
              startMinute: minutesOf(lesson.starts ?? ''),
              endMinute: minutesOf(lesson.ends ?? ''),
              teacherIds: [lesson.teacher_id ?? assignment.teacher.person.id],
              roomId: lesson.room_id ?? null,
              classIds: [assignment.schoolClass.id],
              groupId: assignment.group.id,
              divisionTag: assignment.group.divisionTag,
            },
          ];
        });
      expect(week.length).toBeGreaterThan(200);
      expect(clashes(week)).toEqual([]);
    }
  });

  test('keeps the sanitary rules, the hours of each subject, and the first shift for grades 1, 5, 9 to 11', () => {
    const cards = Map.groupBy(rows.of('timetable.template_card'), ({ assignment_id }) => assignment_id);
    for (const schoolClass of town.classes) {
      const { grade, shift } = schoolClass.plan;
      expect(shift).toBeLessThanOrEqual([1, 5, 9, 10, 11].includes(grade) ? 1 : 2);
      const lessons = new Set<string>();
      for (const { id, subject } of town.load.assignments.filter((one) => one.schoolClass === schoolClass)) {
        const own = cards.get(id) ?? [];
        expect(own.length).toBe(hoursOf(schoolClass.plan)[subject] ?? 1);
        if (subject === 'important' || subject === 'horizons') continue;
        for (const { weekday, number } of own) lessons.add(`${weekday} ${number}`);
      }
      expect(lessons.size).toBeLessThanOrEqual(weeklyMaximum[grade] ?? 0);
      for (const day of Map.groupBy(lessons, (lesson) => lesson.charAt(0)).values()) {
        expect(day.length).toBeLessThanOrEqual(dailyMaximum(grade));
        const numbers = day.map((lesson) => Number(lesson.slice(2))).sort((a, b) => a - b);
        expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(numbers.length - 1);
      }
    }
  });

  test('gives no teacher more than thirty lessons', () => {
    for (const { staff } of demo.schools)
      for (const { load } of staff.teachers) expect(load).toBeLessThanOrEqual(30);
  });

  test('begins every Monday with the conversations about important things', () => {
    const important = new Set(
      town.load.assignments.filter(({ subject }) => subject === 'important').map(({ id }) => id),
    );
    const monday = rows.of('timetable.template_card').filter(({ weekday }) => weekday === 1);
    for (const { assignment_id, number } of monday) {
      const [from, to] = important.has(assignment_id) ? [0, 1] : [1, 8];
      expect(number).toBeGreaterThanOrEqual(from ?? 0);
      expect(number).toBeLessThanOrEqual(to ?? 0);
    }
  });
});

test('all that is written was written by now, and the lesson going on is open', () => {
  const moment = now.toISOString();
  expect(rows.of('journal.mark').every(({ updated_at }) => String(updated_at) <= moment)).toBe(true);
  expect(rows.of('journal.lesson_record').every(({ updated_at }) => String(updated_at) <= moment)).toBe(true);
  expect(rows.of('homework.homework').every(({ publish_at }) => String(publish_at) <= moment)).toBe(true);
  const shown = town.load.assignments.filter(
    ({ schoolClass }) =>
      schoolClass.plan.grade === showcase.grade && schoolClass.plan.letter === showcase.letter,
  );
  const pages = new Map(shown.map((assignment) => [assignment.id, assignment]));
  const day = rows
    .of('timetable.lesson')
    .filter(({ date, assignment_id }) => date === today && pages.has(assignment_id));
  const recorded = new Set(rows.of('journal.lesson_record').map(({ lesson_id }) => lesson_id));
  for (const { id, number, state } of day)
    expect(recorded.has(id)).toBe(number < showcase.number && state === 'planned');
  const current = day.find(({ number }) => number === showcase.number);
  expect(pages.get(current?.assignment_id ?? '')?.subject).toBe('algebra');
});
