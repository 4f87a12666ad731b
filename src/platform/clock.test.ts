import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { demoClock, wallClock } from './clock.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-23T22:30:00Z') }));
afterEach(() => vi.useRealTimers());

test('today is the date in the school’s time zone', () => {
  const clock = wallClock();
  expect(clock.today('Europe/Moscow')).toBe('2026-11-24');
  expect(clock.today('Europe/Kaliningrad')).toBe('2026-11-24');
  expect(clock.today('UTC')).toBe('2026-11-23');
  expect(clock.today('Asia/Kamchatka')).toBe('2026-11-24');
});

test('a demo’s school time runs beside wall time', () => {
  const clock = demoClock({ offsetMs: -3 * 86_400_000 });
  vi.advanceTimersByTime(60_000);
  expect(clock.now().toISOString()).toBe('2026-11-23T22:31:00.000Z');
  expect(clock.schoolNow().toISOString()).toBe('2026-11-20T22:31:00.000Z');
  expect(clock.today('Europe/Moscow')).toBe('2026-11-21');
});
