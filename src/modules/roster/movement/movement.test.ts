import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import type { ReplyOf } from '#platform/contract.ts';
import { aChild, anOffice, paper } from '../testing-office.ts';
import type { getPerson } from '../person/contract.ts';

type Moved = {
  readonly studentId: string;
  readonly ordinal: number;
  readonly code?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
};
type Office = Awaited<ReturnType<typeof anOffice>>;

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.server.stop());

const post = (path: string, body: unknown, at: { as?: string; key?: string } = {}) =>
  office.server.post<Moved>(at.as ?? 'secretary', path, { body, key: at.key });
const admit = (given: Readonly<Record<string, unknown>> = {}, at: { as?: string; key?: string } = {}) =>
  post(
    '/admissions',
    {
      person: aChild(),
      notTheSameAs: [],
      classId: office.seventhA.id,
      date: '2026-11-02',
      subgroupIds: [office.english.a1],
      ...paper,
      fileNumber: 'К-17',
      transferredFrom: null,
      ...given,
    },
    at,
  );
const move = (studentId: string, act: string, body: Readonly<Record<string, unknown>>) =>
  post(`/students/${studentId}/${act}`, { ...paper, ...body });
const transfer = (studentId: string, given: Readonly<Record<string, unknown>> = {}) =>
  move(studentId, 'transfers', {
    classId: office.seventhB.id,
    date: '2026-11-16',
    subgroupIds: [office.english.b2],
    expected: 0,
    ...given,
  });
const stays = (studentId: string) =>
  office.server.sql<{ name: string; from: string; until: string | null }>(
    `select g.name, m.start_date as from, m.end_date as until from roster.group_membership m
     join roster.study_group g on g.school_id = 1 and g.id = m.group_id
     where m.school_id = 1 and m.student_id = '${studentId}' order by m.start_date, g.name`,
  );
const counts = () =>
  office.server.sql(
    `select (select count(*)::int from roster.person where school_id = 1) as persons,
       (select count(*)::int from roster.admission where school_id = 1) as admissions,
       (select count(*)::int from roster.group_membership where school_id = 1) as stays,
       (select count(*)::int from roster.student_movement where school_id = 1) as movements`,
  );
const card = async (studentId: string) =>
  (await office.server.get<ReplyOf<typeof getPerson>>('secretary', `/persons/${studentId}`)).reply;

describe('a child comes, moves, leaves and comes back', () => {
  let id = '';

  test('the order admits it into class and subgroup; the same key admits once', async () => {
    const key = uuidv7();
    const once = await admit({}, { key });
    expect(once).toMatchObject({ status: 200, reply: { ordinal: 1 } });
    expect(await admit({}, { key })).toEqual(once);
    id = once.reply.studentId;
    expect(await stays(id)).toEqual([
      { name: '7А', from: '2026-11-02', until: null },
      { name: '7А, английский, 1', from: '2026-11-02', until: null },
    ]);
    const { admissions, movements } = await card(id);
    expect(admissions).toMatchObject([{ startDate: '2026-11-02', orderNumber: '45-у', fileNumber: 'К-17' }]);
    expect(movements).toMatchObject([{ kind: 'admission', toClass: { letter: 'А' }, isUndone: false }]);
  });

  test('the transfer ends one class on the day before and begins the other', async () => {
    expect((await transfer(id, { expected: 1 })).reply.ordinal).toBe(2);
    expect(await stays(id)).toEqual([
      { name: '7А', from: '2026-11-02', until: '2026-11-15' },
      { name: '7А, английский, 1', from: '2026-11-02', until: '2026-11-15' },
      { name: '7Б', from: '2026-11-16', until: null },
      { name: '7Б, английский, 2', from: '2026-11-16', until: null },
    ]);
  });

  test('who did not see that movement is told of it', async () => {
    const { status, reply } = await transfer(id, { classId: office.seventhA.id, subgroupIds: [] });
    expect([status, reply.code, reply.facts]).toEqual([409, 'roster.movedMeanwhile', { movements: 2 }]);
  });

  test('it leaves after its last day; the journal still lists it until then', async () => {
    const leaving = { lastDay: '2026-11-20', reason: 'переезд', destination: 'Школа № 4', expected: 2 };
    expect((await move(id, 'withdrawals', leaving)).status).toBe(200);
    const { admissions } = await card(id);
    expect(admissions[0]).toMatchObject({
      endDate: '2026-11-20',
      withdrawalOrder: '45-у',
      withdrawalReason: 'переезд',
      withdrawalDestination: 'Школа № 4',
    });
    const { reply: page } = await office.server.get<{ students: [string, string, string, string, string][] }>(
      'teacher',
      `/journal-pages/${office.algebraB.id}`,
    );
    expect(page.students.find(([student]) => student === id)).toEqual([
      id,
      'Ёлкин',
      'Пётр',
      '2026-11-16',
      '2026-11-20',
    ]);
  });

  test('it comes back by another order: a second admission beside the first', async () => {
    const back = { classId: office.seventhA.id, date: '2026-11-23', subgroupIds: [], expected: 3 };
    expect((await move(id, 'restorations', back)).reply.ordinal).toBe(4);
    expect((await card(id)).admissions.map(({ startDate, endDate }) => [startDate, endDate])).toEqual([
      ['2026-11-23', null],
      ['2026-11-02', '2026-11-20'],
    ]);
  });

  test('the last movement is taken back, and then the one before it', async () => {
    const undo = (ordinal: number) => post(`/students/${id}/undo-movement`, { ordinal });
    expect((await undo(3)).reply.code).toBe('roster.notLastMovement');
    expect((await undo(4)).status).toBe(200);
    expect((await undo(4)).reply.code).toBe('roster.notLastMovement');
    expect((await undo(3)).status).toBe(200);
    const { admissions, movements } = await card(id);
    expect(admissions.find(({ startDate }) => startDate === '2026-11-02')?.endDate).toBe(null);
    expect(movements.map(({ isUndone }) => isUndone)).toEqual([true, true, false, false]);
    expect((await stays(id)).filter(({ until }) => until === null).map(({ name }) => name)).toEqual([
      '7Б',
      '7Б, английский, 2',
    ]);
  });

  test('a movement on which an entry hangs stays', async () => {
    const cell = { lessonId: office.algebraB.lessonOn('2026-11-23'), studentId: id };
    const absent = { cells: [{ ...cell, fact: 'absent', minutes: null, expected: 0 }] };
    const page = `/journal-pages/${office.algebraB.id}/attendance`;
    await office.server.put('teacher', page, { body: absent });
    const { status, reply } = await post(`/students/${id}/undo-movement`, { ordinal: 2 });
    expect([status, reply.code, reply.facts]).toEqual([409, 'roster.entriesHang', { entries: 1 }]);
  });

  test('every movement is an act and news for office, journals and family', async () => {
    const events = await vi.waitFor(async () => {
      const sealed = await office.server.sql<{ topics: string[] }>(
        `select topics from platform.event where school_id = 1 and name = 'roster.rosterChanged'`,
      );
      expect(sealed).toHaveLength(6);
      return sealed;
    });
    expect(events.every(({ topics }) => topics.includes('people') && topics.includes(`student:${id}`))).toBe(
      true,
    );
    expect(events.some(({ topics }) => topics.includes(`page:${office.algebraB.id}`))).toBe(true);
  });
});

