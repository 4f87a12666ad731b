import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts';
import { anActor, testApp, type TestApp } from '#platform/testing-app.ts';
import { diaryModule } from '../module.ts';
import { anna, boris, id, mother, schoolId, vera } from '../testing-ids.ts';
import { fillTestSchool } from '../testing-school.ts';
import type { DiaryWeek } from './contract.ts';
import { weekStatement } from './queries.ts';

const monday = '2026-11-16';
const now = '2026-11-18T08:40:00Z';

let database: TestDatabase;
let server: TestApp;

beforeAll(async () => {
  database = await testDatabase();
  await fillTestSchool(database.db);
  server = testApp({ database, modules: [diaryModule], accounts });
});

afterAll(async () => {
  await server.app.close();
  await database.drop();
});

const guardian = (scope: Actor['students'][number]['scope'], studentIds = [anna]): Actor =>
  anActor({
    personId: mother,
    roles: [],
    today: '2026-11-18',
    students: studentIds.map((studentId) => ({ studentId, kinship: 'mother', scope })),
  });

const accounts = {
  mother: [guardian(['marks', 'messages'])],
  anna: [
    anActor({
      personId: anna,
      roles: [],
      students: [{ studentId: anna, kinship: 'self', scope: ['marks'] }],
    }),
  ],
  withoutMarks: [guardian(['contacts'])],
  endedGuardian: [guardian(['marks'], [])],
  homeroom: [anActor({ homeroomClassIds: [id('class')] })],
  otherHomeroom: [anActor({ homeroomClassIds: [id('class', 2)] })],
  teacher: [anActor()],
  principal: [anActor({ roles: ['principal'] })],
  otherSchool: [{ ...guardian(['marks']), schoolId: 2 }],
};

const address = (studentId: string, from = monday) =>
  `/api/schools/${schoolId}/students/${studentId}/diary?from=${from}`;

function get(account: keyof typeof accounts, url: string, headers: Record<string, string> = {}) {
  return server.app.inject({ url, headers: { cookie: `parta=${account}`, ...headers } });
}

async function week(
  studentId: string,
  given: { from?: string; mayKnowIllness?: boolean } = {},
): Promise<DiaryWeek> {
  const values = [schoolId, studentId, given.from ?? monday, null, now, given.mayKnowIllness ?? true];
  const text = await database.db.readText({ schoolId, studentIds: [studentId] }, weekStatement, values);
  return JSON.parse(text ?? 'null') as DiaryWeek;
}

const lessonsOf = ({ days }: DiaryWeek) =>
  days.flatMap(({ date, lessons }) => lessons.map(({ id: lessonId }) => [date, lessonId]));

