import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts';
import { anActor, testApp, type TestApp } from '#platform/testing-app.ts';
import { diaryModule } from '../module.ts';
import { anna, boris, id, mother, schoolId, vera } from '../testing-ids.ts';
import { fillTestSchool } from '../testing-school.ts';
import type { MarksOfPeriod } from './contract.ts';

let database: TestDatabase;
let server: TestApp;

beforeAll(async () => {
  database = await testDatabase();
  await fillTestSchool(database.db);
  const children = [anna, vera].map((studentId) => ({
    studentId,
    kinship: 'mother',
    scope: ['marks'] as const,
  }));
  const actor = anActor({ personId: mother, roles: [], today: '2026-11-18', students: children });
  server = testApp({ database, modules: [diaryModule], accounts: { mother: [actor] } });
});

afterAll(async () => {
  await server.app.close();
  await database.drop();
});

async function get(studentId: string, period: string | null = null) {
  const query = period === null ? '' : `?period=${period}`;
  const url = `/api/schools/${schoolId}/students/${studentId}/marks${query}`;
  return server.app.inject({ url, headers: { cookie: 'parta=mother' } });
}

test('the current period by subject, with all periods of the scheme and their final marks', async () => {
  const answer = (await get(anna)).json<MarksOfPeriod>();
  expect(answer.periodId).toBe(id('period', 2));
  expect(answer.periods.map(({ kind, ordinal }) => [kind, ordinal])).toEqual([
    ['quarter', 1],
    ['quarter', 2],
    ['year', 0],
  ]);
  expect(answer.subjects.map(({ name }) => name)).toEqual(['Алгебра', 'Английский язык']);
  const [algebra, english] = answer.subjects;
  expect(algebra?.teachers.map(({ lastName }) => lastName)).toEqual(['Кузнецова']);
  expect(algebra?.finals).toEqual([{ periodId: id('period', 1), kind: 'period', value: '5', comment: null }]);
  expect(
    algebra?.marks.map(({ date, attempt, slot, value, numerator, weight }) => [
      date,
      attempt,
      slot,
      value,
      numerator,
      weight,
    ]),
  ).toEqual([
    ['2026-11-16', 1, 1, '2', 2, 3],
    ['2026-11-16', 2, 1, '4', 4, 3],
    ['2026-11-16', 1, 1, '5', 5, 1],
    ['2026-11-16', 1, 2, '3', 3, 1],
  ]);
  expect(english?.marks).toEqual([]);
});

test('another period has its own marks, the year has all of them', async () => {
  const first = (await get(anna, id('period', 1))).json<MarksOfPeriod>();
  expect(first.subjects[0]?.marks).toEqual([]);
  const year = (await get(anna, id('period', 9))).json<MarksOfPeriod>();
  expect(year.subjects[0]?.marks).toHaveLength(4);
});

test('a child who left keeps the marks of the time before', async () => {
  const answer = (await get(vera, id('period', 1))).json<MarksOfPeriod>();
  expect(answer.subjects[0]?.marks).toMatchObject([{ value: '4', date: '2026-10-19' }]);
});

test('a period the student has not, a foreign student: 404', async () => {
  expect((await get(anna, id('period', 7))).statusCode).toBe(404);
  expect((await get(boris)).statusCode).toBe(404);
});
