import { beforeAll, describe, expect, test } from 'vitest';
import { daysBetween } from '#modules/organisation/index.ts';
import { generateSchool, type GeneratedSchool } from './generate.ts';
import type { Assignment } from './load/teaching-load.ts';
import type { Rows } from './rows.ts';
import { townSchool } from './school-plan.ts';

let town: GeneratedSchool;
let rows: Rows;
let pages: Map<string, Assignment>;

beforeAll(() => {
  town = generateSchool(townSchool, 2026, new Date('2026-11-24T11:40:00+03:00'));
  rows = town.school.rows;
  pages = new Map(town.load.assignments.map((assignment) => [assignment.id, assignment]));
});

describe('marks', () => {
  test('stand only where the student belongs to the page on that day, with values of its scale', () => {
    const lessons = new Map(rows.of('timetable.lesson').map((lesson) => [lesson.id, lesson]));
    const works = new Map(rows.of('journal.work').map((work) => [work.id, work]));
    const members = Map.groupBy(rows.of('roster.group_membership'), ({ group_id }) => group_id);
    const values = Map.groupBy(rows.of('organisation.mark_scale_value'), ({ scale_id }) => scale_id);
    const scales = new Map(rows.of('roster.teaching_assignment').map(({ id, scale_id }) => [id, scale_id]));
    const stays = new Map(
      [...members].flatMap(([group, list]) =>
        list.map((stay) => [`${group} ${stay.student_id}`, stay] as const),
      ),
    );
    const codes = new Map([...values].map(([scale, list]) => [scale, new Set(list.map(({ code }) => code))]));
    let faults = 0;
    for (const { work_id, student_id, value } of rows.of('journal.mark')) {
      const work = works.get(work_id);
      const page = pages.get(work?.assignment_id ?? '');
      const date = lessons.get(work?.lesson_id ?? '')?.date ?? '';
      const stay = stays.get(`${page?.group.id} ${student_id}`);
      const isMember = stay !== undefined && stay.start_date <= date && date <= (stay.end_date ?? date);
      const isKnown = codes.get(scales.get(page?.id ?? '') ?? '')?.has(value ?? '') ?? false;
      if (!isMember || !isKnown) faults += 1;
    }
    expect(rows.of('journal.mark').length).toBeGreaterThan(40_000);
    expect(faults).toBe(0);
  });

  test('have a history that ends in what the cell shows', () => {
    const key = (row: { work_id: string; student_id: string; attempt?: unknown; slot?: unknown }) =>
      `${row.work_id} ${row.student_id} ${String(row.attempt)} ${String(row.slot)}`;
    const histories = Map.groupBy(rows.of('journal.mark_revision'), key);
    const marks = rows.of('journal.mark');
    expect(histories.size).toBe(marks.length);
    const faults = marks.filter((mark) => {
      const last = histories.get(key(mark))?.at(-1);
      return last?.new_value !== mark.value || last?.version !== mark.version || last?.at !== mark.updated_at;
    });
    expect(faults).toEqual([]);
    const reasons = new Set(rows.of('journal.mark_revision').map(({ reason_code }) => reason_code));
    expect(reasons).toEqual(new Set(['entered', 'corrected', 'lateEntry', 'retake']));
  });

  test('are not given in grade 1', () => {
    const works = rows
      .of('journal.work')
      .map(({ assignment_id }) => pages.get(assignment_id)?.schoolClass.plan.grade);
    expect(works.includes(1)).toBe(false);
  });

  test('average between 3.2 and 4.9 for nine students of ten', () => {
    const byStudent = Map.groupBy(
      rows.of('journal.mark').filter(({ value }) => /^\d$/u.test(value ?? '')),
      ({ student_id }) => student_id,
    );
    const averages = [...byStudent.values()]
      .filter((marks) => marks.length > 20)
      .map((marks) => marks.reduce((sum, { value }) => sum + Number(value), 0) / marks.length)
      .sort((a, b) => a - b);
    expect(averages[Math.floor(averages.length * 0.05)]).toBeGreaterThan(3.2);
    expect(averages[Math.floor(averages.length * 0.95)]).toBeLessThan(4.9);
    expect(averages[Math.floor(averages.length * 0.5)]).toBeCloseTo(4.1, 0);
  });

  test('are given on a day of absence only for what was written later', () => {
    const works = new Map(rows.of('journal.work').map((work) => [work.id, work]));
    const away = new Set(
      rows
        .of('journal.attendance')
        .filter(({ fact }) => fact === 'absent')
        .map(({ lesson_id, student_id }) => `${lesson_id} ${student_id}`),
    );
    const first = Map.groupBy(
      rows.of('journal.mark_revision'),
      ({ work_id, student_id }) => `${work_id} ${student_id}`,
    );
    for (const { work_id, student_id } of rows.of('journal.mark')) {
      if (!away.has(`${works.get(work_id)?.lesson_id} ${student_id}`)) continue;
      expect(first.get(`${work_id} ${student_id}`)?.[0]?.new_value).toBe('pendingPoint');
    }
  });
});

