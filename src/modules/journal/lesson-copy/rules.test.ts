import { expect, test } from 'vitest';
import { suggestedLesson, type TargetLesson } from './rules.ts';

const lesson = (date: string, topic: string | null = null): TargetLesson => ({
  id: date,
  date,
  number: 1,
  topic,
  attendanceTaken: false,
  recordVersion: 0,
  homework: null,
  homeworkMinutes: null,
  homeworkVersion: 0,
});

test.each([
  [
    'the first blank one from the day on',
    [lesson('2026-11-23'), lesson('2026-11-24'), lesson('2026-11-26')],
    '2026-11-24',
  ],
  ['past a lesson that has its topic', [lesson('2026-11-24', 'Степени'), lesson('2026-11-26')], '2026-11-26'],
  [
    'a blank one before, when none is left',
    [lesson('2026-11-19'), lesson('2026-11-23'), lesson('2026-11-26', 'Степени')],
    '2026-11-23',
  ],
  [
    'a written one, when all are',
    [lesson('2026-11-19', 'Степени'), lesson('2026-11-26', 'Корни')],
    '2026-11-26',
  ],
] as const)('%s', (_, lessons, expected) => {
  expect(suggestedLesson({ lessons: [...lessons] }, '2026-11-24')?.id).toBe(expected);
});

test('no lesson at all', () => {
  expect(suggestedLesson({ lessons: [] }, '2026-11-24')).toBeNull();
});
