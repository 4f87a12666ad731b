import { afterAll, beforeAll, expect, test } from 'vitest';
import { journalModule } from '#modules/journal/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { CellOutcome, MarkCell } from './contract.ts';
import { firstWork, type MarksReply, markOf } from './testing-marks.ts';

const today = '2026-11-24';
const school = aSchool(1);
const other = aSchool(2);
const teacher = school.teacher('Ковалёва');
const colleague = school.teacher('Орлов');
const deputy = school.staff('Завучева', 'deputyHead');
const seventh = school.withClass('7Б', 4);
const late = seventh.withStudent('Поздняева', '2026-11-10');
const departed = seventh.withStudent('Ушедшая', '2026-09-01', '2026-10-20');
const homeroom = seventh.homeroomOf('Классная');
const algebra = seventh.taughtBy(teacher, 'Алгебра');
const physics = seventh.taughtBy(colleague, 'Физика');
const first = school.withClass('1А', 3);
const reading = first.taughtBy(teacher, 'Чтение');
const strangers = other.withClass('7Б', 2);
const strangePage = strangers.taughtBy(other.teacher('Чужая'), 'Алгебра');
const guardian = school.guardianOf(seventh.students[0] ?? '');
const cancelled = algebra.lessonOn('2026-11-19');
const substituted = physics.lessonOn('2026-11-23');
const student = (index: number) => seventh.students[index] ?? '';
let server: SchoolServer;

beforeAll(async () => {
  server = await serverOf([school, other], {
    modules: [journalModule],
    people: { teacher, colleague, deputy, homeroom, guardian },
  });
  const change = (set: string, id: string) =>
    server.sql(`update timetable.lesson set ${set} where school_id = 1 and id = '${id}'`);
  await change(`state = 'cancelled'`, cancelled);
  await change(`teacher_id = '${teacher.personId}'`, substituted);
});
afterAll(() => server.stop());

type Sending = { readonly as?: string; readonly page?: string; readonly key?: string };

function put(cells: readonly MarkCell[], { as = 'teacher', page = algebra.id, key }: Sending = {}) {
  const lessons = [...new Set(cells.map(({ workId }) => workId))];
  const works = lessons.map((lessonId) => firstWork(lessonId, school.frame.answer));
  return server.put<MarksReply>(as, `/journal-pages/${page}/marks`, { body: { works, cells }, key });
}

async function outcomesOf(cells: readonly MarkCell[], sending: Sending = {}): Promise<CellOutcome[]> {
  const { status, reply } = await put(cells, sending);
  expect(status, JSON.stringify(reply)).toBe(200);
  return reply.cells;
}

/** A mark of the first student on today's lesson; change what the test is about. */
const cell = (given: Partial<MarkCell> = {}) =>
  markOf({ workId: algebra.lessonOn(today), studentId: student(0), ...given });

const marksOf = (studentId: string) =>
  server.sql<{ value: string | null; version: number }>(
    `select value, version from journal.mark where school_id = 1 and student_id = '${studentId}' order by work_id, attempt, slot`,
  );

