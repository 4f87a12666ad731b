import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '#tools/run/root.ts';
import { lessonsOf as lessonsIn, lists, staff, students, usual, xml, type Card } from '../testing-asc.ts';
import { testImport, type TestImport } from '../testing-import.ts';
import { findingSentence } from '../words/sentences.ts';
import { importWords } from '../words/words.ts';
import type { TimetableOutcome } from './import-timetable.ts';

let school: TestImport;
beforeEach(async () => {
  school = await testImport();
});
afterEach(() => school.drop());

const told = ({ findings }: TimetableOutcome) => findings.map((one) => findingSentence(one, importWords.ru));

const lessonsOf = (subject: string) => lessonsIn(school, subject);

describe('a timetable of aSc', () => {
  test('becomes a template and dated lessons by the calendar and the bells; again it changes nothing', async () => {
    await school.roster(lists);
    const before = await school.counts();
    const dry = await school.timetable(xml(usual), { dry: true });
    expect(await school.counts()).toEqual(before);
    const first = await school.timetable(xml(usual));
    expect({ ...first, isCommitted: false }).toEqual(dry);
    expect(told(first)).toEqual(['новый кабинет 22', 'новый кабинет 31']);
    const algebra = await lessonsOf('Алгебра');
    // 1 September 2026 is a Tuesday: algebra is third that day; Monday follows on the seventh.
    expect(algebra.slice(0, 2)).toMatchObject([
      { date: '2026-09-01', number: 3, room: '31', starts: '10:15:00' },
      { date: '2026-09-07', number: 2, room: '31', starts: '09:20:00' },
    ]);
    expect(algebra.some(({ date }) => date >= '2026-10-24' && date <= '2026-11-01')).toBe(false);
    const counts = await school.counts();
    const again = await school.timetable(xml(usual));
    expect(again).toMatchObject({
      added: 0,
      changed: 0,
      retired: 0,
      unchanged: first.added,
      isTemplateNew: false,
    });
    expect(await school.counts()).toEqual(counts);
  });

  test('a changed one keeps the ids of lessons that hold entries, retires the surplus and deletes nothing', async () => {
    await school.roster(lists);
    await school.timetable(xml(usual));
    const before = await lessonsOf('Алгебра');
    const [first, second] = before;
    await school.rows(
      `insert into journal.lesson_record (school_id, lesson_id, topic, attendance_taken_at) values ($1, $2, 'Степень', now()), ($1, $3, 'Корень', now())`,
      [school.schoolId, first?.id, second?.id],
    );
    // Monday's algebra moves to the fifth lesson in another room; Tuesday's falls away.
    const changed = usual
      .filter(([lesson, days]) => lesson !== 'L3' || days === '10000')
      .map((card): Card => (card[0] === 'L3' ? ['L3', '10000', 5, '1', 'R2'] : card));
    const outcome = await school.timetable(xml(changed));
    const after = await lessonsOf('Алгебра');
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.slice(0, 2)).toMatchObject([
      { id: first?.id, date: '2026-09-01', state: 'retired', version: 2 },
      { id: second?.id, date: '2026-09-07', state: 'planned', number: 5, room: '22', version: 2 },
    ]);
    expect(outcome.changed + outcome.retired).toBe(before.length);
    expect(await school.rows('select topic from journal.lesson_record order by topic')).toEqual([
      { topic: 'Корень' },
      { topic: 'Степень' },
    ]);
    const templates = await school.rows<{ used: boolean }>(
      'select retired_at is null as used from timetable.template order by id',
    );
    expect(templates).toEqual([{ used: false }, { used: true }]);
    // Back again: the same lessons return.
    await school.timetable(xml(usual));
    expect((await lessonsOf('Алгебра')).map(({ id, state }) => [id, state])).toEqual(
      before.map(({ id }) => [id, 'planned']),
    );
  });

  test('a timetable from a later day ends the earlier one the day before and leaves its lessons', async () => {
    await school.roster(lists);
    await school.timetable(xml(usual));
    const before = await lessonsOf('Алгебра');
    await school.timetable(xml([['L3', '00100', 1], ...usual.filter(([lesson]) => lesson !== 'L3')]), {
      from: '2026-11-09',
    });
    const after = await lessonsOf('Алгебра');
    const old = before.filter(({ date }) => date < '2026-11-09');
    expect(after.filter(({ date }) => date < '2026-11-09')).toEqual(old);
    expect(
      after
        .filter(({ date, state }) => date >= '2026-11-09' && state === 'planned')
        .every(({ number }) => number === 1),
    ).toBe(true);
    const templates = await school.rows(
      'select start_date::text as starts, end_date::text as ends, retired_at from timetable.template order by start_date',
    );
    expect(templates).toEqual([
      { starts: '2026-09-01', ends: '2026-11-08', retired_at: null },
      { starts: '2026-11-09', ends: '2027-05-26', retired_at: null },
    ]);
  });

  test('a lesson somebody substituted stays as it is', async () => {
    await school.roster(lists);
    await school.timetable(xml(usual));
    const [first] = await lessonsOf('Алгебра');
    await school.rows(
      `insert into timetable.lesson_change (school_id, id, lesson_id, kind, old_value, new_value) values ($1, gen_random_uuid(), $2, 'move', '{}', '{}')`,
      [school.schoolId, first?.id],
    );
    const outcome = await school.timetable(
      xml(usual.map((card): Card => (card[0] === 'L3' ? ['L3', card[1], 6] : card))),
    );
    expect(told(outcome)).toContain('уроков с заменами, переносами и отменами: 1; они не тронуты');
    expect((await lessonsOf('Алгебра'))[0]).toEqual(first);
  });
});

