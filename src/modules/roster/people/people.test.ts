import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReplyOf } from '#platform/contract.ts';
import { uuidv7 } from '#platform/ids.ts';
import { readTables } from '#platform/spreadsheet/index.ts';
import type { getClass, listClasses } from '../classes/contract.ts';
import type { getPerson } from '../person/contract.ts';
import { anOffice } from '../testing-office.ts';
import type { getPeopleFrame, listPeople } from './contract.ts';

type List = ReplyOf<typeof listPeople>;
type Card = ReplyOf<typeof getPerson>;
type Office = Awaited<ReturnType<typeof anOffice>>;

let office: Office;
let left: string;
beforeAll(async () => {
  office = await anOffice();
  const { school, seventhA, seventhB } = office;
  left = seventhA.withStudent('Ёлкина-Петрова', '2026-09-01', '2026-10-20');
  seventhB.withStudent('Щербакова', '2026-10-12');
  school.row('roster.guardianship', {
    id: uuidv7(),
    guardian_id: office.people.teacher.personId,
    student_id: seventhA.students[0],
    kinship: 'mother',
    start_date: '2026-09-01',
  });
  await school.writeInto(office.server.database.db);
  await office.server.sql(`update roster.person set phone = '+7 912 345-67-89', email = '=cmd|x'
    where school_id = 1 and id = '${office.people.teacher.personId}' returning id`);
});
afterAll(() => office.server.stop());

const get = <Reply>(path: string, as = 'secretary') => office.server.get<Reply>(as, path);
const found = async (query: string) => {
  const { reply } = await get<List>(`/people?${query}`);
  return reply.people.map(({ lastName }) => lastName);
};

describe('the list', () => {
  test.each([
    ['kind=student&search=ученик01', ['Ученик01', 'Ученик01']],
    ['kind=student&status=former', ['Ёлкина-Петрова']],
    ['search=петрова%20елкина&status=all', ['Ёлкина-Петрова']],
    ['search=щирбакова', ['Щербакова']],
    ['search=щербакова&status=former', []],
    ['kind=staff&search=секретарева', ['Секретарёва']],
    ['kind=guardian', ['Ковалёва']],
    ['search=345-67-89', ['Ковалёва']],
    ['kind=student&search=7б%20ученик03', ['Ученик03']],
  ])('%s', async (query, names) => expect(await found(query)).toEqual(names));

  test('a class is its students and their guardians; sorted either way', async () => {
    const inClass = `classId=${office.seventhA.id}`;
    expect(await found(inClass)).toEqual(['Ковалёва', 'Ученик01', 'Ученик02', 'Ученик03', 'Ученик04']);
    expect(await found(`${inClass}&kind=student&order=name&descending=true`)).toEqual([
      'Ученик04',
      'Ученик03',
      'Ученик02',
      'Ученик01',
    ]);
  });

  test('one person is one line, whatever it is to the school', async () => {
    const { reply } = await get<List>('/people?search=ковалева');
    expect(reply.people).toMatchObject([
      { kinds: ['guardian', 'staff'], wards: [{ lastName: 'Ученик01', schoolClass: { letter: 'А' } }] },
    ]);
    expect(reply.total).toBe(1);
  });

  test('a long list is cut and counted', async () => {
    const { reply } = await get<List>('/people?status=all&limit=3');
    expect([reply.people.length, reply.total > 10]).toEqual([3, true]);
  });

  test('nobody of another school is in it', async () => {
    expect(await found('search=чужая&status=all')).toEqual([]);
  });
});

describe('classes', () => {
  const classes = async (query = '') => {
    const { reply } = await get<ReplyOf<typeof listClasses>>(`/classes${query}`);
    return reply.classes.map(({ letter, students, came, left: gone }) => [letter, students, came, gone]);
  };

  test('are counted on a date', async () => {
    expect(await classes()).toEqual([
      ['А', 4, 0, 1],
      ['Б', 4, 1, 0],
    ]);
    expect(await classes('?date=2026-09-20')).toEqual([
      ['А', 5, 0, 0],
      ['Б', 3, 0, 0],
    ]);
  });

  test('a class names who came and left, and guardians with phones', async () => {
    const { reply } = await get<ReplyOf<typeof getClass>>(`/classes/${office.seventhA.id}`);
    expect(reply.students[0]?.guardians).toMatchObject([{ lastName: 'Ковалёва', phone: '+7 912 345-67-89' }]);
    expect(reply.moves).toMatchObject([
      { studentId: left, kind: 'left', date: '2026-10-20', otherClass: null },
    ]);
    expect((await get(`/classes/${office.abroad.id}`)).status).toBe(404);
  });
});

