import { afterAll, beforeAll, expect, test } from 'vitest';
import { journalModule } from '#modules/journal/module.ts';
import { aSchool, clockOfTests } from '#modules/testing/testing-school.ts';
import { type TestDatabase, testDatabase } from '#platform/db/testing.ts';
import { uuidv7 } from '#platform/ids.ts';
import { type TestApp, testApp } from '#platform/testing-app.ts';
import type { JournalPage, JournalPageList } from './contract.ts';

const school = aSchool(1);
const teacher = school.teacher('Ковалёва');
const other = school.teacher('Орлов');
const principal = school.staff('Директорова', 'principal');
const ninth = school.withClass('9А', 25);
const eighth = school.withClass('8Б', 3);
const homeroom = ninth.homeroomOf('Классная');
const history = ninth.taughtBy(teacher, 'История', { from: '2026-11-02', until: '2026-12-29' });
const full = ninth.taughtBy(teacher, 'Алгебра', { from: '2026-11-02', until: '2026-12-24' });
const tenthA = school.withClass('10А', 1);
const tenthB = school.withClass('10Б', 2);
const moved = tenthA.withStudent('Яковлева', '2026-09-01', '2026-11-15');
school.row('roster.group_membership', {
  id: uuidv7(),
  group_id: tenthB.groupId,
  student_id: moved,
  start_date: '2026-11-16',
  end_date: null,
});
const before = tenthA.taughtBy(other, 'Химия', { from: '2026-11-02', until: '2026-12-24' });
const after = tenthB.taughtBy(teacher, 'Химия', { from: '2026-11-02', until: '2026-12-24' });
const physics = eighth.taughtBy(other, 'Физика');
let database: TestDatabase;
let api: TestApp;

beforeAll(async () => {
  const lessons = full.lessons.slice(0, 24);
  for (const [index, lesson] of lessons.entries()) {
    school.row('journal.lesson_record', {
      lesson_id: lesson.id,
      topic: `Решение неравенств второй степени с одной переменной, урок ${index + 1}`,
      attendance_taken_at: '2026-11-24T09:00:00Z',
      version: 2,
    });
    school.row('homework.homework', {
      id: uuidv7(),
      assignment_id: full.id,
      given_lesson_id: lesson.id,
      text: '§ 14, № 287 (а, б), 289, 301; повторить теорему Виета',
      due_rule: 'next',
      publish_at: '2026-11-24T09:00:00Z',
      author_id: teacher.personId,
    });
    school.row('journal.work', {
      id: lesson.id,
      assignment_id: full.id,
      lesson_id: lesson.id,
      ordinal: 1,
      work_type_id: school.frame.answer,
      weight: 1,
    });
    for (const [place, student_id] of ninth.students.entries()) {
      if ((index + place) % 5 === 0) {
        const fact = place % 2 === 0 ? 'absent' : 'late';
        school.row('journal.attendance', {
          lesson_id: lesson.id,
          student_id,
          fact,
          author_id: teacher.personId,
        });
      } else if ((index * 7 + place * 3) % 3 > 0) {
        school.row('journal.mark', {
          work_id: lesson.id,
          student_id,
          value: String(2 + ((index + place) % 4)),
          author_id: teacher.personId,
        });
      }
    }
  }
  const give = (
    page: typeof before,
    date: string,
    marks: readonly (readonly [string | undefined, string])[],
  ) => {
    const id = page.lessonOn(date);
    school.row('journal.work', {
      id,
      assignment_id: page.id,
      lesson_id: id,
      ordinal: 1,
      work_type_id: school.frame.controlWork,
      weight: 4,
    });
    for (const [student_id, value] of marks)
      school.row('journal.mark', { work_id: id, student_id, value, author_id: teacher.personId });
  };
  give(before, '2026-11-05', [
    [moved, '3'],
    [tenthA.students[0], '2'],
  ]);
  give(after, '2026-11-17', [
    [moved, '5'],
    [tenthB.students[0], '4'],
  ]);
  school.row('journal.absence_reason', {
    id: uuidv7(),
    student_id: ninth.students[0],
    start_date: '2026-11-01',
    end_date: '2026-12-31',
    reason: 'ill',
    author_id: homeroom.personId,
  });
  school.row('journal.final_mark', {
    student_id: ninth.students[0],
    subject_id: full.subjectId,
    grading_period_id: school.frame.periodIds[0],
    kind: 'period',
    value: '4',
    author_id: teacher.personId,
  });
  database = await testDatabase();
  await school.writeInto(database.db);
  api = testApp({
    database,
    modules: [journalModule],
    accounts: { teacher: [teacher], other: [other], homeroom: [homeroom], principal: [principal] },
    clock: clockOfTests,
  });
});

afterAll(async () => {
  await api.app.close();
  await database.drop();
});

