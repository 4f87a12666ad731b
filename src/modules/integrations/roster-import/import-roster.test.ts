import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workbook } from '#tools/examples/xlsx.ts';
import { root } from '#tools/run/root.ts';
import { testImport, type TestImport } from '../testing-import.ts';

let school: TestImport;
beforeEach(async () => {
  school = await testImport();
});
afterEach(() => school.drop());

const example = (name: string) => readFileSync(join(root, 'examples', name));
const header =
  'Фамилия;Имя;Дата рождения;СНИЛС;Класс;Подгруппа;Родитель 1 ФИО;Родитель 1 родство;Родитель 1 телефон';
const roster = (...lines: string[]) => ({ 'Ученики.csv': [header, ...lines].join('\n') });
const ivanov = 'Иванов;Пётр;01.03.2013;112-233-445 95;7Б;Английский=1;Иванова Анна Павловна;мать;89001112233';
const petrova = 'Петрова;Ева;02.04.2013;;7Б;Английский=2;Петров Олег;отец;89001112244';
const ivanovaSister = 'Иванова;Мила;05.06.2015;;5А;;Иванова Анна Павловна;мать;+7 900 111-22-33';

type Member = { name: string; group: string; starts: string; ends: string | null };
const members = () =>
  school.rows<Member>(`
    select p.last_name as name, g.name as group, m.start_date::text as starts, m.end_date::text as ends
    from roster.group_membership m join roster.person p on p.id = m.student_id join roster.study_group g on g.id = m.group_id
    order by p.last_name, g.name, m.start_date`);

describe('a school’s lists', () => {
  test('a trial writes nothing', async () => {
    const before = await school.counts();
    const outcome = await school.roster({ 'школа.xlsx': example('школа-ученики.xlsx') }, { dry: true });
    expect([outcome.isCommitted, outcome.errors, outcome.differences.length]).toEqual([false, 0, 104]);
    expect(await school.counts()).toEqual(before);
  });

  test('the sample workbook becomes a school; each file again changes nothing', async () => {
    const first = await school.roster({ 'школа.xlsx': example('школа-ученики.xlsx') });
    expect([first.isCommitted, first.sentences]).toEqual([true, []]);
    const counts = await school.counts();
    expect(counts).toMatchObject({
      'roster.person': 1 + 24 + 27 + 14,
      'roster.admission': 24,
      'roster.guardianship': 29,
      'roster.school_class': 2,
      'roster.study_group': 2 + 4,
      'roster.group_membership': 48,
      'roster.staff': 14,
      'roster.class_homeroom': 2,
      'roster.teaching_assignment': 31,
      'roster.assignment_teacher': 31,
    });
    const versions = await school.rows('select id, version from roster.person order by id');
    for (const name of [
      'школа-ученики.xlsx',
      'ученики-utf8.csv',
      'ученики-1251.csv',
      'сотрудники.csv',
      'нагрузка.csv',
    ]) {
      const again = await school.roster({ [name]: example(name) }, { date: '2026-09-21' });
      expect([name, again.sentences, again.lines]).toEqual([name, [], []]);
    }
    expect(await school.counts()).toEqual(counts);
    expect(await school.rows('select id, version from roster.person order by id')).toEqual(versions);
    const roles = await school.rows<{ role: string }>(
      'select distinct role from identity.role_grant order by role',
    );
    expect(roles.map(({ role }) => role)).toEqual([
      'deputyHead',
      'principal',
      'schoolAdmin',
      'secretary',
      'teacher',
    ]);
  });

  test('an error in the last row of the last sheet leaves nothing behind', async () => {
    const before = await school.counts();
    const students = ['Иванов;Пётр;01.03.2013;7Б', 'Петрова;Ева;02.04.2013;7Б'].map((line) =>
      line.split(';'),
    );
    const bytes = workbook([
      { name: 'Ученики', rows: [['Фамилия', 'Имя', 'Дата рождения', 'Класс'], ...students] },
      {
        name: 'Нагрузка',
        rows: [
          ['Класс', 'Предмет', 'Учитель', 'Часов в неделю'],
          ['7Б', 'Алгебра', 'Тарасов В. П.', '3'],
        ],
      },
    ]);
    const outcome = await school.roster({ 'школа.xlsx': bytes });
    expect([outcome.isCommitted, outcome.sentences]).toEqual([
      false,
      ['Нагрузка!C2: учителя «Тарасов В. П.» нет среди сотрудников'],
    ]);
    expect(await school.counts()).toEqual(before);
    const skipped = await school.roster({ 'школа.xlsx': bytes }, { skips: true });
    expect(skipped.isCommitted).toBe(true);
    expect(await school.counts()).toMatchObject({ 'roster.admission': 2, 'roster.teaching_assignment': 0 });
  });

  test('a fault of the database in the last statement rolls everything back', async () => {
    const before = await school.counts();
    await school.rows(
      `alter table platform.outbox add constraint planted check (name <> 'roster.rosterChanged')`,
    );
    await expect(school.roster(roster(ivanov, petrova))).rejects.toMatchObject({ code: '23514' });
    expect(await school.counts()).toEqual(before);
  });
});

