import { describe, expect, test } from 'vitest';
import { newClashes } from './clash-rules.ts';
import type { AroundLesson, ChangeFacts, FactLesson } from './plan-facts.ts';
import { type ChangePlan, planChanges, type WantedChange } from './plan-rules.ts';

const date = '2026-11-24';
const english = (half: string, teacher: string): FactLesson => ({
  id: `english ${half}`,
  pageId: `page ${half}`,
  classIds: ['7Б'],
  subject: 'Английский язык',
  groupName: `7Б, ${half}`,
  date,
  seqInDay: 1,
  number: 2,
  starts: '09:20',
  ends: '10:00',
  roomId: `room ${half}`,
  roomName: half,
  teacherId: null,
  ownTeacherId: teacher,
  teacherName: teacher,
  state: 'planned',
  mergedWithId: null,
  version: 3,
});
const first = english('1', 'Козлова');
const second = english('2', 'Кравчук');
const around = (lesson: FactLesson, given: Partial<AroundLesson> = {}): AroundLesson => ({
  ...lesson,
  groupId: lesson.groupName,
  divisionTag: 'english',
  ...given,
});
const facts: ChangeFacts = {
  lessons: [first, second],
  pages: [],
  staff: ['Козлова', 'Кравчук', 'Юдина'].map((id) => ({
    id,
    name: id,
    startDate: '2020-09-01',
    endDate: null,
  })),
  rooms: [{ id: 'hall', name: 'Зал' }],
  classes: [{ id: '7Б', name: '7Б' }],
  years: [{ startDate: '2026-09-01', endDate: '2027-05-26' }],
  absences: [],
  onPages: [{ id: first.id, pageId: first.pageId, date, number: 2, seqInDay: 1, state: 'planned' }],
  bells: [{ date: '2026-11-25', number: 5, starts: '12:15', ends: '12:55' }],
  around: [around(first), around(second)],
};
const plan = (change: object, given: Partial<ChangeFacts> = {}) =>
  planChanges(
    [{ lessonId: first.id, expected: 3, ...change } as WantedChange],
    { ...facts, ...given },
    () => 'new',
  );
const planned = (change: object, given: Partial<ChangeFacts> = {}) => plan(change, given) as ChangePlan;

describe('a plan', () => {
  test('of a merge: the other group’s teacher and room, and what stood there for the way back', () => {
    expect(planned({ kind: 'merge', withLessonId: second.id })).toMatchObject({
      after: [{ id: first.id, teacherId: 'Кравчук', roomId: 'room 2', mergedWithId: second.id, expected: 3 }],
      rows: [{ kind: 'merge', oldValue: { teacherId: 'Козлова', substituteId: null, roomId: 'room 1' } }],
    });
  });

  test('of a move: the bells of that day and the next place in it', () => {
    const taken = {
      id: 'x',
      pageId: first.pageId,
      date: '2026-11-25',
      number: 1,
      seqInDay: 1,
      state: 'retired',
    };
    const to = { kind: 'move', date: '2026-11-25', number: 5 };
    expect(planned(to, { onPages: [taken] }).after).toMatchObject([
      { date: '2026-11-25', number: 5, starts: '12:15', ends: '12:55', seqInDay: 2 },
    ]);
    expect(planned({ ...to, number: 6 }).after).toMatchObject([{ starts: null, ends: null, seqInDay: 1 }]);
  });

  test.each([
    ['an older version', { expected: 2, kind: 'cancellation' }, {}, 'timetable.changedMeanwhile'],
    [
      'a cancelled lesson',
      { kind: 'cancellation' },
      { lessons: [{ ...first, state: 'cancelled' as const }] },
      'timetable.lessonNotPlanned',
    ],
    ['the acting teacher', { kind: 'substitution', teacherId: 'Козлова' }, {}, 'timetable.nothingChanges'],
    [
      'the own teacher behind a substitute',
      { kind: 'substitution', teacherId: 'Козлова' },
      { lessons: [{ ...first, teacherId: 'Юдина' }] },
      'timetable.ownTeacher',
    ],
    ['the same room', { kind: 'room', roomId: 'room 1' }, {}, 'timetable.nothingChanges'],
    ['the same slot', { kind: 'move', date, number: 2 }, {}, 'timetable.nothingChanges'],
    ['itself', { kind: 'merge', withLessonId: first.id }, {}, 'timetable.cannotMerge'],
    [
      'a group that joined another already',
      { kind: 'merge', withLessonId: second.id },
      { lessons: [first, { ...second, mergedWithId: 'x' }] },
      'timetable.cannotMerge',
    ],
  ])('%s is refused', (_, change, given, refusal) => {
    expect(plan(change, given)).toMatchObject({ refusal });
  });

  test('one lesson twice in an act is refused', () => {
    const change = { lessonId: first.id, expected: 3, kind: 'cancellation' } as const;
    expect(planChanges([change, change], facts, () => 'new')).toMatchObject({
      refusal: 'timetable.repeatedLesson',
    });
  });
});

describe('new clashes', () => {
  test('a merged group meets nobody: it is where the other one is', () => {
    expect(newClashes(planned({ kind: 'merge', withLessonId: second.id }), facts)).toEqual([]);
  });

  test('a teacher of the other half, a taken room, a class that has another lesson', () => {
    expect(newClashes(planned({ kind: 'substitution', teacherId: 'Кравчук' }), facts)).toMatchObject([
      { kind: 'teacher', name: 'Кравчук', lessonId: first.id, other: { group: '7Б, 2', number: 2 } },
    ]);
    const inHall = around(second, {
      id: 'sport',
      roomId: 'hall',
      divisionTag: 'sport',
      groupId: 'sport',
      classIds: ['9А'],
    });
    expect(
      newClashes(planned({ kind: 'room', roomId: 'hall' }), { ...facts, around: [around(first), inHall] }),
    ).toMatchObject([{ kind: 'room', name: 'Зал' }]);
    const maths = around(second, {
      id: 'maths',
      date: '2026-11-25',
      number: 5,
      starts: '12:15',
      ends: '12:55',
      divisionTag: null,
      ownTeacherId: 'Юдина',
      roomId: null,
    });
    const moved = planned({ kind: 'move', date: '2026-11-25', number: 5 });
    expect(newClashes(moved, { ...facts, around: [around(first), maths] })).toMatchObject([
      { kind: 'class', name: '7Б', date: '2026-11-25' },
    ]);
  });

  test('what met before is not new, a cancelled lesson meets nobody', () => {
    const twice = { ...facts, around: [around(first), around(second, { ownTeacherId: 'Козлова' })] };
    expect(newClashes(planned({ kind: 'room', roomId: 'hall' }), twice)).toEqual([]);
    expect(newClashes(planned({ kind: 'cancellation' }), twice)).toEqual([]);
  });

  test('a teacher who is away that day', () => {
    const absences = [{ staffId: 'Юдина', startDate: date, endDate: date }];
    expect(
      newClashes(planned({ kind: 'substitution', teacherId: 'Юдина' }), { ...facts, absences }),
    ).toMatchObject([{ kind: 'away', name: 'Юдина', date }]);
  });
});
