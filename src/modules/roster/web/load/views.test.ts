import { describe, expect, test } from 'vitest';
import type { Load } from '../../load/contract.ts';
import { hoursTenths } from './page-draft.ts';
import { bookOf, byClass, byTeacher, candidates, found, hoursOf } from './views.ts';

const works = { middleName: null, position: 'Учитель', startDate: '2020-09-01', endDate: null };
const page = (
  id: string,
  groupId: string,
  subjectId: string,
  teachers: Load['pages'][number]['teachers'],
) => ({
  id,
  groupId,
  subjectId,
  journalKind: 'lesson' as const,
  hoursTenths: 25,
  teachers,
});
const since = (staffId: string, startDate = '2026-09-01', endDate: string | null = null) => ({
  staffId,
  startDate,
  endDate,
});
const load: Load = {
  today: '2026-11-24',
  year: { name: '2026/27', startDate: '2026-09-01', endDate: '2027-05-26' },
  classes: [
    { id: '7А', grade: 7, letter: 'А' },
    { id: '7Б', grade: 7, letter: 'Б' },
  ],
  groups: [
    { id: 'a', kind: 'class', name: '7А', classIds: ['7А'] },
    { id: 'b1', kind: 'subgroup', name: '7Б, английский язык, 1-я подгруппа', classIds: ['7Б'] },
    { id: 'both', kind: 'crossClass', name: '7А+7Б, шахматы', classIds: ['7Б', '7А'] },
  ],
  subjects: [
    { id: 'maths', name: 'Алгебра', kind: 'lesson' },
    { id: 'english', name: 'Английский язык', kind: 'lesson' },
  ],
  staff: [
    { id: 'anna', lastName: 'Ковалёва', firstName: 'Анна', ...works },
    { id: 'vera', lastName: 'Петрова', firstName: 'Вера', ...works },
    { id: 'inna', lastName: 'Яшина', firstName: 'Инна', ...works, startDate: '2026-12-01' },
  ],
  pages: [
    page('1', 'a', 'maths', [since('anna', '2026-09-01', '2026-11-30'), since('vera', '2026-12-01')]),
    page('2', 'b1', 'english', []),
    page('3', 'both', 'maths', [since('anna')]),
  ],
  mayWrite: true,
};
const book = bookOf(load);
const everything = { classId: null, onlyWithout: false, search: '' };
const ids = (lines: readonly { readonly page: { readonly id: string } }[]) =>
  lines.map((line) => line.page.id).join(' ');

test('a line knows its classes in their order, its subgroup, who teaches and who comes', () => {
  expect(book.lines.map(({ place, part }) => [place, part])).toEqual([
    ['7\u00a0«А»', null],
    ['7\u00a0«Б»', '1-я подгруппа'],
    ['7\u00a0«А», 7\u00a0«Б»', '7А+7Б, шахматы'],
  ]);
  expect([book.lines[0]?.now?.staffId, book.lines[0]?.next?.staffId]).toEqual(['anna', 'vera']);
});

test('by class: a page of two classes stands in both', () => {
  expect(byClass(book, book.lines).map(({ key, lines }) => [key, ids(lines)])).toEqual([
    ['7А', '1 3'],
    ['7Б', '2 3'],
  ]);
});

test('by teacher: what nobody teaches first, and hours of now alone', () => {
  const sections = byTeacher(book, book.lines, { without: 'никто', nameOf: ({ lastName }) => lastName });
  expect(sections.map((section) => [section.title, ids(section.lines), hoursOf(section)])).toEqual([
    ['никто', '2', 25],
    ['Ковалёва', '1 3', 50],
    ['Петрова', '1', 0],
  ]);
});

describe('the search', () => {
  test.each([
    ['', '1 2 3'],
    ['7б', '2 3'],
    ['7 «А»', '1 3'],
    ['алг', '1 3'],
    ['английский 7б', '2'],
    ['язык', '2'],
    ['ковалева', '1 3'],
    ['кавалёва', '1 3'],
    ['петрова', '1'],
    ['Gtnhjdf', '1'],
    ['химия', ''],
  ])('%s finds %s', (search, expected) => {
    expect(ids(found(book, { ...everything, search }))).toBe(expected);
  });
  test('one class, and what has no teacher', () => {
    expect(ids(found(book, { ...everything, classId: '7Б' }))).toBe('2 3');
    expect(ids(found(book, { ...everything, onlyWithout: true }))).toBe('2');
  });
});

test('who may be given a page: who taught its subject first; who works later, not yet', () => {
  const names = (staff: readonly { readonly id: string }[]) => staff.map(({ id }) => id).join(' ');
  const november = candidates(book, 'english', '2026-11-24');
  expect([names(november.ofSubject), names(november.teachers), names(november.others)]).toEqual([
    '',
    'anna',
    'vera',
  ]);
  const december = candidates(book, 'maths', '2026-12-01');
  expect([names(december.ofSubject), names(december.teachers), names(december.others)]).toEqual([
    'anna vera',
    '',
    'inna',
  ]);
});

test.each([
  ['2', 20],
  ['1,5', 15],
  ['0.5', 5],
  [' 34 ', 340],
  ['40', 400],
  ['0', null],
  ['41', null],
  ['1,55', null],
  ['два', null],
  ['', null],
])('«%s» hours are %s tenths', (written, tenths) => {
  expect(hoursTenths(written)).toBe(tenths);
});