describe('a second file', () => {
  test('a name is changed by the SNILS, and the page learns it', async () => {
    await school.roster(roster(ivanov, petrova));
    const [before] = await school.rows<{ count: string }>('select count(*) as count from platform.outbox');
    const outcome = await school.roster(roster(ivanov.replace('Иванов;', 'Орлов;'), petrova));
    expect(outcome.lines).toEqual(['изменится: ученик Орлов Пётр, фамилия Иванов → Орлов']);
    const persons = await school.rows(
      `select last_name, sort_key, version from roster.person where first_name in ('Пётр', 'Ева') order by first_name`,
    );
    expect(persons).toEqual([
      { last_name: 'Петрова', sort_key: 'петрова\tева\t', version: 1 },
      { last_name: 'Орлов', sort_key: expect.stringMatching(/^орлов\tпетр/u) as string, version: 2 },
    ]);
    const acts = await school.rows<{ subject: unknown }>(
      `select subject from platform.audit_pending where action = 'roster.changePerson'`,
    );
    expect(acts[0]?.subject).toMatchObject({ changes: [{ field: 'lastName', old: 'Иванов', new: 'Орлов' }] });
    const [after] = await school.rows<{ count: string }>('select count(*) as count from platform.outbox');
    expect(Number(after?.count)).toBe(Number(before?.count) + 1);
  });

  test('whoever is gone from a class in the file leaves and is not deleted; other classes stay', async () => {
    await school.roster(roster(ivanov, petrova, ivanovaSister));
    const outcome = await school.roster(roster(ivanov), { date: '2026-10-05' });
    expect(outcome.lines).toEqual(['выбудет: ученик Петрова Ева']);
    expect(outcome.sentences).toEqual(['Ученики!A2: классы, которых нет в файле, не тронуты: 5\u00a0«А»']);
    expect((await members()).filter(({ name }) => name === 'Петрова')).toEqual([
      { name: 'Петрова', group: '7Б', starts: '2026-09-01', ends: '2026-10-05' },
      {
        name: 'Петрова',
        group: '7Б, иностранный язык (английский), 2-я подгруппа',
        starts: '2026-09-01',
        ends: '2026-10-05',
      },
    ]);
    const admissions = await school.rows(
      `select end_date::text as ends from roster.admission order by ends nulls last`,
    );
    expect(admissions).toEqual([{ ends: '2026-10-05' }, { ends: null }, { ends: null }]);
    expect((await school.roster(roster(ivanov), { date: '2026-10-05' })).lines).toEqual([]);
    const back = await school.roster(roster(ivanov, petrova), { date: '2026-11-09' });
    expect(back.lines).toEqual(['новое: ученик Петрова Ева, класс: 7\u00a0«Б»']);
    expect((await members()).at(-1)).toMatchObject({ starts: '2026-11-09', ends: null });
  });

  test('while a row has an error nobody leaves', async () => {
    await school.roster(roster(ivanov, petrova));
    const outcome = await school.roster(roster(ivanov, petrova.replace('02.04.2013', '31.04.2013')), {
      skips: true,
    });
    expect(outcome.lines).toEqual([]);
    expect(outcome.sentences).toEqual([
      'Ученики!C3: дата рождения 31.04.2013 не существует',
      'Ученики!A2: учеников, которых нет в файле: 1; пока есть строки с ошибками, никто не выбывает',
    ]);
  });

  test('another class and another subgroup: the old membership ends the day before', async () => {
    await school.roster(roster(ivanov, petrova, ivanovaSister));
    const moved = [ivanov.replace('=1', '=2'), petrova, ivanovaSister.replace(';5А;', ';7Б;')];
    const outcome = await school.roster(roster(...moved), { date: '2026-10-12' });
    expect(outcome.lines).toEqual([
      'изменится: ученик Иванов Пётр, группы 7Б, иностранный язык (английский), 1-я подгруппа → 7Б, иностранный язык (английский), 2-я подгруппа',
      'изменится: ученик Иванова Мила, группы 5\u00a0«А» → 7\u00a0«Б»',
    ]);
    expect((await members()).filter(({ name }) => name === 'Иванова')).toEqual([
      { name: 'Иванова', group: '5А', starts: '2026-09-01', ends: '2026-10-11' },
      { name: 'Иванова', group: '7Б', starts: '2026-10-12', ends: null },
    ]);
    expect((await school.roster(roster(...moved), { date: '2026-10-12' })).lines).toEqual([]);
  });
});

