import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rosterModule } from '#modules/roster/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { serverOf } from '#modules/testing/testing-server.ts';
import { integrationsModule } from '../module.ts';
import type { ImportList, ListsReply } from '../uploads/contract.ts';
import type { UndoReply } from './contract.ts';

type World = Awaited<ReturnType<typeof aWorld>>;

async function aWorld() {
  const school = aSchool(1);
  const foreign = aSchool(2);
  const seventh = school.withClass('7А', 3);
  const teacher = school.teacher('Ковалёва');
  const page = seventh.taughtBy(teacher, 'Алгебра');
  const people = {
    teacher,
    secretary: school.staff('Секретарёва', 'secretary'),
    deputy: school.staff('Завучева', 'deputyHead'),
    principal: school.staff('Директорова', 'principal'),
    admin: school.staff('Админова', 'schoolAdmin'),
    stranger: foreign.staff('Чужая', 'schoolAdmin'),
  };
  const server = await serverOf([school, foreign], { modules: [rosterModule, integrationsModule], people });
  return { school, server, people, page };
}

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.server.stop());

const file = (name: string, text: string) => ({ name, content: Buffer.from(text).toString('base64') });
const header = 'Фамилия;Имя;Дата рождения;Класс';
const list = (...rows: string[]) => file('ученики.csv', [header, ...rows].join('\n'));

async function load(files: readonly object[], as = 'secretary'): Promise<string> {
  const body = { files, date: '2026-11-24', columns: [], skipsBadRows: false };
  const trial = await world.server.post<ListsReply>(as, '/imports/lists', {
    body: { ...body, agreed: null },
  });
  const agreed = trial.reply.fingerprint;
  const written = await world.server.post<ListsReply>(as, '/imports/lists', { body: { ...body, agreed } });
  expect(written.reply.state).toBe('written');
  const { reply } = await world.server.get<ImportList>(as, '/imports');
  return reply.imports[0]?.id ?? '';
}

const undo = (id: string, agreed: string | null = null, as = 'secretary') =>
  world.server.post<UndoReply>(as, `/imports/${id}/undo`, { body: { agreed } });
const taken = async (id: string, as = 'secretary') => {
  const trial = await undo(id, null, as);
  return undo(id, trial.reply.fingerprint, as);
};
const listed = async (name: string) => {
  const { reply } = await world.server.get<{ people: { lastName: string }[] }>(
    'secretary',
    `/people?search=${encodeURIComponent(name)}&status=all`,
  );
  return reply.people.map(({ lastName }) => lastName);
};
const personId = async (lastName: string) =>
  (await world.server.sql<{ id: string }>(`select id from roster.person where last_name = '${lastName}'`))[0]
    ?.id;