test('the first quarter’s marks are the weighted averages, rounded half up', () => {
  const quarter = rows.of('organisation.grading_period').find(({ name }) => name === '1 четверть');
  const lessons = new Map(rows.of('timetable.lesson').map(({ id, date }) => [id, date]));
  const works = new Map(rows.of('journal.work').map((work) => [work.id, work]));
  const sums = new Map<string, { points: number; weights: number; count: number }>();
  const best = new Map<string, { attempt: number; value: number }>();
  for (const { work_id, student_id, attempt, slot, value } of rows.of('journal.mark')) {
    const date = lessons.get(works.get(work_id)?.lesson_id ?? '') ?? '';
    if (!/^\d$/u.test(value ?? '') || date > (quarter?.end_date ?? '')) continue;
    const key = `${work_id} ${student_id} ${slot}`;
    if ((best.get(key)?.attempt ?? 0) < Number(attempt))
      best.set(key, { attempt: Number(attempt), value: Number(value) });
  }
  for (const [key, { value }] of best) {
    const [workId = '', studentId = ''] = key.split(' ');
    const work = works.get(workId);
    const page = pages.get(work?.assignment_id ?? '');
    const own = `${studentId} ${town.school.subjectIds[page?.subject ?? 'russian']}`;
    const sum = sums.get(own) ?? { points: 0, weights: 0, count: 0 };
    const weight = work?.weight ?? 0;
    sums.set(own, {
      points: sum.points + weight * value,
      weights: sum.weights + weight,
      count: sum.count + 1,
    });
  }
  const finals = rows
    .of('journal.final_mark')
    .filter(({ grading_period_id }) => grading_period_id === quarter?.id);
  const numeric = finals.filter(({ value }) => /^\d$/u.test(value ?? ''));
  expect(numeric.length).toBeGreaterThan(5_000);
  for (const { student_id, subject_id, value } of numeric) {
    const sum = sums.get(`${student_id} ${subject_id}`);
    expect(Number(value)).toBe(Math.max(2, Math.round((sum?.points ?? 0) / (sum?.weights ?? 1))));
    expect(sum?.count).toBeGreaterThanOrEqual(3);
  }
  const left = new Set(town.students.filter(({ until }) => until !== null).map(({ person }) => person.id));
  expect(finals.some(({ student_id }) => left.has(student_id))).toBe(false);
  const notAssessed = finals.filter(({ value }) => value === 'notAssessed').length;
  expect(notAssessed).toBeGreaterThan(0);
  expect(notAssessed).toBeLessThan(finals.length / 100);
});

test('a class writes one control work a day, a subject not more often than in two and a half weeks', () => {
  const types = new Map(rows.of('curriculum.work_type').map((type) => [type.id, type]));
  const lessons = new Map(rows.of('timetable.lesson').map((lesson) => [lesson.id, lesson]));
  const byClass = new Map<string, Set<string>>();
  const byPage = new Map<string, string[]>();
  for (const { assignment_id, lesson_id, work_type_id } of rows.of('journal.work')) {
    if (types.get(work_type_id)?.is_assessment !== true) continue;
    const page = pages.get(assignment_id);
    const date = lessons.get(lesson_id ?? '')?.date ?? '';
    const day = `${page?.schoolClass.id} ${date}`;
    byClass.set(day, (byClass.get(day) ?? new Set()).add(page?.subject ?? ''));
    byPage.set(assignment_id, [...(byPage.get(assignment_id) ?? []), date]);
  }
  expect([...byClass.values()].filter((subjects) => subjects.size > 1)).toEqual([]);
  for (const dates of byPage.values()) {
    const ordered = dates.sort();
    for (const [index, date] of ordered.slice(1).entries()) {
      expect(daysBetween(ordered[index] ?? '', date)).toBeGreaterThanOrEqual(18);
    }
  }
});

test('homework is due at a later lesson of its page', () => {
  const lessons = new Map(rows.of('timetable.lesson').map((lesson) => [lesson.id, lesson]));
  const homework = rows.of('homework.homework');
  expect(homework.length).toBeGreaterThan(4_000);
  for (const { given_lesson_id, due_lesson_id, assignment_id } of homework) {
    const given = lessons.get(given_lesson_id);
    const due = lessons.get(due_lesson_id ?? '');
    expect(due?.assignment_id).toBe(assignment_id);
    expect((due?.date ?? '') > (given?.date ?? '')).toBe(true);
  }
});
