import { expect, test } from 'vitest';
import { lastDay, splitDays } from './list-rules.ts';

const day = (from: string, to: string, endedFrom: string | null = null) => ({ from, to, endedFrom });

test('what goes on or comes stands ahead, what is over or was given back behind', () => {
  const days = [
    day('2026-11-02', '2026-11-10'),
    day('2026-11-20', '2026-11-30', '2026-11-24'),
    day('2026-11-20', '2026-11-30'),
    day('2026-12-05', '2026-12-05', '2026-12-05'),
    day('2026-12-05', '2026-12-05'),
  ];
  const { ahead, past } = splitDays(days, '2026-11-24');
  expect(ahead).toEqual([days[2], days[4]]);
  expect(past).toEqual([days[3], days[1], days[0]]);
  expect(days.map(lastDay)).toEqual(['2026-11-10', '2026-11-23', '2026-11-30', '2026-12-04', '2026-12-05']);
});
