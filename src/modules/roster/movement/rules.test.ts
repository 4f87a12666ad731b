import { describe, expect, test } from 'vitest';
import { type Group, planArrival, planTransfer, planWithdrawal, type Standing } from './rules.ts';

const group = (
  id: string,
  kind: Group['kind'],
  classIds: string[],
  divisionTag: string | null = null,
): Group => ({
  id,
  kind,
  classIds,
  divisionTag,
});
const school = {
  year: { startDate: '2026-09-01', endDate: '2027-05-26' },
  groups: [
    group('7A', 'class', ['a']),
    group('7B', 'class', ['b']),
    group('A1', 'subgroup', ['a'], 'english-a'),
    group('A2', 'subgroup', ['a'], 'english-a'),
    group('B1', 'subgroup', ['b'], 'english-b'),
    group('B2', 'subgroup', ['b'], 'english-b'),
    group('boys', 'crossClass', ['a', 'b']),
    group('chess', 'extracurricular', []),
  ],
};
const stay = (groupId: string, startDate = '2026-09-01', endDate: string | null = null) => ({
  id: `in ${groupId}`,
  groupId,
  startDate,
  endDate,
});
const standing = (given: Partial<Standing> = {}): Standing => ({
  stays: ['7A', 'A1', 'boys', 'chess'].map((id) => stay(id)),
  admissions: [{ id: 'adm', startDate: '2026-09-01', endDate: null }],
  lastEffective: null,
  ...given,
});
const nobody = standing({ stays: [], admissions: [] });
const to = (classId: string, date = '2026-11-24', subgroupIds: string[] = []) => ({
  classId,
  date,
  subgroupIds,
});

test('a transfer ends what the new class has no part in on the day before', () => {
  const plan = planTransfer(standing(), school, to('b', '2026-11-24', ['B2']));
  expect(plan).toMatchObject({
    fromClassId: 'a',
    toClassId: 'b',
    admissionId: 'adm',
    ends: [
      { groupId: '7A', newEnd: '2026-11-23', endDate: null },
      { groupId: 'A1', newEnd: '2026-11-23' },
    ],
    joins: [
      { groupId: '7B', startDate: '2026-11-24' },
      { groupId: 'B2', startDate: '2026-11-24' },
    ],
  });
});

test('a membership that is over already stays as it was; one that would begin later never will', () => {
  const stays = [stay('7A'), stay('A1', '2026-09-01', '2026-10-10'), stay('A2', '2026-12-01')];
  const plan = planTransfer(standing({ stays }), school, to('b'));
  expect('ends' in plan ? plan.ends.map(({ groupId }) => groupId) : plan).toEqual(['7A', 'A2']);
});

test('a new student joins the class and the subgroups chosen', () => {
  const plan = planArrival(nobody, school, to('a', '2026-11-24', ['A2']));
  expect(plan).toMatchObject({ ends: [], joins: [{ groupId: '7A' }, { groupId: 'A2' }], toClassId: 'a' });
});

test('who left may come back from the next day on', () => {
  const left = standing({
    stays: [],
    admissions: [{ id: 'adm', startDate: '2026-09-01', endDate: '2026-10-20' }],
  });
  expect(planArrival(left, school, to('a', '2026-10-21'))).toMatchObject({ toClassId: 'a' });
  expect(planArrival(left, school, to('a', '2026-10-20'))).toEqual({ refusal: 'roster.stillStudying' });
});

test('who leaves is out of everything after the last day', () => {
  const plan = planWithdrawal(standing(), school, '2026-11-20');
  expect(plan).toMatchObject({ fromClassId: 'a', toClassId: null, joins: [], admissionId: 'adm' });
  expect('ends' in plan ? plan.ends.map(({ newEnd }) => newEnd) : []).toEqual(Array(4).fill('2026-11-20'));
});

describe('is refused', () => {
  test.each([
    ['a class of nowhere', planTransfer(standing(), school, to('x')), 'roster.unknownClass'],
    ['its own class', planTransfer(standing(), school, to('a')), 'roster.sameClass'],
    ['a day before the year', planTransfer(standing(), school, to('b', '2026-08-31')), 'roster.outsideYear'],
    [
      'the wrong class’s subgroup',
      planTransfer(standing(), school, to('b', '2026-11-24', ['A1'])),
      'roster.unknownSubgroup',
    ],
    [
      'a cross-class group as a subgroup',
      planTransfer(standing(), school, to('b', '2026-11-24', ['boys'])),
      'roster.unknownSubgroup',
    ],
    [
      'two subgroups of a division',
      planTransfer(standing(), school, to('b', '2026-11-24', ['B1', 'B2'])),
      'roster.subgroupsExclude',
    ],
    ['a transfer of one who is not here', planTransfer(nobody, school, to('b')), 'roster.notStudying'],
    [
      'a transfer before the last movement',
      planTransfer(standing({ lastEffective: '2026-11-25' }), school, to('b')),
      'roster.beforeLastMovement',
    ],
    ['an admission of one who studies', planArrival(standing(), school, to('b')), 'roster.stillStudying'],
    [
      'a departure of one who is not here',
      planWithdrawal(nobody, school, '2026-11-20'),
      'roster.notStudying',
    ],
    [
      'a departure before the admission',
      planWithdrawal(standing(), school, '2026-08-31'),
      'roster.beforeAdmission',
    ],
    [
      'a departure before the last movement',
      planWithdrawal(standing({ lastEffective: '2026-11-25' }), school, '2026-11-24'),
      'roster.beforeLastMovement',
    ],
  ])('%s', (_what, plan, refusal) => expect(plan).toEqual({ refusal }));
});
