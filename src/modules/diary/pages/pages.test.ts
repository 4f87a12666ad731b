import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts';
import { anActor, testApp, type TestApp } from '#platform/testing-app.ts';
import { diaryModule } from '../module.ts';
import { anna, boris, id, mother, schoolId, vera } from '../testing-ids.ts';
import { fillTestSchool } from '../testing-school.ts';
import type { MarksFacts, WeekFacts } from './facts.ts';

let database: TestDatabase;
let server: TestApp;

beforeAll(async () => {
  database = await testDatabase();
  await fillTestSchool(database.db);
  const family = (...studentIds: string[]) =>
    studentIds.map((studentId) => ({ studentId, kinship: 'mother', scope: ['marks'] as const }));
  const actor = anActor({ personId: mother, roles: [], today: '2026-11-18', students: family(anna, vera) });
  server = testApp({
    database,
    modules: [diaryModule],
    accounts: {
      mother: [actor],
      stranger: [anActor({ roles: [] })],
      homeroom: [anActor({ today: '2026-11-18', homeroomClassIds: [id('class')] })],
    },
  });
});

afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const home = (studentId: string) => `/diary/${schoolId}/${studentId}`;

function open(account: string, url: string) {
  return server.app.inject({ url, headers: { cookie: `parta=${account}`, accept: 'text/html' } });
}

async function facts<Facts>(account: string, url: string): Promise<Facts> {
  const { body } = await open(account, url);
  return JSON.parse(/json">(.*)<\/script>/s.exec(body)?.[1] ?? 'null') as Facts;
}

describe('/diary', () => {
  test('leads a family to its first child', async () => {
    const answer = await open('mother', '/diary');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, home(anna)]);
  });

  test('leads who has no child away, and who is not signed in to the sign-in', async () => {
    expect((await open('stranger', '/diary')).headers.location).toBe('/');
    expect((await open('nobody', home(anna))).headers.location).toContain('/sign-in?next=');
  });
});

test('a week knows whose it is and the other children', async () => {
  const week = await facts<WeekFacts>('mother', `${home(anna)}/week/2026-11-18`);
  expect(week.week.from).toBe('2026-11-16');
  expect(week.lessonId).toBeNull();
  expect(week.frame).toMatchObject({
    schoolId,
    studentId: anna,
    person: { lastName: 'Соколова' },
    children: [
      { studentId: anna, firstName: 'Анна', grade: 7, letter: 'Б', school: 'Школа № 12' },
      { studentId: vera, firstName: 'Вера' },
    ],
  });
});

test('an address names the lesson whose sheet is open, if it is in the week', async () => {
  const at = (number: number) => `${home(anna)}/week/2026-11-18?lesson=${id('lesson', number)}`;
  expect((await facts<WeekFacts>('mother', at(5))).lessonId).toBe(id('lesson', 5));
  expect((await facts<WeekFacts>('mother', at(9))).lessonId).toBeNull();
});

test('marks of a period have an address of their own', async () => {
  const shown = await facts<MarksFacts>('mother', `${home(anna)}/marks/${id('period', 1)}`);
  expect(shown.marks.periodId).toBe(id('period', 1));
});

test('a homeroom teacher reads a student of the class and switches to no other', async () => {
  const week = await facts<WeekFacts>('homeroom', `${home(boris)}/week/2026-11-18`);
  expect(week.week.student.firstName).toBe('Борис');
  expect(week.frame.children).toEqual([]);
});

test.each(['', '/week/2026-11-18', '/marks', '/timetable'])('a foreign student: 404 (%s)', async (page) => {
  expect((await open('mother', home(boris) + page)).statusCode).toBe(404);
});
