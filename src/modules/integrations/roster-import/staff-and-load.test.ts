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
const petrova = 'Петрова;Ева;02.04.2013;;7Б;Английский=2;Петров Олег;отец;89001112244';
const ivanovaSister = 'Иванова;Мила;05.06.2015;;5А;;Иванова Анна Павловна;мать;+7 900 111-22-33';

describe('staff and load', () => {
  const staff = (...lines: string[]) => ['Ф.И.О.;Должность;Кл. руководство', ...lines].join('\n');
  const load = (...lines: string[]) =>
    ['Класс;Предмет;Подгруппа;Учитель;Часов в неделю;Вид журнала', ...lines].join('\n');

  test('a new teacher makes no new page; a retired page keeps its row; grade 1 has no scale', async () => {
    const files = {
      ...roster(ivanov, petrova, ivanovaSister.replace(';5А;', ';1А;').replace('2015', '2019')),
      'Сотрудники.csv': staff('Белова Ирина Сергеевна;Учитель;7Б', 'Громов Павел Денисович;Учитель;'),
      'Нагрузка.csv': load(
        '7Б;Английский язык;гр. 1;Белова И. С.;3;урочный',
        '7Б;Алгебра;;Громов Павел Денисович;3;',
        '1А;Математика;;П. Д. Громов;4;',
        '7Б;Разговоры о важном;;Белова;1;внеурочный',
      ),
    };
    const first = await school.roster(files);
    expect([first.sentences, first.isCommitted]).toEqual([[], true]);
    const pages = await school.rows<{ name: string; marks: boolean }>(`
      select s.short_name as name, a.scale_id is not null as marks from roster.teaching_assignment a
      join curriculum.subject s on s.id = a.subject_id order by 1`);
    expect(pages).toEqual([
      { name: 'Алгебра', marks: true },
      { name: 'Английский', marks: true },
      { name: 'Математика', marks: false },
      { name: 'Разговоры', marks: false },
    ]);
    const next = load(
      '7Б;Английский язык;1;Громов П.Д.;3;урочный',
      '7Б;Алгебра;;Громов Павел Денисович;4;',
      '1А;Математика;;Громов;4;',
    );
    const second = await school.roster({ 'Нагрузка.csv': next }, { date: '2026-11-02' });
    expect(second.lines).toEqual([
      'изменится: учитель страницы 7Б, иностранный язык (английский), 1-я подгруппа, Иностранный язык (английский), учитель Белова Ирина Сергеевна → Громов Павел Денисович',
      'изменится: страница журнала 7\u00a0«Б», Алгебра, часов в неделю 3 → 4',
      'выбудет: страница журнала 7\u00a0«Б», Разговоры о важном',
    ]);
    const teachers = await school.rows<{ starts: string; ends: string | null }>(`
      select t.start_date::text as starts, t.end_date::text as ends from roster.assignment_teacher t
      join roster.teaching_assignment a on a.id = t.assignment_id join curriculum.subject s on s.id = a.subject_id
      where s.short_name = 'Английский' order by 1`);
    expect(teachers).toEqual([
      { starts: '2026-09-01', ends: '2026-11-01' },
      { starts: '2026-11-02', ends: null },
    ]);
    const again = await school.roster({ 'Нагрузка.csv': next }, { date: '2026-11-02' });
    expect(again.lines).toEqual([]);
  });

  test('whoever is no longer on the staff list loses the post, the role and the class', async () => {
    await school.roster({
      ...roster(ivanov),
      'Сотрудники.csv': staff('Белова Ирина Сергеевна;Учитель;7Б', 'Громов Павел Денисович;Завуч;'),
    });
    const outcome = await school.roster(
      { 'Сотрудники.csv': staff('Громов Павел Денисович;Завуч;7Б') },
      { date: '2026-10-01' },
    );
    expect(outcome.lines).toEqual([
      'изменится: классное руководство 7\u00a0«Б», классное руководство Белова Ирина Сергеевна → Громов Павел Денисович',
      'выбудет: сотрудник Белова Ирина Сергеевна',
    ]);
    const roles = await school.rows(
      `select role, end_date::text as ends from identity.role_grant order by role`,
    );
    expect(roles).toEqual([
      { role: 'deputyHead', ends: null },
      { role: 'schoolAdmin', ends: null },
      { role: 'teacher', ends: '2026-10-01' },
    ]);
  });

  test('a slip in a subject or a name is not taken for a new one', async () => {
    const outcome = await school.roster(
      {
        ...roster(ivanov),
        'Сотрудники.csv': staff('Белова Ирина Сергеевна;Учитель;', 'Белова Ирина Павловна;Учитель;'),
        'Нагрузка.csv': load(
          '7Б;Алгеброа;;Белова Ирина Сергеевна;3;',
          '7Б;Геометрия;;Белова И.;2;',
          '9Г;Физика;;Белова Ирина Павловна;2;',
          '7Б;Шахматы;;Белова Ирина Павловна;много;',
        ),
      },
      { dry: true },
    );
    expect(outcome.sentences).toEqual([
      'Нагрузка!E5: часов в неделю «много»: нужно число от 0 до 40',
      'Нагрузка!B2: предмета «Алгеброа» нет в школе; похоже на «Алгебра»: исправьте название',
      expect.stringMatching(/^Нагрузка!D3: учителей «Белова И\.» в школе несколько/u) as string,
      expect.stringMatching(/^Нагрузка!A4: класса 9\u00a0«Г» нет в школе/u) as string,
    ]);
  });
});
