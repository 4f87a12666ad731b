import { expect, test } from 'vitest';
import { bellFaults, bellTimes, defaultBells } from './rules.ts';

test('the bells a school starts with have no fault and recesses of ten minutes and more', () => {
  expect(bellFaults(defaultBells)).toEqual([]);
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const recesses = defaultBells
    .slice(1)
    .map((bell, at) => minutes(bell.starts) - minutes(defaultBells[at]?.ends ?? ''));
  expect(Math.min(...recesses)).toBe(10);
});

test('equal lessons from a plan', () => {
  expect(bellTimes({ start: 480, lesson: 45, recesses: [10, 20] })).toEqual([
    { number: 1, starts: '08:00', ends: '08:45' },
    { number: 2, starts: '08:55', ends: '09:40' },
    { number: 3, starts: '10:00', ends: '10:45' },
  ]);
});

const bell = (number: number, starts: string, ends: string) => ({ number, starts, ends });

test.each([
  [
    'a number twice',
    [bell(1, '08:30', '09:10'), bell(1, '09:20', '10:00')],
    { code: 'bells.numberTwice', at: 1 },
  ],
  ['an end before the beginning', [bell(1, '09:10', '08:30')], { code: 'bells.endsBeforeBegins', at: 0 }],
  [
    'a lesson in the one before',
    [bell(1, '08:30', '09:10'), bell(2, '09:00', '09:40')],
    { code: 'bells.overlap', at: 1 },
  ],
  [
    'judged by number, told by place',
    [bell(2, '09:00', '09:40'), bell(1, '08:30', '09:10')],
    { code: 'bells.overlap', at: 0 },
  ],
] as const)('%s', (_, bells, fault) => {
  expect(bellFaults(bells)).toEqual([fault]);
});

test('a lesson number 0 and a gap in the numbers are no fault', () => {
  expect(bellFaults([bell(0, '07:40', '08:20'), bell(3, '10:00', '10:40')])).toEqual([]);
});
