import { expect, test } from 'vitest';
import { homeOf } from './rules.ts';

const teacher = { role: 'teacher', startDate: '2026-09-01', endDate: null } as const;
const deputyHead = { ...teacher, role: 'deputyHead' } as const;
const child = {
  studentId: '0193a000-0000-7000-8000-000000000001',
  lastName: 'Ёлкина',
  firstName: 'Анна',
  middleName: null,
  kinship: 'mother',
  scope: ['marks' as const],
  schoolClass: null,
} as const;

const person = (
  roles: readonly (typeof teacher | typeof deputyHead)[],
  students: readonly (typeof child)[],
) => ({ roles, students }) as never;

test.each([
  ['a teacher', [person([teacher], [])], '/day'],
  ['a deputy head who teaches', [person([deputyHead, teacher], [])], '/day'],
  ['a deputy head', [person([deputyHead], [])], '/journal'],
  ['a guardian of two', [person([], [child, child])], '/diary'],
  ['a guardian with children in two schools', [person([], [child]), person([], [child])], '/diary'],
  ['a teacher with a child in the same school', [person([teacher], [child])], '/account'],
  ['a teacher here, a guardian there', [person([teacher], []), person([], [child])], '/account'],
  ['nobody any more', [person([], [])], '/account'],
  ['an operator', [], '/account'],
])('%s', (_who, persons, place) => {
  expect(homeOf({ persons })).toBe(place);
});