describe('a week', () => {
  test('has its frame, days, lessons and everything that hangs on them', async () => {
    const answer = await week(anna);
    expect(answer).toMatchObject({
      asOf: '2026-11-18T08:40:00Z',
      timeZone: 'Europe/Moscow',
      today: '2026-11-18',
      time: '11:40',
      from: monday,
      studyWeek: 11,
      student: { lastName: 'Гаврилова', firstName: 'Анна', grade: 7, letter: 'Б' },
      year: { startDate: '2026-09-01', endDate: '2027-05-31' },
    });
    expect(answer.days.map(({ date }) => date)).toEqual(
      [16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}`),
    );
    const [first] = answer.days[0]?.lessons ?? [];
    expect(first).toEqual({
      id: id('lesson', 2),
      number: 1,
      starts: '08:30',
      ends: '09:15',
      subject: 'Алгебра',
      room: '106',
      teacher: { lastName: 'Кузнецова', firstName: 'Мария', middleName: 'Викторовна' },
      state: 'planned',
      replacesId: null,
      changes: [],
      topic: 'Степень с натуральным показателем',
      due: [],
      given: [
        {
          id: id('homework', 1),
          text: '№ 412, 415',
          files: [],
          minutes: 30,
          publishedAt: '2020-01-01T12:00:00Z',
          dueDate: '2026-11-18',
          isDone: false,
        },
      ],
      marks: [
        aMark({
          workId: id('lesson', 2),
          value: '2',
          band: 'poor',
          weight: 3,
          workType: 'Контрольная работа',
        }),
        aMark({
          workId: id('lesson', 2),
          attempt: 2,
          value: '4',
          band: 'good',
          weight: 3,
          workType: 'Контрольная работа',
          comment: 'Пересдала',
        }),
        aMark({ workId: id('work', 2), value: '5', band: 'excellent' }),
        aMark({ workId: id('work', 2), slot: 2, value: '3', band: 'satisfactory' }),
      ],
      attendance: null,
    });
  });

  test('shows homework at the lesson it is due at, and none before it is published', async () => {
    const answer = await week(anna);
    expect(lessonIn(answer, 5)?.due.map(({ text }) => text)).toEqual(['№ 412, 415']);
    expect(lessonIn(answer, 5)?.given).toEqual([]);
    expect(lessonIn(answer, 8)?.due).toEqual([]);
  });

  test('shows homework for a day without a lesson of the subject on the day itself, to its group alone', async () => {
    const dueOf = ({ days }: DiaryWeek) => days.map(({ due }) => due.map(({ text }) => text));
    const own = await week(anna);
    expect(dueOf(own)).toEqual([[], [], [], [], [], ['Принести открытку'], []]);
    expect(own.days[5]?.due[0]).toMatchObject({ subject: lessonIn(own, 7)?.subject, dueDate: '2026-11-21' });
    expect(dueOf(await week(boris))).toEqual([[], [], [], [], [], [], []]);
  });

  test('tells a substitution, a cancellation and lateness, never that a teacher is ill', async () => {
    const answer = await week(anna);
    expect(lessonIn(answer, 5)).toMatchObject({
      teacher: { lastName: 'Орлов' },
      changes: [{ kind: 'substitution', reason: null, oldTeacher: { lastName: 'Кузнецова' } }],
      attendance: { fact: 'late', minutes: 10, reason: null },
    });
    expect(lessonIn(answer, 8)).toMatchObject({
      state: 'cancelled',
      changes: [{ kind: 'cancellation', reason: 'quarantine' }],
    });
  });

  test('follows a student from one subgroup to another on the day of the change', async () => {
    expect(lessonsOf(await week(anna))).toEqual([
      ['2026-11-16', id('lesson', 2)],
      ['2026-11-17', id('lesson', 3)],
      ['2026-11-18', id('lesson', 5)],
      ['2026-11-19', id('lesson', 7)],
      ['2026-11-20', id('lesson', 8)],
    ]);
  });

  test('begins for a late joiner on the day of joining', async () => {
    const answer = await week(boris);
    expect(lessonsOf(answer)).toEqual([
      ['2026-11-18', id('lesson', 5)],
      ['2026-11-20', id('lesson', 8)],
    ]);
    expect(lessonIn(answer, 5)?.due).toHaveLength(1);
    expect((await week(boris, { from: '2026-10-19' })).days.flatMap(({ lessons }) => lessons)).toEqual([]);
  });

  test('ends for a child who left, whose October stays readable', async () => {
    expect(lessonsOf(await week(vera))).toEqual([]);
    const october = await week(vera, { from: '2026-10-19' });
    expect(lessonsOf(october)).toEqual([['2026-10-19', id('lesson', 1)]]);
    expect(lessonIn(october, 1)?.marks).toMatchObject([{ value: '4' }]);
    expect(october.student).toMatchObject({ grade: 7, letter: 'Б' });
  });

  test('keeps illness from those who may not know it', async () => {
    const family = await week(anna);
    const others = await week(anna, { mayKnowIllness: false });
    expect(lessonIn(family, 7)?.attendance).toMatchObject({ fact: 'absent', reason: 'ill' });
    expect(lessonIn(others, 7)?.attendance).toMatchObject({ fact: 'absent', reason: 'excused' });
  });

  test('names breaks of the own grade and days off of the own class', async () => {
    const { days } = await week(anna);
    expect(days.map(({ off }) => off?.name ?? null)).toEqual([
      null,
      null,
      null,
      null,
      null,
      'День здоровья',
      null,
    ]);
    const rest = await week(anna, { from: '2026-10-26' });
    expect(rest.studyWeek).toBeNull();
    expect(rest.days[0]?.off).toEqual({ name: 'Осенние каникулы', until: '2026-11-03', reason: null });
  });

  test('begins with the marks set last, and only near today', async () => {
    const { newestMarks } = await week(anna);
    expect(newestMarks.map(({ value, attempt, slot }) => [value, attempt, slot])).toEqual([
      ['4', 2, 1],
      ['5', 1, 1],
      ['3', 1, 2],
      ['2', 1, 1],
    ]);
    expect(newestMarks[0]).toMatchObject({ subject: 'Алгебра', date: monday, lessonId: id('lesson', 2) });
    expect((await week(anna, { from: '2026-10-19' })).newestMarks).toEqual([]);
  });

  test('shows nothing of another student, whatever the fence is asked for', async () => {
    const fence = { schoolId, studentIds: [boris] };
    const text = await database.db.readText(fence, weekStatement, [schoolId, anna, monday, null, now, true]);
    expect(text).toBeNull();
  });
});

describe('who may read it', () => {
  const allowed = ['mother', 'anna', 'homeroom', 'principal'] as const;
  test.each(allowed)('%s: 200, held to the contract', async (account) => {
    const answer = await get(account, address(anna, '2026-11-19'));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ from: monday });
  });

  const refused = ['withoutMarks', 'endedGuardian', 'otherHomeroom', 'teacher', 'otherSchool'] as const;
  test.each(refused)('%s: 404', async (account) => {
    expect((await get(account, address(anna))).statusCode).toBe(404);
  });

  test('a guardian of one child reads no other: 404', async () => {
    expect((await get('mother', address(boris))).statusCode).toBe(404);
  });

  test('a principal reads «excused» instead of illness', async () => {
    const answer = (await get('principal', address(anna))).json<DiaryWeek>();
    expect(lessonIn(answer, 7)?.attendance?.reason).toBe('excused');
  });
});

test('a family reads a week with one statement', async () => {
  const read: string[] = [];
  const counting = {
    ...database,
    db: {
      ...database.db,
      readText: (...given: Parameters<typeof database.db.readText>) => {
        read.push(given[1].name);
        return database.db.readText(...given);
      },
      inSchool: () => Promise.reject(new Error('no transaction is needed')),
    },
  } as TestDatabase;
  const counted = testApp({ database: counting, modules: [diaryModule], accounts });
  await counted.app.inject({ url: address(anna), headers: { cookie: 'parta=mother' } });
  const afterFirst = read.filter((name) => name !== 'diary.topics');
  await counted.app.close();
  expect(afterFirst).toEqual(['diary.week']);
});

function lessonIn({ days }: DiaryWeek, number: number) {
  return days.flatMap(({ lessons }) => lessons).find((lesson) => lesson.id === id('lesson', number));
}

function aMark(given: object) {
  return {
    attempt: 1,
    slot: 1,
    pointDue: null,
    weight: 1,
    workType: 'Ответ на уроке',
    title: null,
    comment: null,
    ...given,
  };
}
