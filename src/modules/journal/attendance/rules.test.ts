import { expect, test } from 'vitest';
import { missed } from './rules.ts';

const day = (date: string, facts: readonly (string | null)[], other = 0) => [
  ...facts.map((fact, index) => ({ lessonId: `${date}-${index}`, date, isOwn: true, fact })),
  ...Array.from({ length: other }, (_, index) => ({
    lessonId: `${date}-other-${index}`,
    date,
    isOwn: false,
    fact: null,
  })),
];

// Golden vector 8.
test('four own lessons of five missed are one full day and four lessons', () => {
  expect(missed(day('2026-11-23', ['absent', 'absent', 'absent', 'absent'], 1))).toEqual({
    lessons: 4,
    days: 1,
  });
});

test('coming late, leaving early and learning from home are not missing', () => {
  expect(missed(day('2026-11-23', ['late', 'leftEarly', 'remote', 'exempt', 'absent']))).toEqual({
    lessons: 1,
    days: 0,
  });
});

test('days are counted apart', () => {
  const lessons = [...day('2026-11-23', ['absent']), ...day('2026-11-24', ['absent', null])];
  expect(missed(lessons)).toEqual({ lessons: 2, days: 1 });
});
