import { expect, test, vi } from 'vitest';
import { isUuid, uuidv7 } from './ids.ts';

test('ids of one process rise, inside a millisecond and when the clock steps back', () => {
  const clock = vi.spyOn(Date, 'now');
  const ids: string[] = [];
  for (const now of [1_795_000_000_000, 1_795_000_000_000, 1_794_999_999_000, 1_795_000_000_001]) {
    clock.mockReturnValue(now);
    for (let made = 0; made < 5000; made += 1) ids.push(uuidv7());
  }
  clock.mockRestore();
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id is a UUID of version 7 and tells its millisecond', () => {
  const before = Date.now();
  const id = uuidv7();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBeGreaterThanOrEqual(before);
  expect(isUuid(id)).toBe(true);
});

test.each(['', 'x', '0193A000-0000-7000-8000-000000000001', '0193a000-0000-7000-8000-00000000000'])(
  '%j is no id in canonical form',
  (text) => {
    expect(isUuid(text)).toBe(false);
  },
);
