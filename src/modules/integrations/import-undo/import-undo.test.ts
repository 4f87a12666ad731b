import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testImport, type TestImport } from '../testing-import.ts';

let school: TestImport;
beforeEach(async () => {
  school = await testImport();
});
afterEach(() => school.drop());

const header =
  'Фамилия;Имя;Дата рождения;СНИЛС;Класс;Подгруппа;Родитель 1 ФИО;Родитель 1 родство;Родитель 1 телефон';
const roster = (...lines: string[]) => ({ 'Ученики.csv': [header, ...lines].join('\n') });
const ivanov = 'Иванов;Пётр;01.03.2013;112-233-445 95;7Б;Английский=1;Иванова Анна Павловна;мать;89001112233';
const petrova = 'Петрова;Ева;02.04.2013;;7Б;Английский=2;Петров Олег;отец;';

/** Students of today by class and group, guardians and staff, as lists show them. */
const lists = async () => ({
  students: await school.rows(
    `select p.last_name, p.first_name, p.phone, a.start_date, a.file_number from roster.admission a
     join roster.person p on p.id = a.student_id
     where a.end_date is null or a.end_date >= a.start_date order by 1, 2, 4, 3, 5`,
  ),
  groups: await school.rows(
    `select g.name, p.last_name, p.first_name, m.start_date, m.end_date from roster.group_membership m
     join roster.study_group g on g.id = m.group_id join roster.person p on p.id = m.student_id
     where m.end_date is null or m.end_date >= m.start_date order by 1, 2, 3, 4, 5`,
  ),
  families: await school.rows(
    `select p.last_name as guardian, p.phone, s.last_name as student, g.kinship, g.end_date from roster.guardianship g
     join roster.person p on p.id = g.guardian_id join roster.person s on s.id = g.student_id
     where g.end_date is null or g.end_date >= g.start_date order by 1, 3, 2, 4, 5`,
  ),
  classes: await school.rows(
    'select grade, letter from roster.school_class where closed_at is null order by 1, 2',
  ),
  open: await school.rows('select name from roster.study_group where closed_at is null order by 1'),
  staff: await school.rows(
    `select p.last_name, f.position, f.start_date, f.end_date from roster.staff f join roster.person p on p.id = f.person_id
     where f.end_date is null or f.end_date >= f.start_date order by 1`,
  ),
  roles: await school.rows(
    `select p.last_name, r.role, r.end_date from identity.role_grant r join roster.person p on p.id = r.person_id
     where r.end_date is null or r.end_date >= r.start_date order by 1, 2, 3`,
  ),
  pages: await school.rows(
    `select g.name, s.name as subject, a.hours_per_week_tenths from roster.teaching_assignment a
     join roster.study_group g on g.id = a.group_id join curriculum.subject s on s.id = a.subject_id
     where a.retired_at is null order by 1, 2`,
  ),
  teachers: await school.rows(
    `select g.name, p.last_name, t.start_date, t.end_date from roster.assignment_teacher t
     join roster.teaching_assignment a on a.id = t.assignment_id join roster.study_group g on g.id = a.group_id
     join roster.person p on p.id = t.staff_id
     where (t.end_date is null or t.end_date >= t.start_date) and a.retired_at is null order by 1, 2, 3`,
  ),
  subjects: await school.rows('select name from curriculum.subject where retired_at is null order by 1'),
});
/** Names of classes have a non-breaking space. */
const plain = (name: string) => name.replaceAll('\u00a0', ' ');
const persons = () => school.rows('select id, last_name from roster.person order by id');
const keptOf = (undo: Awaited<ReturnType<TestImport['undo']>>) =>
  undo.kept.map(({ of, name, reason }) => `${of} ${plain(name)}: ${reason}`);
const idOf = async (lastName: string) =>
  (await school.rows<{ id: string }>('select id from roster.person where last_name = $1', [lastName]))[0]
    ?.id ?? '';