describe('the last lists', () => {
  test('a trial names what goes and writes nothing; agreed to, the people are in no list', async () => {
    const id = await load([list('Новиков;Пётр;01.02.2013;8Ж')]);
    expect(await listed('Новиков')).toEqual(['Новиков']);
    const trial = await undo(id);
    expect(trial.reply).toMatchObject({ state: 'trial', kind: 'lists', counts: { removed: 2, kept: 0 } });
    expect(trial.reply.back.map(({ of, kind }) => `${kind} ${of}`)).toEqual([
      'removed student',
      'removed class',
    ]);
    expect(await listed('Новиков')).toEqual(['Новиков']);
    const written = await undo(id, trial.reply.fingerprint);
    expect(written.reply.state).toBe('written');
    expect(await listed('Новиков')).toEqual([]);
    const { reply } = await world.server.get<ImportList>('secretary', '/imports');
    expect(reply.imports[0]).toMatchObject({
      mayUndo: false,
      undone: { author: expect.stringContaining('Секретарёва') as string },
    });
  });

  test('a second press answers with words, and so does an older file', async () => {
    const older = await load([list('Осипов;Лев;01.02.2013;8Ж')]);
    const id = await load([list('Осипов;Лев;01.02.2013;8Ж', 'Панин;Лев;01.02.2013;8Ж')]);
    expect((await undo(older)).reply).toMatchObject({ code: 'imports.notLast' });
    const { reply } = await undo(id);
    expect((await undo(id, reply.fingerprint)).reply.state).toBe('written');
    const again = await undo(id, reply.fingerprint);
    expect([again.status, again.reply]).toMatchObject([409, { code: 'imports.alreadyUndone' }]);
    expect(await listed('Осипов')).toEqual(['Осипов']);
    expect(await listed('Панин')).toEqual([]);
  });

  test('two at once: one is written', async () => {
    const id = await load([list('Рябов;Лев;01.02.2013;8Ж')]);
    const { reply } = await undo(id);
    const both = await Promise.all([undo(id, reply.fingerprint), undo(id, reply.fingerprint)]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });

  test('what was agreed to is not written when somebody wrote meanwhile', async () => {
    const id = await load([list('Рябов;Лев;01.02.2013;8Ж', 'Сомов;Лев;01.02.2013;8Ж')]);
    const { reply } = await undo(id);
    await world.server.sql(`update roster.person set phone = '+79990000000' where last_name = 'Сомов'`);
    const late = await undo(id, reply.fingerprint);
    expect(late.reply).toMatchObject({
      state: 'outdated',
      kept: [{ of: 'student', name: 'Сомов Лев', reason: 'changed' }],
    });
    expect(await listed('Рябов')).toEqual(['Рябов']);
    await undo(id, late.reply.fingerprint);
    expect(await listed('Рябов')).toEqual([]);
    expect(await listed('Сомов')).toEqual(['Сомов']);
  });

  test('a student with a mark since stays and is named', async () => {
    const id = await load([list('Туров;Лев;01.02.2013;7А', 'Ушаков;Лев;01.02.2013;7А')]);
    const left = `select 1 as one from roster.admission where end_date = '2026-11-24'`;
    expect(await world.server.sql(left)).toHaveLength(3);
    const lesson = world.page.lessonOn('2026-11-24');
    const { school, people } = world;
    await world.server.sql(
      `insert into journal.work (school_id, id, assignment_id, lesson_id, work_type_id, weight)
       values (1, '${lesson}', '${world.page.id}', '${lesson}', '${school.frame.answer}', 10)`,
    );
    await world.server.sql(
      `insert into journal.mark (school_id, work_id, student_id, value, author_id)
       values (1, '${lesson}', '${String(await personId('Туров'))}', '5', '${people.teacher.personId}')`,
    );
    const written = await taken(id);
    expect(written.reply.kept).toEqual([
      { of: 'student', name: 'Туров Лев', reason: 'entries', facts: { count: 1 } },
    ]);
    expect(await listed('Туров')).toEqual(['Туров']);
    expect(await listed('Ушаков')).toEqual([]);
    expect(await world.server.sql(left)).toEqual([]);
  });

  test('a student with access given since stays', async () => {
    const id = await load([list('Фомин;Лев;01.02.2013;8Ж')]);
    const student = String(await personId('Фомин'));
    await world.server.database.db.identity(async (tx) => {
      const account = {
        name: 'test.undoAccount',
        text: `insert into directory.account (id, login) values ($1, 'fomin')`,
      };
      await tx.run(account, [student]);
      const link = {
        name: 'test.undoAccountPerson',
        text: 'insert into directory.account_person (account_id, school_id, person_id) values ($1, 1, $1)',
      };
      await tx.run(link, [student]);
    });
    const { reply } = await undo(id);
    expect(reply.kept[0]).toMatchObject({ of: 'student', name: 'Фомин Лев', reason: 'account' });
  });
});

describe('who may take back what', () => {
  test('whoever loads it', async () => {
    const staff = file(
      'сотрудники.csv',
      'ФИО;Должность\nХитров Пётр Ильич;Учитель\nАдминова Мария;Администратор',
    );
    const id = await load([staff], 'admin');
    const status = async (as: string, of = id) => (await undo(of, null, as)).status;
    expect(await status('secretary')).toBe(403);
    expect((await undo(id)).reply).toMatchObject({
      code: 'imports.kindNotAllowed',
      facts: { kind: 'staff' },
    });
    expect(await status('deputy')).toBe(403);
    expect(await status('principal')).toBe(403);
    expect(await status('teacher')).toBe(404);
    expect(await status('stranger')).toBe(404);
    expect(await status('admin', '019a0000-0000-7000-8000-000000000001')).toBe(404);
    const { reply } = await world.server.get<ImportList>('secretary', '/imports');
    expect(reply.imports[0]).toMatchObject({ mayUndo: false });
    const written = await taken(id, 'admin');
    expect(written.reply).toMatchObject({ state: 'written', kept: [] });
    expect(await listed('Хитров')).toEqual([]);
    expect(await listed('Ковалёва')).toEqual(['Ковалёва']);
  });
});
