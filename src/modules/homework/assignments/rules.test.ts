import { expect, test } from 'vitest';
import { defaultSettings, homeworkLimit } from '#modules/organisation/index.ts';
import { dueOf, isGivenLate, loadWarningOf } from './rules.ts';

const later = [
  { id: 'thursday', date: '2026-11-26' },
  { id: 'monday', date: '2026-11-30' },
];
const given = { date: '2026-11-24' };
const wish = (
  dueRule: 'next' | 'pinned' | 'date',
  dueLessonId: string | null = null,
  dueDate: string | null = null,
) => ({
  dueRule,
  dueLessonId,
  dueDate,
});

// Golden vector 10.
test('grade 6: 60 + 45 + 50 minutes are more than 150', () => {
  const limit = homeworkLimit(defaultSettings, 6);
  expect(loadWarningOf(60 + 45 + 50, limit)).toEqual({ minutes: 155, limit: 150 });
  expect(loadWarningOf(150, limit)).toBeNull();
});

test.each([
  [0, null],
  [1, 60],
  [3, 90],
  [5, 120],
  [8, 150],
  [11, 210],
])('norm of grade %i: %j minutes', (grade, minutes) => {
  expect(homeworkLimit(defaultSettings, grade)).toBe(minutes);
});

test('the next lesson, or the one after it when given late', () => {
  expect(dueOf(wish('next'), given, { later, skipsOne: false })).toEqual({
    dueLessonId: 'thursday',
    dueDate: '2026-11-26',
  });
  expect(dueOf(wish('next'), given, { later, skipsOne: true })).toMatchObject({ dueLessonId: 'monday' });
  expect(dueOf(wish('next'), given, { later: [], skipsOne: false })).toEqual({
    dueLessonId: null,
    dueDate: null,
  });
});

test('a pinned lesson must be a later one of the page', () => {
  const at = { later, skipsOne: true };
  expect(dueOf(wish('pinned', 'thursday'), given, at)).toMatchObject({ dueDate: '2026-11-26' });
  expect(dueOf(wish('pinned', 'elsewhere'), given, at)).toEqual({ refusal: 'homework.dueLessonMissing' });
});

test('a date is bound to the lesson of that day, or stands by itself', () => {
  const at = { later, skipsOne: false };
  expect(dueOf(wish('date', null, '2026-11-30'), given, at)).toEqual({
    dueLessonId: 'monday',
    dueDate: '2026-11-30',
  });
  expect(dueOf(wish('date', null, '2026-11-27'), given, at)).toEqual({
    dueLessonId: null,
    dueDate: '2026-11-27',
  });
  expect(dueOf(wish('date'), given, at)).toEqual({ refusal: 'homework.dueDateMissing' });
  expect(dueOf(wish('date', null, '2026-11-24'), given, at)).toEqual({ refusal: 'homework.dueTooEarly' });
});

test.each([
  [{ date: '2026-11-24', ends: '12:15' }, false],
  [{ date: '2026-11-24', ends: '11:39' }, true],
  [{ date: '2026-11-24', ends: null }, false],
  [{ date: '2026-11-23', ends: '12:15' }, true],
  [{ date: '2026-11-25', ends: '12:15' }, false],
])('at 11:40 on 24 November %j is late: %j', (lesson, isLate) => {
  expect(isGivenLate(lesson, { today: '2026-11-24', time: '11:40' })).toBe(isLate);
});
