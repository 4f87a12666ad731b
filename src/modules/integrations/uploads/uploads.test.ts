import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workbook } from '#tools/examples/xlsx.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { serverOf } from '#modules/testing/testing-server.ts';
import { readTables } from '#platform/spreadsheet/index.ts';
import { integrationsModule } from '../module.ts';
import type { ImportList, ListsReply, TimetableReply } from './contract.ts';

type World = Awaited<ReturnType<typeof aWorld>>;

async function aWorld() {
  const school = aSchool(1);
  const foreign = aSchool(2);
  const seventh = school.withClass('7А', 3);
  const teacher = school.teacher('Ковалёва');
  seventh.taughtBy(teacher, 'Алгебра');
  const people = {
    teacher,
    secretary: school.staff('Секретарёва', 'secretary'),
    deputy: school.staff('Завучева', 'deputyHead'),
    principal: school.staff('Директорова', 'principal'),
    admin: school.staff('Админова', 'schoolAdmin'),
    stranger: foreign.staff('Чужая', 'schoolAdmin'),
  };
  const server = await serverOf([school, foreign], { modules: [integrationsModule], people });
  return { school, server, people };
}

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.server.stop());

const base64 = (text: string | Uint8Array) => Buffer.from(text as string).toString('base64');
const file = (name: string, text: string | Uint8Array) => ({ name, content: base64(text) });
const header = 'Фамилия;Имя;Дата рождения;Класс';
const list = (...rows: string[]) => file('ученики.csv', [header, ...rows].join('\n'));

const lists = (body: Readonly<Record<string, unknown>>, as = 'secretary') =>
  world.server.post<ListsReply>(as, '/imports/lists', {
    body: { date: '2026-11-24', columns: [], agreed: null, skipsBadRows: false, ...body },
  });
const students = async () =>
  (
    await world.server.sql<{ name: string }>(
      `select p.last_name as name from roster.admission a join roster.person p on p.id = a.student_id
     where a.school_id = 1 and a.end_date is null order by p.sort_key`,
    )
  ).map(({ name }) => name);

