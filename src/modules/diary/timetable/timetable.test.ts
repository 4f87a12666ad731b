import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts';
import { anActor, testApp, type TestApp } from '#platform/testing-app.ts';
import { diaryModule } from '../module.ts';
import { anna, boris, id, mother, schoolId } from '../testing-ids.ts';
import { fillTestSchool } from '../testing-school.ts';
import type { TimetableWeek } from './contract.ts';

let database: TestDatabase;
let server: TestApp;

beforeAll(async () => {
  database = await testDatabase();
  await fillTestSchool(database.db);
  const students = [{ studentId: anna, kinship: 'mother', scope: ['marks'] as const }];
  const actor = anActor({ personId: mother, roles: [], today: '2026-11-18', students });
  server = testApp({ database, modules: [diaryModule], accounts: { mother: [actor] } });
});

afterAll(async () => {
  await server.app.close();
  await database.drop();
});

function get(studentId: string, from: string) {
  const url = `/api/schools/${schoolId}/students/${studentId}/timetable?from=${from}`;
  return server.app.inject({ url, headers: { cookie: 'parta=mother' } });
}

test('a moved lesson stands on its new day and leaves a trace on the old one', async () => {
  const week = (await get(anna, '2026-11-20')).json<TimetableWeek>();
  const friday = week.days.find(({ date }) => date === '2026-11-20');
  expect(friday?.movedAway).toEqual([
    {
      lessonId: id('lesson', 9),
      number: 2,
      subject: 'Алгебра',
      toDate: '2026-11-23',
      toNumber: 3,
      reason: null,
    },
  ]);
  expect(friday?.lessons).toMatchObject([{ state: 'cancelled', changes: [{ reason: 'quarantine' }] }]);
  const next = (await get(anna, '2026-11-23')).json<TimetableWeek>();
  expect(next.days[0]?.lessons).toMatchObject([
    { id: id('lesson', 9), number: 3, changes: [{ kind: 'move', oldDate: '2026-11-20', oldNumber: 2 }] },
  ]);
});

test('holds nothing but the timetable', async () => {
  const week = (await get(anna, '2026-11-16')).json<TimetableWeek>();
  expect(Object.keys(week.days[0]?.lessons[0] ?? {}).toSorted()).toEqual(
    [
      'changes',
      'ends',
      'id',
      'number',
      'replacesId',
      'room',
      'starts',
      'state',
      'subject',
      'teacher',
    ].toSorted(),
  );
});

test('a foreign student: 404', async () => {
  expect((await get(boris, '2026-11-16')).statusCode).toBe(404);
});
