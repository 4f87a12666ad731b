import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lessonsOf, lists, staff, students, usual, xml, type Card, type Lesson } from '../testing-asc.ts';
import { testImport, type TestImport } from '../testing-import.ts';

let school: TestImport;
beforeEach(async () => {
  school = await testImport();
});
afterEach(() => school.drop());

describe('a timetable is taken back', () => {
  const rows = async () => ({
    algebra: (await lessonsOf(school, 'Алгебра')).filter(({ state }) => state !== 'retired').map(plain),
    english: (await lessonsOf(school, 'Английский язык'))
      .filter(({ state }) => state !== 'retired')
      .map(plain),
    templates: await school.rows(
      'select name, start_date, end_date from timetable.template where retired_at is null order by 2',
    ),
    pages: await school.rows('select id from roster.teaching_assignment where retired_at is null order by 1'),
  });
  const plain = ({ version, ...lesson }: Lesson) => (version > 0 ? lesson : null);
  const kept = (undo: { kept: readonly { of: string; reason: string; facts: object }[] }) =>
    undo.kept.filter(({ of }) => of !== 'room').map(({ of, reason, facts }) => ({ of, reason, facts }));

  test('lessons return to their numbers, rooms and days, the template gets its dates back; the file comes again', async () => {
    await school.roster(lists);
    await school.timetable(xml(usual));
    const before = await rows();
    const later = xml(
      [...usual.slice(1), ['L3', '00100', 4], ['L1', '10000', 2]].map((card) => card as Card),
    );
    await school.timetable(later, { from: '2026-11-09' });
    const after = await rows();
    expect(after).not.toEqual(before);
    const undo = await school.undo();
    expect(kept(undo)).toEqual([]);
    expect(await rows()).toEqual(before);
    await school.timetable(later, { from: '2026-11-09' });
    expect(await rows()).toEqual(after);
  });

  test('what somebody changed for a day stays, and lessons with entries are shown outside the timetable', async () => {
    await school.roster(lists);
    await school.timetable(xml(usual));
    await school.timetable(xml([...usual, ['L3', '00100', 4]]), { from: '2026-11-09' });
    const added = (await lessonsOf(school, 'Алгебра')).filter(({ number }) => number === 4);
    const [held, moved] = added;
    await school.rows(
      `insert into journal.lesson_record (school_id, lesson_id, topic) values ($1, $2, 'Дроби')`,
      [school.schoolId, held?.id],
    );
    await school.rows(
      `insert into timetable.lesson_change (school_id, id, lesson_id, kind, old_value, new_value)
       values ($1, gen_random_uuid(), $2, 'room', '{}', '{}')`,
      [school.schoolId, moved?.id],
    );
    expect(kept(await school.undo())).toEqual([
      { of: 'lessons', reason: 'outside', facts: { count: 1 } },
      { of: 'lessons', reason: 'byHand', facts: { count: 1 } },
    ]);
    const left = (await lessonsOf(school, 'Алгебра')).filter(({ number }) => number === 4);
    expect(left.filter(({ state }) => state === 'planned').map(({ id }) => id)).toEqual([moved?.id]);
  });

  test('pages made for want of a load go with it, and come again with their ids', async () => {
    await school.roster({ 'Ученики.csv': students, 'Сотрудники.csv': staff });
    const before = await rows();
    await school.timetable(xml(usual));
    const after = await rows();
    expect(after.pages.length).toBeGreaterThan(0);
    const undo = await school.undo();
    expect(kept(undo)).toEqual([]);
    expect(await rows()).toEqual(before);
    await school.timetable(xml(usual));
    expect(await rows()).toEqual(after);
  });
});