describe('guardians', () => {
  test('brother and sister have one mother; who is no longer named loses the right', async () => {
    await school.roster(roster(ivanov, ivanovaSister));
    const mothers = await school.rows<{ children: string }>(`
      select count(*) as children from roster.guardianship g join roster.person p on p.id = g.guardian_id
      where p.last_name = 'Иванова' group by p.id`);
    expect(mothers).toEqual([{ children: '2' }]);
    const other = ivanov.replace(
      'Иванова Анна Павловна;мать;89001112233',
      'Иванов Олег Ильич;отец;89005556677',
    );
    const outcome = await school.roster(roster(other, ivanovaSister), { date: '2026-10-01' });
    expect(outcome.lines).toEqual([
      'выбудет: родитель Иванова Анна Павловна — Иванов Пётр',
      'новое: родитель Иванов Олег Ильич, дети: Иванов Пётр',
    ]);
    const rights = await school.rows(
      `select kinship, end_date::text as ends from roster.guardianship order by ends nulls last, kinship`,
    );
    expect(rights).toEqual([
      { kinship: 'mother', ends: '2026-09-30' },
      { kinship: 'father', ends: null },
      { kinship: 'mother', ends: null },
    ]);
  });

  test('an empty cell changes nothing', async () => {
    await school.roster(roster(ivanov));
    const bare = 'Иванов;Пётр;01.03.2013;;7Б;;;;';
    expect((await school.roster(roster(bare))).lines).toEqual([]);
  });

  test('the SNILS lies sealed, and another one for the same child is a contradiction', async () => {
    await school.roster(roster(ivanov));
    const [stored] = await school.rows<{ snils_enc: Buffer }>(
      'select snils_enc from roster.person where snils_enc is not null',
    );
    expect(stored?.snils_enc.includes(Buffer.from('11223344595'))).toBe(false);
    const outcome = await school.roster(roster(ivanov.replace('112-233-445 95', '000-000-600 01')), {
      dry: true,
    });
    expect(outcome.sentences[0]).toContain(
      'Иванов Пётр с этой датой рождения или телефоном уже есть, но СНИЛС там другой',
    );
  });
});
