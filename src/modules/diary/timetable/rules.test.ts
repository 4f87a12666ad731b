import { expect, test } from 'vitest';
import { usualTime } from './rules.ts';

const at = (number: number, starts: string | null, ends: string | null) => ({ number, starts, ends });
const bells = [at(1, '08:30', '09:05'), at(2, '09:20', '09:55')];

test('the class’s own lessons tell the time, not the bells of grade 1', () => {
  expect(usualTime([at(1, '08:30', '09:10')], bells, 1)).toEqual(at(1, '08:30', '09:10'));
});

test('one shortened day does not change what is usual', () => {
  const week = [at(1, '08:30', '09:00'), at(1, '08:30', '09:10'), at(1, '08:30', '09:10')];
  expect(usualTime(week, bells, 1)?.ends).toBe('09:10');
});

test('a number without a lesson has its bell, or nothing', () => {
  expect(usualTime([at(1, null, null)], bells, 2)).toEqual(bells[1]);
  expect(usualTime([], bells, 7)).toBeNull();
});
