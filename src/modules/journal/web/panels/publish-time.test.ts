import { expect, test } from 'vitest';
import { localTimeOf, momentOf } from './publish-time.ts';

test.each([
  ['2026-11-24T18:30', 'Europe/Moscow', '2026-11-24T15:30:00.000Z'],
  ['2026-11-24T00:10', 'Asia/Vladivostok', '2026-11-23T14:10:00.000Z'],
  ['2026-11-24T18:30', 'Europe/Kaliningrad', '2026-11-24T16:30:00.000Z'],
])('%s in %s', (local, zone, moment) => {
  expect(momentOf(local, zone)).toBe(moment);
  expect(localTimeOf(moment, zone)).toBe(local);
});

test('the hours around a change of the clocks', () => {
  expect(momentOf('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  expect(momentOf('2026-03-29T01:30', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z');
});

test('no time is no moment', () => {
  expect(momentOf('', 'Europe/Moscow')).toBeNull();
});
