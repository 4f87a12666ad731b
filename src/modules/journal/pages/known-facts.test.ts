import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { rosterChanged } from '#modules/roster/events.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { announce } from '#platform/outbox/announce.ts';
import { uuidv7 } from '#platform/ids.ts';
import { journalModule } from '../module.ts';
import type { MarkCell } from '../marks/contract.ts';
import { firstWork, type MarksReply, markOf } from '../marks/testing-marks.ts';

const today = '2026-11-24';
const school = aSchool(1);
const teacher = school.teacher('Ковалёва');
const seventh = school.withClass('7Б', 25);
const algebra = seventh.taughtBy(teacher, 'Алгебра');
const lesson = algebra.lessonOn(today);
const student = (index: number) => seventh.students[index] ?? '';
let server: SchoolServer;

beforeAll(async () => {
  server = await serverOf([school], { modules: [journalModule], people: { teacher }, hearsEvents: true });
  // The first mark makes the work, the second finds the page as it is from then on.
  await put(markOf({ workId: lesson, studentId: student(0) }), {
    works: [firstWork(lesson, school.frame.answer)],
  });
  await put(markOf({ workId: lesson, studentId: student(1) }));
});
afterAll(() => server.stop());

type Sending = { readonly works?: ReturnType<typeof firstWork>[]; readonly key?: string };

function put(cell: MarkCell, { works = [], key }: Sending = {}) {
  return server.put<MarksReply>('teacher', `/journal-pages/${algebra.id}/marks`, {
    body: { works, cells: [cell] },
    key,
  });
}

const statementsOf = (cell: MarkCell) => server.statementsDuring(() => put(cell));

test('one mark after the other on one page is one statement under the lock, and a refusal reads the page anew', async () => {
  expect(await statementsOf(markOf({ workId: lesson, studentId: student(2) }))).toBe(1);
  const unknown = markOf({ workId: lesson, studentId: uuidv7() });
  expect((await put(unknown)).reply.cells[0]).toMatchObject({ state: 'refused', code: 'marks.notMember' });
});

test('a student who has just joined is not refused by what was known before', async () => {
  const late = seventh.withStudent('Поздняя', '2026-11-23');
  await school.writeInto(server.database.db);
  expect((await put(markOf({ workId: lesson, studentId: late }))).reply.cells).toEqual([
    { state: 'written', version: 1 },
  ]);
});

test('a repeated key answers the same from memory too, a conflict shows what stands there', async () => {
  const cell = markOf({ workId: lesson, studentId: student(3), value: '4' });
  const key = uuidv7();
  const once = (await put(cell, { key })).reply.cells;
  expect(once).toEqual([{ state: 'written', version: 1 }]);
  expect((await put(cell, { key })).reply.cells).toEqual(once);
  const other = uuidv7();
  const conflict = (await put({ ...cell, value: '2' }, { key: other })).reply.cells;
  expect(conflict).toMatchObject([{ state: 'conflict', value: '4', version: 1 }]);
  // Meanwhile the first author goes on; the repeated loser is still the loser and sees what is there now.
  await put({ ...cell, value: '5', expected: 1 });
  const again = (await put({ ...cell, value: '2' }, { key: other })).reply.cells;
  expect(again).toMatchObject([{ state: 'conflict', value: '5', version: 2 }]);
});

test('what was announced about the roster is read anew: a teacher who left the page writes nothing', async () => {
  const cell = markOf({ workId: lesson, studentId: student(5) });
  await server.sql(
    `update roster.assignment_teacher set end_date = '2026-11-23' where school_id = 1 and assignment_id = '${algebra.id}'`,
  );
  await server.database.db.inSchool({ schoolId: 1, studentIds: '*' }, (tx) =>
    announce(tx, { name: rosterChanged, topics: ['school'], payload: { classIds: [seventh.id] } }),
  );
  await vi.waitFor(async () => expect((await put(cell)).status).toBe(404));
  await server.sql(
    `update roster.assignment_teacher set end_date = null where school_id = 1 and assignment_id = '${algebra.id}'`,
  );
});

test('a grading period locked a moment ago is closed, whatever is remembered', async () => {
  const cell = markOf({ workId: lesson, studentId: student(6) });
  await put(markOf({ workId: lesson, studentId: student(7) }));
  expect(await statementsOf(markOf({ workId: lesson, studentId: student(8) }))).toBe(1);
  await server.sql(
    `insert into journal.period_lock (school_id, id, grading_period_id, locked_by)
     values (1, '${uuidv7()}', '${school.frame.periodIds[1] ?? ''}', '${teacher.personId}')`,
  );
  expect((await put(cell)).reply.cells).toMatchObject([{ state: 'refused', code: 'marks.periodLocked' }]);
  const marks = await server.sql(
    `select 1 from journal.mark where school_id = 1 and student_id = '${student(6)}'`,
  );
  expect(marks).toEqual([]);
});