describe('lists', () => {
  test('a trial says what would change and writes nothing; the agreed writing does exactly that', async () => {
    const before = await students();
    const trial = await lists({ files: [list('Новиков;Пётр;01.02.2013;7Б')] });
    expect(trial.reply).toMatchObject({
      state: 'trial',
      counts: { new: 2, errors: 0 },
      rows: { students: 1 },
    });
    expect(trial.reply.differences.map(({ of, name }) => `${of} ${name}`)).toContain('student Новиков Пётр');
    expect(await students()).toEqual(before);

    const written = await lists({
      files: [list('Новиков;Пётр;01.02.2013;7Б')],
      agreed: trial.reply.fingerprint,
    });
    expect(written.reply).toMatchObject({ state: 'written', counts: { new: 2 } });
    expect(await students()).toContain('Новиков');
    const again = await lists({ files: [list('Новиков;Пётр;01.02.2013;7Б')] });
    expect(again.reply).toMatchObject({ counts: { new: 0, changed: 0, retired: 0, unchanged: 1 } });

    const { reply } = await world.server.get<ImportList>('secretary', '/imports');
    expect(reply.may).toEqual(['students']);
    expect(reply.imports[0]).toMatchObject({
      author: expect.stringContaining('Секретарёва') as string,
      kind: 'lists',
      files: ['ученики.csv'],
      counts: { new: 2, changed: 0, retired: 0 },
    });
  });

  test('what somebody agreed to is not written when the school has changed', async () => {
    const files = [list('Осипов;Лев;01.02.2013;7Б')];
    const first = await lists({ files });
    const other = await lists({ files });
    await lists({ files, agreed: first.reply.fingerprint });
    const late = await lists({ files: [list('Осипов;Лев;01.02.2013;7Б')], agreed: other.reply.fingerprint });
    expect(late.reply.state).toBe('outdated');
    expect((await students()).filter((name) => name === 'Осипов')).toHaveLength(1);
  });

  test('a row with an error keeps all back, unless it is left out on purpose', async () => {
    const files = [list('Панин;Лев;31.02.2013;7Б', 'Рябов;Лев;01.02.2013;7Б')];
    const trial = await lists({ files });
    expect(trial.reply.faults.filter(({ isError }) => isError)).toMatchObject([
      { code: 'date.impossible', at: 'ученики!C2' },
    ]);
    const refused = await lists({ files, agreed: trial.reply.fingerprint });
    expect(refused.reply.state).toBe('hasErrors');
    expect(await students()).not.toContain('Рябов');
    const written = await lists({ files, agreed: trial.reply.fingerprint, skipsBadRows: true });
    expect(written.reply.state).toBe('written');
    expect(await students()).toContain('Рябов');
    expect(await students()).not.toContain('Панин');
  });

  test('a column nobody knows can be given its meaning, another one taken out', async () => {
    const odd = file('странный.csv', 'Фамилия;Имя;Появился на свет;Класс;Имя\nСомов;Лев;01.02.2013;7Б;кот');
    const trial = await lists({ files: [odd] });
    expect(trial.reply.tables[0]?.columns.map(({ field }) => field)).toEqual([
      'lastName',
      'firstName',
      null,
      'class',
      'firstName',
    ]);
    expect(trial.reply.tables[0]?.columns[2]?.samples).toEqual(['01.02.2013']);
    expect(trial.reply.counts.errors).toBeGreaterThan(0);
    const chosen = await lists({
      files: [odd],
      columns: [
        { sheet: 'странный', index: 2, field: 'birthDate' },
        { sheet: 'странный', index: 4, field: null },
      ],
    });
    expect(chosen.reply.counts).toMatchObject({ errors: 0, new: 1 });
  });

  test('rows with errors come back in the shape of their file', async () => {
    const { body } = await world.server.raw('secretary', '/imports/lists/bad-rows', {
      files: [list('Панин;Лев;31.02.2013;7Б', 'Рябов;Лев;01.02.2013;7Б', ';Лев;01.02.2013;седьмой')],
      date: '2026-11-24',
      columns: [],
      kind: 'students',
      language: 'ru',
    });
    const [sheet] = readTables(body, 'bad.xlsx');
    expect(sheet?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Фамилия', 'Имя', 'Дата рождения', 'Класс', 'Что исправить (этот столбец не загружается)'],
      ['Панин', 'Лев', '31.02.2013', '7Б', 'дата рождения 31.02.2013 не существует'],
      [
        '',
        'Лев',
        '01.02.2013',
        'седьмой',
        expect.stringContaining('не заполнено обязательное поле «фамилия»') as string,
      ],
    ]);
  });

  test.each([
    [
      'no file of ours',
      file('фото.xlsx', new Uint8Array([0x50, 0x4b, 3, 4])),
      422,
      'imports.unreadable',
      'file.notAWorkbook',
    ],
    [
      'a text without a table',
      file('письмо.txt', 'Уважаемые коллеги'),
      409,
      'imports.notReady',
      'file.noTables',
    ],
  ])('%s is refused in words', async (_, given, status, code, reason) => {
    const answer = await lists({ files: [given] });
    expect(answer.status).toBe(status);
    expect(answer.reply).toMatchObject({ code, facts: { reason } });
  });

  test('a workbook of several sheets is one import', async () => {
    const book = workbook([
      { name: 'Ученики', rows: [header.split(';'), ['Туров', 'Лев', '01.02.2013', '7Б']] },
      {
        name: 'Сотрудники',
        rows: [
          ['ФИО', 'Должность'],
          ['Белова Ирина Сергеевна', 'Учитель'],
        ],
      },
    ]);
    const trial = await lists({ files: [file('школа.xlsx', book)] }, 'admin');
    expect(trial.reply.tables.map(({ kind }) => kind)).toEqual(['students', 'staff']);
  });
});

