import { expect, test } from 'vitest';
import { type ListedPage, byGrade, found, todayLessons } from './list-rules.ts';

const page = (
  subject: string,
  grade: number,
  letter: string,
  facts: Partial<ListedPage> = {},
): ListedPage => ({
  schoolId: 1,
  id: `${subject} ${grade}${letter}`,
  kind: 'lesson',
  subject,
  group: { name: `${grade}${letter}`, kind: 'class' },
  classes: [{ id: letter, grade, letter }],
  teachers: [{ id: 't', lastName: 'Семёнова', firstName: 'Мария', middleName: 'Викторовна' }],
  isOwn: true,
  hasMarks: true,
  today: [],
  unfilled: 0,
  ...facts,
});
const pages = [page('Геометрия', 10, 'А'), page('Алгебра', 7, 'Б'), page('Алгебра', 7, 'А')];

test.each([
  ['7б', ['Алгебра 7Б']],
  ['7 «Б»', ['Алгебра 7Б']],
  ['алг', ['Алгебра 7Б', 'Алгебра 7А']],
  ['семенова гео', ['Геометрия 10А']],
  ['химия', []],
  ['  ', pages.map(({ id }) => id)],
])('search «%s»', (search, ids) => {
  expect(found(pages, search).map(({ id }) => id)).toEqual(ids);
});

test('grades stand in their order, groups of no class at the end', () => {
  const mixed = page('Хор', 5, 'А', { classes: [], group: { name: 'Хор', kind: 'extracurricular' } });
  const groups = byGrade([mixed, ...pages]);
  expect(groups.map(({ grade }) => grade)).toEqual([7, 10, null]);
  expect(groups[0]?.pages.map(({ id }) => id)).toEqual(['Алгебра 7А', 'Алгебра 7Б']);
});

test("today's lessons are those this person gives, by the clock", () => {
  const lesson = (starts: string, isOwn: boolean) => ({
    lessonId: starts,
    number: 1,
    starts,
    ends: null,
    state: 'planned' as const,
    room: null,
    isOwn,
    attendanceTaken: false,
    hasTopic: false,
    hasHomework: false,
    hasMarks: false,
  });
  const own = page('Алгебра', 7, 'Б', { today: [lesson('11:15', true), lesson('09:00', false)] });
  const substitution = page('Физика', 8, 'А', { isOwn: false, today: [lesson('08:30', true)] });
  expect(todayLessons([own, substitution]).map(({ lesson: { starts } }) => starts)).toEqual([
    '08:30',
    '11:15',
  ]);
});
