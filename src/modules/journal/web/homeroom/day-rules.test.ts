import { expect, test } from 'vitest';
import { awayOf, type DayLesson, type DayStudent, isUnclear, reasonOfKey, slotsOf } from './day-rules.ts';

const lesson = (number: number, given: Partial<DayLesson> = {}): DayLesson => ({
  id: `l${number}`,
  pageId: 'p',
  number,
  starts: null,
  ends: null,
  subject: 'Алгебра',
  group: null,
  state: 'planned',
  hasBegun: true,
  attendanceTaken: true,
  ...given,
});
const student = (given: Partial<DayStudent>): DayStudent => ({
  id: 's',
  lastName: 'Ёлкина',
  firstName: 'Анна',
  lessons: [0, 1, 2],
  facts: [],
  reason: null,
  ...given,
});
const ill = {
  id: 'r',
  reason: 'ill',
  startDate: '',
  endDate: '',
  note: null,
  version: 1,
  authorName: '',
  at: '',
} as const;

test('a day is missed when every own lesson that took place was; another subgroup’s and a cancelled one do not count', () => {
  const lessons = [
    lesson(1),
    lesson(2),
    lesson(2, { group: 'Английский 2' }),
    lesson(3, { state: 'cancelled' }),
  ];
  const [away] = awayOf({
    lessons,
    students: [
      student({
        lessons: [0, 1, 3],
        facts: [
          [0, 'absent', null],
          [1, 'absent', null],
        ],
      }),
    ],
  });
  expect([away?.missed, away?.isWholeDay]).toEqual([[1, 2], true]);
  const [half] = awayOf({ lessons, students: [student({ lessons: [0, 2], facts: [[0, 'absent', null]] })] });
  expect(half?.isWholeDay).toBe(false);
});

test('the unexplained come first, the announced and the late last; who is present is not there', () => {
  const lessons = [lesson(1), lesson(2)];
  const absent: DayStudent['facts'] = [[0, 'absent', null]];
  const lines = awayOf({
    lessons,
    students: [
      student({ id: 'present' }),
      student({ id: 'late', facts: [[1, 'late', 7]] }),
      student({ id: 'announced', reason: ill }),
      student({ id: 'ill', facts: [...absent], reason: ill }),
      student({ id: 'unclear', facts: [...absent] }),
    ] as DayStudent[],
  });
  expect(lines.map(({ student: { id } }) => id)).toEqual(['unclear', 'ill', 'announced', 'late']);
  expect(lines.filter(isUnclear)).toHaveLength(1);
  expect(lines[3]?.late).toEqual([{ number: 2, minutes: 7 }]);
});

test('subgroups of one number share a column, number 0 is one of its own', () => {
  const slots = slotsOf([lesson(2), lesson(0), lesson(2, { group: 'Б' })]);
  expect(slots.map(({ number, lessons }) => [number, lessons.map(({ at }) => at)])).toEqual([
    [0, [1]],
    [2, [0, 2]],
  ]);
});

test.each([
  ['Comma', 'б', 'ill'],
  ['Comma', ',', 'ill'],
  ['KeyG', 'g', 'excused'],
  ['KeyY', 'Н', 'unexcused'],
  ['KeyA', 'ф', null],
])('%s (%s) stands for %s', (code, key, reason) => {
  expect(reasonOfKey({ code, key })).toBe(reason);
});