describe('lists', () => {
  test('a first file taken back leaves the school as it was, and loaded again it brings the same people', async () => {
    const empty = await lists();
    await school.roster(roster(ivanov, petrova));
    const loaded = await lists();
    const people = await persons();
    const dry = await school.undo({ dry: true });
    expect(dry.isCommitted).toBe(false);
    expect(await lists()).toEqual(loaded);
    const undo = await school.undo();
    expect([undo.isCommitted, keptOf(undo)]).toEqual([true, []]);
    expect(await lists()).toEqual(empty);
    const again = await school.roster(roster(ivanov, petrova));
    expect(again.sentences).toEqual([]);
    expect(await lists()).toEqual(loaded);
    expect(await persons()).toEqual(people);
  });

  test('who moved, left and was written anew stands as before', async () => {
    await school.roster(roster(ivanov, petrova), { date: '2026-09-01' });
    const before = await lists();
    const changedIvanov = ivanov.replace('7Б', '7В').replace('89001112233', '89005556677');
    const sidorov = 'Сидоров;Лев;03.03.2013;;7Б;;Сидорова Нина;мать;89007778899';
    const second = await school.roster(roster(changedIvanov, sidorov), { date: '2026-10-05' });
    expect(second.lines).toContain('выбудет: ученик Петрова Ева');
    expect(await lists()).not.toEqual(before);
    const undo = await school.undo();
    expect(keptOf(undo)).toEqual([]);
    expect(await lists()).toEqual(before);
    expect(undo.back).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'removed', of: 'student', name: 'Сидоров Лев' }),
        expect.objectContaining({ kind: 'removed', of: 'class', name: '7\u00a0«В»' }),
      ]) as unknown,
    );
  });

  test('what somebody wrote since stays and is named; the rest goes back', async () => {
    await school.roster(roster(ivanov, petrova), { date: '2026-09-01' });
    await school.roster(
      roster(ivanov.replace('Пётр', 'Петр').replace('7Б', '7В'), petrova.replace('Петрова', 'Перова')),
      { date: '2026-10-05' },
    );
    await school.rows("update roster.person set first_name = 'Пит' where last_name = 'Иванов'");
    const undo = await school.undo();
    expect(undo.kept).toEqual([
      { of: 'student', name: 'Иванов Пит', reason: 'changed', facts: { field: 'firstName' } },
    ]);
    expect(await idOf('Петрова')).not.toBe('');
    const [group] = await school.rows<{ name: string }>(
      `select g.name from roster.group_membership m join roster.study_group g on g.id = m.group_id and g.kind = 'class'
       join roster.person p on p.id = m.student_id where p.last_name = 'Иванов' and m.end_date is null`,
    );
    expect(group?.name).toBe('7Б');
  });
});

test('a SNILS that was added is taken away, and is in no line', async () => {
  await school.roster(roster(petrova), { date: '2026-09-01' });
  await school.roster(roster(petrova.replace(';;7Б', ';112-233-445 95;7Б')), { date: '2026-10-05' });
  const undo = await school.undo();
  expect(undo.back).toEqual([
    {
      kind: 'restored',
      of: 'student',
      name: 'Петрова Ева',
      fields: [{ field: 'snils', old: null, new: null }],
    },
  ]);
  expect(await school.rows('select 1 from roster.person where snils_index is not null')).toEqual([]);
});