describe('who may load what', () => {
  const staff = file('сотрудники.csv', 'ФИО;Должность\nХитров Пётр Ильич;Директор');
  const load = file('нагрузка.csv', 'Класс;Предмет;Учитель;Часов в неделю\n7А;Алгебра;Ковалёва;3');
  test.each([
    ['a secretary no staff: positions give roles', staff, 'secretary', 403],
    ['a secretary no load: it gives journals', load, 'secretary', 403],
    ['a deputy head no staff', staff, 'deputy', 403],
    ['a deputy head no students', list('Новиков;Пётр;01.02.2013;7Б'), 'deputy', 403],
    ['a deputy head the load', load, 'deputy', 200],
    ['an administrator staff', staff, 'admin', 200],
    ['a principal nothing', list('Новиков;Пётр;01.02.2013;7Б'), 'principal', 403],
    ['a teacher does not know the page', list('Новиков;Пётр;01.02.2013;7Б'), 'teacher', 404],
    ['another school does not exist', list('Новиков;Пётр;01.02.2013;7Б'), 'stranger', 404],
  ])('%s', async (_, given, as, status) => {
    const answer = await lists({ files: [given] }, as);
    expect(answer.status).toBe(status);
  });

  test('what is not for a person is taken back even when it was agreed to', async () => {
    const trial = await lists({ files: [staff] }, 'admin');
    const answer = await lists({ files: [staff], agreed: trial.reply.fingerprint });
    expect([answer.status, answer.reply]).toMatchObject([
      403,
      { code: 'imports.kindNotAllowed', facts: { kind: 'staff' } },
    ]);
    const rows = await world.server.sql(`select 1 as one from roster.person where last_name = 'Хитров'`);
    expect(rows).toEqual([]);
  });
});

describe('a timetable', () => {
  const xml = (
    subject: string,
  ) => `<timetable><daysdefs/><periods><period period="1" starttime="8:30" endtime="9:10"/></periods>
    <subjects><subject id="S" name="${subject}" short="${subject}"/></subjects>
    <teachers><teacher id="T" name="Ковалёва И." short="К"/></teachers><classrooms/>
    <classes><class id="C" name="7А" short="7А"/></classes>
    <groups><group id="G" classid="C" name="Весь класс" entireclass="1" divisiontag="0"/></groups>
    <lessons><lesson id="L" subjectid="S" classids="C" groupids="G" teacherids="T" periodsperweek="1"/></lessons>
    <cards><card lessonid="L" days="10000" period="1" weeks="1" classroomids=""/></cards></timetable>`;
  const timetable = (body: Readonly<Record<string, unknown>>) =>
    world.server.post<TimetableReply>('deputy', '/imports/timetable', {
      body: {
        file: file('aSc.xml', xml('Алгебра')),
        from: '2026-12-01',
        to: '2026-12-31',
        map: { classes: {}, subjects: {}, teachers: {}, rooms: {} },
        anchor: null,
        agreed: null,
        skipsUnmatched: false,
        ...body,
      },
    });

  test('a name the school does not know is asked for, and its answer is enough', async () => {
    const odd = file('aSc.xml', xml('Алг. и начала'));
    const trial = await timetable({ file: odd });
    expect(trial.reply.findings.filter(({ isError }) => isError)).toMatchObject([
      { code: 'match.subject', facts: { name: 'Алг. и начала' } },
    ]);
    expect(trial.reply.names.subjects).toContain('Алгебра');
    const matched = await timetable({
      file: odd,
      map: { classes: {}, subjects: { 'Алг. и начала': 'Алгебра' }, teachers: {}, rooms: {} },
    });
    expect(matched.reply.counts.errors).toBe(0);
    expect(matched.reply.pages).toMatchObject([{ name: expect.stringContaining('Алгебра') as string }]);
  });

  test('is written as agreed, once, and stays in the history', async () => {
    const trial = await timetable({});
    const written = await timetable({ agreed: trial.reply.fingerprint });
    expect(written.reply).toMatchObject({ state: 'written', counts: { added: trial.reply.counts.added } });
    const again = await timetable({});
    expect(again.reply.counts).toMatchObject({ added: 0, changed: 0, retired: 0 });
    const { reply } = await world.server.get<ImportList>('deputy', '/imports');
    expect(reply.imports[0]).toMatchObject({
      kind: 'timetable',
      files: ['aSc.xml'],
      startDate: '2026-12-01',
    });
  });
});