describe('a person’s card', () => {
  const cardOf = async (id: string) => (await get<Card>(`/persons/${id}`)).reply;
  const fields = ({ lastName, firstName, middleName, birthDate, gender, phone, email }: Card) => ({
    lastName,
    firstName,
    middleName,
    birthDate,
    gender,
    phone,
    email,
  });
  const change = (id: string, body: unknown, as = 'secretary') =>
    office.server.put<{ version: number; code?: string; facts?: { current: unknown } }>(
      as,
      `/persons/${id}`,
      { body },
    );

  test('holds posts and load of staff, classes of a student', async () => {
    expect(await cardOf(office.people.teacher.personId)).toMatchObject({
      kinds: ['guardian', 'staff'],
      load: [{ subject: 'Алгебра' }, { subject: 'Алгебра' }],
      wards: [{ kinship: 'mother' }],
      mayWrite: true,
    });
    const { memberships } = await cardOf(office.seventhA.students[0] ?? '');
    expect(memberships.map(({ kind }) => kind)).toEqual(['class', 'subgroup']);
    expect((await get(`/persons/${office.abroad.students[0] ?? ''}`)).status).toBe(404);
  });

  test('is changed by versions; a conflict shows what stands there', async () => {
    const id = office.seventhA.students[2] ?? '';
    const wish = {
      ...fields(await cardOf(id)),
      lastName: ' Ёжикова ',
      phone: '',
      snils: '112-233-445 95',
      expected: 1,
    };
    expect((await change(id, wish)).reply).toEqual({ version: 2 });
    expect(await cardOf(id)).toMatchObject({
      lastName: 'Ёжикова',
      phone: null,
      snils: '***-***-*45 95',
      version: 2,
    });
    const late = await change(id, { ...wish, lastName: 'Зайцева' });
    expect([late.status, late.reply.code]).toEqual([409, 'roster.changedMeanwhile']);
    expect(late.reply.facts?.current).toMatchObject({ lastName: 'Ёжикова', version: 2 });
    const other = office.seventhA.students[3] ?? '';
    const taken = await change(other, { ...fields(await cardOf(other)), snils: '11223344595', expected: 1 });
    expect([taken.status, taken.reply.code]).toEqual([409, 'roster.snilsTaken']);
    expect((await change(id, { ...wish, snils: null, expected: 2 })).status).toBe(200);
    expect((await cardOf(id)).snils).toBe(null);
  });

  test('is read by those who lead, written by the office alone', async () => {
    const id = office.seventhA.students[3] ?? '';
    const wish = { ...fields(await cardOf(id)), lastName: 'Другая', expected: 1 };
    expect((await change(id, wish, 'deputy')).status).toBe(403);
    for (const as of ['teacher', 'homeroom', 'guardian', 'stranger'])
      expect((await change(id, wish, as)).status, as).toBe(404);
    expect(await cardOf(id)).toMatchObject({ lastName: 'Ученик04', version: 1 });
  });
});

describe('saved filters', () => {
  const names = async (as = 'secretary') =>
    (await get<ReplyOf<typeof getPeopleFrame>>('/people-frame', as)).reply.savedFilters.map(
      ({ name }) => name,
    );

  test('belong to the account', async () => {
    const path = `/saved-filters/${uuidv7()}`;
    const body = { name: ' Выбыли осенью ', filter: { kind: 'student', status: 'former' } };
    expect((await office.server.put('secretary', path, { body })).status).toBe(204);
    expect(await names()).toEqual(['Выбыли осенью']);
    expect(await names('deputy')).toEqual([]);
    expect(
      (await office.server.put('secretary', path, { body: { ...body, filter: { foo: 1 } } })).status,
    ).toBe(400);
  });
});

describe('files', () => {
  test('a CSV for Russian Excel in which nothing is a formula', async () => {
    const { headers, body } = await office.server.raw('secretary', '/people/export?kind=staff&format=csv');
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''`);
    expect(headers['cache-control']).toBe('no-store');
    const text = body.toString('utf8');
    expect(text.startsWith('\uFEFFФамилия;Имя;Отчество')).toBe(true);
    expect(text).toContain(`;'+7 912 345-67-89;`);
  });

  test('an XLSX of a class with as many guardians as there are; the act is recorded', async () => {
    const path = `/classes/${office.seventhA.id}/export?format=xlsx&date=2026-09-20`;
    const { body } = await office.server.raw('secretary', path);
    const [sheet] = readTables(body, 'class.xlsx');
    expect(sheet?.rows.map((row) => row[1]?.text)).toEqual([
      'Фамилия',
      'Ёжикова',
      'Ёлкина-Петрова',
      'Ученик01',
      'Ученик02',
      'Ученик04',
    ]);
    expect((await office.server.raw('teacher', path)).status).toBe(404);
    expect(
      (await office.server.raw('secretary', `/classes/${office.abroad.id}/export?format=csv`)).status,
    ).toBe(404);
  });
});

test('no page of the office asks the database more than three times', async () => {
  const reads = ['/people-frame', '/people?search=уч', '/classes', `/classes/${office.seventhA.id}`];
  for (const path of reads) expect(await office.server.statementsDuring(() => get(path)), path).toBe(1);
  expect(await office.server.statementsDuring(() => get(`/persons/${left}`))).toBe(1);
});