describe('staff and load', () => {
  const staff = {
    'Сотрудники.csv':
      'ФИО;Должность;Классное руководство\nТарасов Виктор Павлович;Учитель;7Б\nОрлова Ольга Игоревна;Заместитель директора;',
  };
  const load = {
    'Нагрузка.csv':
      'Класс;Предмет;Учитель;Часов в неделю\n7Б;Алгебра;Тарасов В. П.;3\n7Б;Шахматное дело;Орлова О. И.;1',
  };

  test('posts, roles, classes led, pages and subjects go and come again as they were', async () => {
    await school.roster(roster(ivanov, petrova), { date: '2026-09-01' });
    const before = await lists();
    const people = await persons();
    await school.roster({ ...staff, ...load }, { date: '2026-09-01' });
    const loaded = await lists();
    const undo = await school.undo();
    // The administrator has no row in the list: the import took the post away, and it is back.
    expect(keptOf(undo)).toEqual([]);
    expect(await lists()).toEqual(before);
    await school.roster({ ...staff, ...load }, { date: '2026-09-01' });
    expect(await lists()).toEqual(loaded);
    expect(await persons()).toHaveLength(people.length + 2);
  });

  test('another teacher gives the page back, but not after entries', async () => {
    await school.roster(roster(ivanov, petrova), { date: '2026-09-01' });
    await school.roster({ ...staff, ...load }, { date: '2026-09-01' });
    const before = await lists();
    const other = { 'Нагрузка.csv': load['Нагрузка.csv'].replace('Тарасов В. П.', 'Орлова О. И.') };
    await school.roster(other, { date: '2026-10-05' });
    const page = await school.rows<{ id: string; lesson: string }>(
      `select a.id from roster.teaching_assignment a join curriculum.subject s on s.id = a.subject_id where s.name = 'Алгебра'`,
    );
    const lesson = '019a0000-0000-7000-8000-000000000001';
    await school.rows(
      `insert into timetable.lesson (school_id, id, assignment_id, date, number) values ($1, $2, $3, '2026-10-06', 2)`,
      [school.schoolId, lesson, page[0]?.id],
    );
    await school.rows(
      `insert into journal.lesson_record (school_id, lesson_id, topic, author_id) values ($1, $2, 'Дроби', $3)`,
      [school.schoolId, lesson, await idOf('Орлова')],
    );
    expect(keptOf(await school.undo({ dry: true }))).toEqual(['teacher 7 «Б», Алгебра: entries']);
    await school.rows('delete from journal.lesson_record');
    const undo = await school.undo();
    expect(keptOf(undo)).toEqual([]);
    expect(await lists()).toEqual(before);
  });

  test('a page with lessons keeps its teacher, subject and post', async () => {
    await school.roster(roster(ivanov, petrova), { date: '2026-09-01' });
    await school.roster({ ...staff, ...load }, { date: '2026-09-01' });
    await school.rows(
      `insert into timetable.lesson (school_id, id, assignment_id, date, number)
       select a.school_id, '019a0000-0000-7000-8000-000000000001', a.id, '2026-10-06', 2 from roster.teaching_assignment a
       join curriculum.subject s on s.id = a.subject_id where s.name = 'Шахматное дело'`,
    );
    const undo = await school.undo();
    expect(keptOf(undo)).toEqual([
      'assignment 7 «Б», Шахматное дело: lessons',
      'subject Шахматное дело: together',
      'staff Орлова Ольга Игоревна: together',
    ]);
    const { pages, staff: left } = await lists();
    expect(pages).toHaveLength(1);
    expect(left).toEqual(
      expect.arrayContaining([expect.objectContaining({ last_name: 'Орлова', end_date: null })]) as unknown,
    );
  });
});

test('whatever lists are loaded over whatever stands, taking them back gives what stood', async () => {
  const names = ['Иванов', 'Петров', 'Сидоров', 'Ёлкин', 'Зотов', 'Крылов'];
  const row = fc.record({
    name: fc.constantFrom(...names),
    schoolClass: fc.constantFrom('5А', '5Б', '6А'),
    part: fc.constantFrom('', 'Английский=1', 'Английский=2'),
    parent: fc.constantFrom('', 'Мамина Анна', 'Папин Олег'),
    phone: fc.constantFrom('', '89001112233', '89002223344'),
    file: fc.constantFrom('', '12', '13'),
  });
  const file = fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: ({ name }) => name });
  const written = (rows: readonly { [field: string]: string }[]) => ({
    'Ученики.csv': [
      'Фамилия;Имя;Дата рождения;Класс;Подгруппа;Родитель 1 ФИО;Родитель 1 родство;Родитель 1 телефон;Номер личного дела',
      ...rows.map(({ name, schoolClass, part, parent, phone, file: number }) =>
        [
          name,
          'Лев',
          '01.03.2013',
          schoolClass,
          part,
          parent,
          parent === '' ? '' : 'мать',
          parent === '' ? '' : phone,
          number,
        ].join(';'),
      ),
    ].join('\n'),
  });
  let day = 1;
  await fc.assert(
    fc.asyncProperty(file, file, async (first, second) => {
      day += 1;
      const date = `2026-10-${String(day).padStart(2, '0')}`;
      await school.roster(written(first), { date });
      const before = await lists();
      const loaded = await school.roster(written(second), { date });
      expect(loaded.errors).toBe(0);
      if (loaded.lines.length === 0) return;
      const after = await lists();
      const undo = await school.undo();
      expect(keptOf(undo)).toEqual([]);
      expect(await lists()).toEqual(before);
      await school.roster(written(second), { date });
      expect(await lists()).toEqual(after);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('only the last import of a kind, once', async () => {
  await school.roster(roster(ivanov), { date: '2026-09-01' });
  await school.undo();
  await expect(school.undo()).rejects.toMatchObject({ code: 'imports.alreadyUndone' });
});
