import { expect, test } from 'vitest';
import { byDebt, choicesOf, filledPercent } from './completeness-rules.ts';

const none = { lessons: 10, noTopic: 0, noAttendance: 0, noHomework: 0, fewMarks: 0 };

test.each([
  ['everything is written', none, 100],
  ['half of the topics', { ...none, noTopic: 5 }, 75],
  ['one of very many is still not all', { ...none, lessons: 1000, noTopic: 1 }, 99],
  ['nothing', { ...none, noTopic: 10, noAttendance: 10 }, 0],
  ['no lessons', { ...none, lessons: 0 }, null],
])('the share that is filled: %s', (_words, counts, share) => {
  expect(filledPercent(counts)).toBe(share);
});

test('topics and attendance weigh more than marks, and marks more than homework', () => {
  const lines = [
    { ...none, name: 'all done' },
    { ...none, name: 'homework', noHomework: 9 },
    { ...none, name: 'marks', fewMarks: 1 },
    { ...none, name: 'topic', noTopic: 1 },
  ];
  expect(byDebt(lines).map(({ name }) => name)).toEqual(['topic', 'marks', 'homework', 'all done']);
});

test('this week, the last one and the periods; the shown one is marked', () => {
  const period = { name: '2 четверть', startDate: '2026-11-02', endDate: '2026-12-30' };
  const shown = (from: string, to: string) =>
    choicesOf({
      today: '2026-11-24',
      from,
      to,
      periods: [period],
      isPeriod: false,
      total: none,
      teachers: [],
      classes: [],
    }).map(({ kind, isCurrent }) => (isCurrent ? `(${kind})` : kind));
  expect(shown('2026-11-23', '2026-11-29')).toEqual(['(thisWeek)', 'lastWeek', 'period']);
  expect(shown('2026-11-16', '2026-11-22')).toEqual(['thisWeek', '(lastWeek)', 'period']);
  expect(shown('2026-11-02', '2026-12-30')).toEqual(['thisWeek', 'lastWeek', '(period)']);
});