async function read<Reply>(as: string, path: string): Promise<{ reply: Reply; body: string }> {
  const answer = await api.app.inject({
    method: 'GET',
    url: `/api/schools/1/journal-pages${path}`,
    headers: { cookie: `parta=${as}` },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return { reply: answer.json<Reply>(), body: answer.body };
}

test('25 students × 24 lessons are at most 40 KB', async () => {
  const { reply, body } = await read<JournalPage>('teacher', `/${full.id}`);
  expect([reply.students.length, reply.lessons.length, reply.works.length]).toEqual([25, 24, 24]);
  expect(reply.marks.length).toBeGreaterThan(300);
  expect(reply.attendance.length).toBe(120);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(40_960);
});

test('the page opens on the quarter of today and says what its teacher may', async () => {
  const { reply } = await read<JournalPage>('teacher', `/${full.id}`);
  expect([reply.from, reply.to, reply.today, reply.time]).toEqual([
    '2026-11-02',
    '2026-12-30',
    '2026-11-24',
    '11:40',
  ]);
  expect(reply.may).toEqual({ write: true, writeLessons: [], setFinalMarks: true, seeReasons: false });
  expect(reply.settings).toMatchObject({
    editWindowDays: 14,
    reasonAfterDays: 7,
    minimumMarks: 5,
    retakes: 'replace',
  });
  expect(reply.periods.map(({ name }) => name)).toEqual([
    '1 четверть',
    '2 четверть',
    '3 четверть',
    '4 четверть',
    'Год',
  ]);
  expect(reply.finalMarks).toEqual([[0, 0, 'period', '4', 1]]);
  expect(reply.lessons[0]?.homework?.text).toContain('теорему Виета');
});

test('days asked for are the days shown', async () => {
  const { reply } = await read<JournalPage>('teacher', `/${full.id}?from=2026-11-23&to=2026-11-24`);
  expect(reply.lessons.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-24']);
  expect(reply.marks.every(([work]) => work < 2)).toBe(true);
});

test('that a child is ill is known to the homeroom teacher alone', async () => {
  const reasons = async (as: string) =>
    (await read<JournalPage>(as, `/${full.id}`)).reply.attendance
      .filter(([, student, fact]) => student === 0 && fact === 'absent')
      .map(([, , , , , reason]) => reason);
  expect(new Set(await reasons('homeroom'))).toEqual(new Set(['ill']));
  expect(new Set(await reasons('teacher'))).toEqual(new Set(['excused']));
  expect(new Set(await reasons('principal'))).toEqual(new Set(['excused']));
});

test('who reads only may write nothing', async () => {
  const { reply } = await read<JournalPage>('homeroom', `/${full.id}`);
  expect(reply.may).toEqual({ write: false, writeLessons: [], setFinalMarks: false, seeReasons: true });
});

test.each<[string, readonly string[]]>([
  ['teacher', ['Алгебра', 'История', 'Химия']],
  ['other', ['Физика', 'Химия']],
  ['homeroom', ['Алгебра', 'История']],
  ['principal', ['Физика', 'Алгебра', 'История', 'Химия', 'Химия']],
])('pages of %s', async (as, subjects) => {
  const { reply } = await read<JournalPageList>(as, '');
  expect(reply.pages.map(({ subject }) => subject).toSorted()).toEqual([...subjects].toSorted());
});

test('the list shows the lessons of today and counts those not filled in', async () => {
  const { reply } = await read<JournalPageList>('teacher', '');
  const page = reply.pages.find(({ id }) => id === history.id);
  expect(page).toMatchObject({ isOwn: true, hasMarks: true, unfilled: 6 });
  expect(page?.today).toEqual([
    {
      lessonId: history.lessonOn('2026-11-24'),
      number: 4,
      starts: '11:35',
      ends: '12:15',
      state: 'planned',
      room: null,
      isOwn: true,
      attendanceTaken: false,
      hasTopic: false,
      hasHomework: false,
      hasMarks: false,
    },
  ]);
  expect(reply.pages.find(({ id }) => id === full.id)?.unfilled).toBe(0);
  expect(reply.pages.some(({ id }) => id === physics.id)).toBe(false);
});

test('who came from another class in mid-quarter brings the marks of the subject along', async () => {
  const { reply: now } = await read<JournalPage>('teacher', `/${after.id}`);
  const place = now.students.findIndex(([id]) => id === moved);
  expect(now.elsewhere).toEqual([
    [place, before.lessonOn('2026-11-05'), 1, 1, '3', 4, '2026-11-05', null, '10А'],
  ]);
  const { reply: then } = await read<JournalPage>('other', `/${before.id}`);
  expect(then.elsewhere.map(([, , , , value]) => value)).toEqual(['5']);
  // Days asked for bound them too; subjects do not mix.
  const { reply: later } = await read<JournalPage>('teacher', `/${after.id}?from=2026-11-16&to=2026-11-30`);
  expect(later.elsewhere).toEqual([]);
  expect((await read<JournalPage>('teacher', `/${full.id}`)).reply.elsewhere).toEqual([]);
});