test.each<[string, () => Partial<MarkCell>, string]>([
  ['a lesson of another page', () => ({ workId: physics.lessonOn(today) }), 'marks.unknownWork'],
  ['a lesson of another school', () => ({ workId: strangePage.lessonOn(today) }), 'marks.unknownWork'],
  ['a work that is none', () => ({ workId: uuidv7() }), 'marks.unknownWork'],
  ['a student of another class', () => ({ studentId: first.students[0] ?? '' }), 'marks.notMember'],
  ['a student of another school', () => ({ studentId: strangers.students[0] ?? '' }), 'marks.notMember'],
  [
    'a student who came later',
    () => ({ studentId: late, workId: algebra.lessonOn('2026-11-09') }),
    'marks.notMember',
  ],
  ['a student who left', () => ({ studentId: departed }), 'marks.departed'],
  ['a value of no scale', () => ({ value: '7' }), 'marks.unknownValue'],
  [
    'the first week of the quarter',
    () => ({ workId: algebra.lessonOn('2026-11-02') }),
    'marks.editWindowClosed',
  ],
  ['a lesson of next week', () => ({ workId: algebra.lessonOn('2026-12-01') }), 'marks.notYetHeld'],
  ['a cancelled lesson', () => ({ workId: cancelled }), 'marks.lessonCancelled'],
  [
    'an old lesson without a reason',
    () => ({ workId: algebra.lessonOn('2026-11-16') }),
    'marks.reasonRequired',
  ],
])('%s is refused and nothing is stored of it', async (_what, given, code) => {
  const refused = cell({ studentId: student(3), ...given() });
  const before = await server.sql('select * from journal.work');
  const [outcome] = await outcomesOf([refused]);
  expect(outcome).toMatchObject({ state: 'refused', code });
  expect(await server.sql('select * from journal.work')).toEqual(before);
  expect(await marksOf(refused.studentId)).toEqual([]);
});

test('an old lesson takes a mark with a typed reason', async () => {
  const [outcome] = await outcomesOf([
    cell({ studentId: student(3), workId: algebra.lessonOn('2026-11-16'), reason: 'Переписал работу' }),
  ]);
  expect(outcome).toEqual({ state: 'written', version: 1 });
  const [revision] = await server.sql<{ reason: string; reason_code: string }>(
    `select reason, reason_code from journal.mark_revision where school_id = 1 and student_id = '${student(3)}'`,
  );
  expect(revision).toEqual({ reason: 'Переписал работу', reason_code: 'lateEntry' });
});

test('a locked period closes its lessons', async () => {
  const [, second] = school.frame.periodIds;
  const lock = uuidv7();
  await server.sql(
    `insert into journal.period_lock (school_id, id, grading_period_id, locked_by) values (1, '${lock}', '${second}', '${deputy.personId}')`,
  );
  const [outcome] = await outcomesOf([cell({ studentId: student(2) })]);
  await server.sql(
    `update journal.period_lock set unlocked_at = now() where school_id = 1 and id = '${lock}'`,
  );
  expect(outcome).toMatchObject({ code: 'marks.periodLocked', facts: { period: '2 четверть' } });
  expect(await outcomesOf([cell({ studentId: student(2) })])).toEqual([{ state: 'written', version: 1 }]);
});

test('grade 1 takes no marks', async () => {
  const [outcome] = await outcomesOf(
    [cell({ workId: reading.lessonOn(today), studentId: first.students[0] ?? '' })],
    { page: reading.id },
  );
  expect(outcome).toMatchObject({ state: 'refused', code: 'marks.noMarksHere' });
});

test('a substitute marks in the lesson it stands in at, and there only', async () => {
  const outcomes = await outcomesOf(
    [
      cell({ workId: substituted, studentId: student(0) }),
      cell({ workId: physics.lessonOn(today), studentId: student(0) }),
    ],
    { page: physics.id },
  );
  expect(outcomes).toMatchObject([{ state: 'written' }, { state: 'refused', code: 'marks.notYourLesson' }]);
});

test.each<[string, number]>([
  ['deputy', 403],
  ['homeroom', 403],
  ['colleague', 404],
  ['guardian', 404],
])('%s sets no marks here: %i', async (as, status) => {
  expect((await put([cell()], { as })).status).toBe(status);
});

test.each<[string, number]>([
  ['teacher', 200],
  ['deputy', 200],
  ['homeroom', 200],
  ['colleague', 404],
  ['guardian', 404],
])('%s reads the page: %i', async (as, status) => {
  expect((await server.get(as, `/journal-pages/${algebra.id}`)).status).toBe(status);
});

test('a page of another school is not there', async () => {
  expect((await server.get('deputy', `/journal-pages/${strangePage.id}`)).status).toBe(404);
  expect((await put([cell()], { page: strangePage.id })).status).toBe(404);
});