describe('is refused, and nothing is stored', () => {
  const student = () => office.seventhA.students[1] ?? '';
  const cases: readonly (readonly [
    string,
    () => Promise<{ status: number; reply: Moved }>,
    number,
    string,
  ])[] = [
    [
      'a class of another school',
      () => transfer(student(), { classId: office.abroad.id, subgroupIds: [] }),
      422,
      'roster.unknownClass',
    ],
    [
      'a subgroup of another class',
      () => transfer(student(), { subgroupIds: [office.english.a1] }),
      422,
      'roster.unknownSubgroup',
    ],
    [
      'both subgroups of a division',
      () => transfer(student(), { subgroupIds: [office.english.b1, office.english.b2] }),
      422,
      'roster.subgroupsExclude',
    ],
    ['a student of another school', () => transfer(office.abroad.students[0] ?? ''), 404, 'notFound'],
    ['one who is no student', () => transfer(office.people.teacher.personId), 404, 'notFound'],
    ['a day after the year', () => transfer(student(), { date: '2027-06-01' }), 422, 'roster.outsideYear'],
    [
      'its own class',
      () => transfer(student(), { classId: office.seventhA.id, subgroupIds: [] }),
      409,
      'roster.sameClass',
    ],
    [
      'a restoration of one who studies',
      () =>
        move(student(), 'restorations', {
          classId: office.seventhA.id,
          date: '2026-11-24',
          subgroupIds: [],
          expected: 0,
        }),
      409,
      'roster.stillStudying',
    ],
    [
      'an admission into another school’s class',
      () => admit({ person: aChild({ lastName: 'Новый' }), classId: office.abroad.id, subgroupIds: [] }),
      422,
      'roster.unknownClass',
    ],
    [
      'a wrong SNILS',
      () => admit({ person: aChild({ lastName: 'Новый', snils: '112-233-445 96' }) }),
      422,
      'roster.snilsInvalid',
    ],
    [
      'a child born tomorrow',
      () => admit({ person: aChild({ lastName: 'Новый', birthDate: '2026-11-25' }) }),
      422,
      'roster.birthDateImpossible',
    ],
    [
      'a child without a name',
      () => admit({ person: aChild({ lastName: '  ' }) }),
      422,
      'roster.nameMissing',
    ],
    [
      'the deputy head',
      () => admit({ person: aChild({ lastName: 'Новый' }) }, { as: 'deputy' }),
      403,
      'notAllowed',
    ],
    ['a teacher', () => admit({ person: aChild({ lastName: 'Новый' }) }, { as: 'teacher' }), 404, 'notFound'],
    [
      'a homeroom teacher',
      () => admit({ person: aChild({ lastName: 'Новый' }) }, { as: 'homeroom' }),
      404,
      'notFound',
    ],
    [
      'a guardian',
      () => admit({ person: aChild({ lastName: 'Новый' }) }, { as: 'guardian' }),
      404,
      'notFound',
    ],
    [
      'the office of another school',
      () => admit({ person: aChild({ lastName: 'Новый' }) }, { as: 'stranger' }),
      404,
      'notFound',
    ],
  ];

  test.each(cases)('%s', async (_what, ask, status, code) => {
    const before = await counts();
    const answer = await ask();
    expect([answer.status, answer.reply.code]).toEqual([status, code]);
    expect(await counts()).toEqual(before);
  });
});
