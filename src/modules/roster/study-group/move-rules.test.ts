import { expect, test } from 'vitest';
import { type ClassGroups, type Move, planMoves } from './move-rules.ts';

const stay = (
  groupId: string,
  startDate = '2026-09-01',
  endDate: string | null = null,
  studentId = 'anna',
) => ({
  id: `${studentId} in ${groupId} since ${startDate}`,
  studentId,
  groupId,
  startDate,
  endDate,
});
const groups = (...stays: ClassGroups['stays']): ClassGroups => ({
  year: { startDate: '2026-09-01', endDate: '2027-05-26' },
  wholeGroupId: '7A',
  subgroups: [
    { id: 'e1', divisionTag: 'english' },
    { id: 'e2', divisionTag: 'english' },
    { id: 'w1', divisionTag: 'work' },
  ],
  stays: [stay('7A'), ...stays],
});
const plan = (facts: ClassGroups, move: Partial<Move>, date = '2026-11-24') =>
  planMoves(facts, {
    date,
    lastDay: '2026-11-23',
    moves: [{ studentId: 'anna', fromGroupId: null, toGroupId: null, ...move }],
  });

test('from one subgroup to another: one ends the day before, the other begins', () => {
  expect(plan(groups(stay('e1'), stay('w1')), { fromGroupId: 'e1', toGroupId: 'e2' })).toEqual({
    ends: [{ id: 'anna in e1 since 2026-09-01', endDate: '2026-11-23' }],
    joins: [{ studentId: 'anna', groupId: 'e2', startDate: '2026-11-24' }],
  });
});

test('back on the same day: what had just ended goes on, as if nothing was', () => {
  const moved = groups(stay('e1', '2026-09-01', '2026-11-23'), stay('e2', '2026-11-24'));
  expect(plan(moved, { fromGroupId: 'e2', toGroupId: 'e1' })).toEqual({
    ends: [
      { id: 'anna in e2 since 2026-11-24', endDate: '2026-11-23' },
      { id: 'anna in e1 since 2026-09-01', endDate: null },
    ],
    joins: [],
  });
});

test('a move planned for later gives way', () => {
  const planned = groups(stay('e1', '2026-09-01', '2026-12-31'), stay('e2', '2027-01-11'));
  expect(plan(planned, { fromGroupId: 'e1', toGroupId: 'e2' })).toMatchObject({
    ends: [
      { id: 'anna in e1 since 2026-09-01' },
      { id: 'anna in e2 since 2027-01-11', endDate: '2026-11-23' },
    ],
    joins: [{ groupId: 'e2', startDate: '2026-11-24' }],
  });
});

test.each([
  [
    'somebody else moved the student',
    plan(groups(stay('e2')), { fromGroupId: 'e1', toGroupId: 'e2' }),
    'roster.changedMeanwhile',
  ],
  [
    'two divisions',
    plan(groups(stay('e1')), { fromGroupId: 'e1', toGroupId: 'w1' }),
    'roster.unknownSubgroup',
  ],
  [
    'a group of nowhere',
    plan(groups(stay('e1')), { fromGroupId: 'e1', toGroupId: 'x' }),
    'roster.unknownSubgroup',
  ],
  ['no group at all', plan(groups(stay('e1')), {}), 'roster.unknownSubgroup'],
  [
    'a student of another class',
    plan(groups(), { studentId: 'boris', toGroupId: 'e1' }),
    'roster.notInClass',
  ],
  [
    'a day outside the year',
    plan(groups(stay('e1')), { fromGroupId: 'e1', toGroupId: 'e2' }, '2027-06-01'),
    'roster.outsideYear',
  ],
])('refused: %s', (_what, planned, refusal) => expect(planned).toEqual({ refusal }));