describe('where file and school disagree', () => {
  test('names without a partner are listed with the nearest and stop the import', async () => {
    await school.roster(lists);
    const before = await school.counts();
    const outcome = await school.timetable(
      xml(usual, {
        'name="Алгебра" short="Алг"': 'name="Алгебраа" short="Ал"',
        'name="5 А" short="5А"': 'name="5 В" short="5В"',
      }),
    );
    expect([outcome.isCommitted, outcome.errors]).toEqual([false, 2]);
    expect(told(outcome).slice(0, 2)).toEqual([
      expect.stringMatching(/^класса «5 В» нет в школе; похоже на «5\u00a0«А»»/u) as string,
      'предмета «Алгебраа» нет в школе; похоже на «Алгебра»',
    ]);
    expect(await school.counts()).toEqual(before);
  });

  test('the load wins over teacher and groups of the file', async () => {
    await school.roster(lists);
    const outcome = await school.timetable(
      xml([...usual, ['L5', '00100', 1], ['L6', '00100', 2]], {
        'groupids="G0" teacherids="T3"': 'groupids="G0" teacherids="T1"',
        '</lessons>':
          '<lesson id="L5" subjectid="S1" classids="C1" groupids="G0" teacherids="T2"/><lesson id="L6" subjectid="S3" classids="C1" groupids="G0" teacherids="T2"/></lessons>',
      }),
    );
    expect(told(outcome)).toEqual(
      expect.arrayContaining([
        '7\u00a0«Б», Алгебра: в расписании Белова И. С., в нагрузке Тарасов Виктор Петрович; взята нагрузка',
        '7\u00a0«Б», Иностранный язык (английский): в расписании весь класс, в нагрузке 7Б, иностранный язык (английский), 2-я подгруппа; взята нагрузка',
        '7\u00a0«Б», Математика, весь класс: в нагрузке этого нет, уроки не загружены',
      ]),
    );
    expect(outcome.isCommitted).toBe(true);
    expect(await school.rows('select count(*)::int as pages from roster.teaching_assignment')).toEqual([
      { pages: 4 },
    ]);
  });

  test('a school without a load gets its pages from the file', async () => {
    await school.roster({ 'Ученики.csv': students, 'Сотрудники.csv': staff });
    const outcome = await school.timetable(xml(usual));
    expect(outcome.isCommitted).toBe(true);
    const pages = await school.rows(`
      select g.name, s.short_name as subject, p.last_name as teacher from roster.teaching_assignment a
      join roster.study_group g on g.id = a.group_id join curriculum.subject s on s.id = a.subject_id
      join roster.assignment_teacher t on t.assignment_id = a.id join roster.person p on p.id = t.staff_id order by 1, 2`);
    expect(pages).toEqual([
      { name: '5А', subject: 'Математика', teacher: 'Тарасов' },
      { name: '7Б', subject: 'Алгебра', teacher: 'Тарасов' },
      { name: '7Б, иностранный язык (английский), 1-я подгруппа', subject: 'Английский', teacher: 'Белова' },
      { name: '7Б, иностранный язык (английский), 2-я подгруппа', subject: 'Английский', teacher: 'Громов' },
    ]);
    expect((await school.timetable(xml(usual))).unchanged).toBe(outcome.added);
  });

  test('who or what is needed twice is named with the place; halves of a class meet legally', async () => {
    await school.roster(lists);
    const outcome = await school.timetable(
      xml([
        ['L1', '10000', 1, '1', 'R1'],
        ['L2', '10000', 1],
        ['L3', '10000', 1],
        ['L4', '10000', 1],
      ]),
      { dry: true },
    );
    expect(
      told(outcome)
        .filter((one) => one.startsWith('понедельник'))
        .sort(),
    ).toEqual([
      'понедельник, 1-й урок: Тарасов Виктор Петрович на двух уроках: 7\u00a0«Б», Алгебра и 5\u00a0«А», Математика',
      'понедельник, 1-й урок: в кабинете 31 два урока: 7Б, иностранный язык (английский), 1-я подгруппа, Иностранный язык (английский) и 7\u00a0«Б», Алгебра',
      'понедельник, 1-й урок: у 7\u00a0«Б» два урока: 7Б, иностранный язык (английский), 1-я подгруппа, Иностранный язык (английский) и 7\u00a0«Б», Алгебра',
      'понедельник, 1-й урок: у 7\u00a0«Б» два урока: 7Б, иностранный язык (английский), 2-я подгруппа, Иностранный язык (английский) и 7\u00a0«Б», Алгебра',
    ]);
  });

  test('weeks alternate by the calendar, or by the anchor', async () => {
    await school.roster(lists);
    const cards: readonly Card[] = [['L4', '01000', 1, '10']];
    const plain = await school.timetable(xml(cards), { dry: true });
    expect(told(plain)[0]).toContain('неделей A считаются нечётные учебные');
    await school.timetable(xml(cards));
    expect((await lessonsOf('Математика'))[0]?.date).toBe('2026-09-01');
    const anchored = await school.timetable(xml(cards), { anchor: { cycle: 'B', date: '2026-09-02' } });
    expect(told(anchored)).toEqual([]);
    const planned = (await lessonsOf('Математика')).filter(({ state }) => state === 'planned');
    expect(planned[0]?.date).toBe('2026-09-08');
  });
});

test('the sample timetable fits the sample school without a remark but its rooms', async () => {
  const example = (name: string) => readFileSync(join(root, 'examples', name));
  await school.roster({ 'школа.xlsx': example('школа-ученики.xlsx') });
  const xmlText = new TextDecoder('windows-1251')
    .decode(example('расписание-asc.xml'))
    .replace('windows-1251', 'UTF-8');
  const outcome = await school.timetable(xmlText);
  expect(told(outcome).filter((one) => !one.startsWith('новый кабинет'))).toEqual([]);
  expect([outcome.isCommitted, outcome.cards]).toEqual([true, 69]);
});
