import { expect, test } from 'vitest';
import { formats } from './formats.ts';

const { ru, en } = formats;

test('Russian dates', () => {
  expect(ru.day('2026-11-18')).toBe('18 ноября');
  expect(ru.day('2026-05-01')).toBe('1 мая');
  expect(ru.dayInFigures('2026-11-08')).toBe('08.11.2026');
  expect(ru.dayAndMonthInFigures('2026-11-08')).toBe('08.11');
  expect(ru.weekdayAndDay('2026-11-18')).toBe('среда, 18 ноября');
  expect(ru.month('2026-11-18')).toBe('ноябрь');
});

test.each([
  ['2026-11-16', '2026-11-21', '16–21 ноября'],
  ['2026-11-30', '2026-12-05', '30 ноября – 5 декабря'],
  ['2026-11-18', '2026-11-18', '18 ноября'],
])('from %s to %s', (from, to, text) => {
  expect(ru.days(from, to)).toBe(text);
});

test('a range over New Year names both years', () => {
  expect(ru.days('2026-12-28', '2027-01-02')).toMatch(/^28 декабря 2026.г\. – 2 января 2027.г\.$/u);
});

test('a moment is shown in the zone of the school, whatever the zone of the machine', () => {
  expect(ru.time('2026-11-18T07:42:00Z', 'Europe/Moscow')).toBe('10:42');
  expect(ru.time('2026-11-18T17:05:00Z', 'Asia/Novosibirsk')).toBe('00:05');
});

test('numbers and times', () => {
  expect(ru.decimal(3.5)).toBe('3,50');
  expect(en.decimal(3.5)).toBe('3.50');
  expect(ru.number(12_500)).toBe('12\u00a0500');
  expect(ru.times('08:30:00', '09:15:00')).toBe('08:30–09:15');
});

test('sizes of files', () => {
  expect(ru.fileSize(1)).toBe('1\u00a0КБ');
  expect(ru.fileSize(348_000)).toBe('340\u00a0КБ');
  expect(ru.fileSize(1_258_291)).toBe('1,2\u00a0МБ');
  expect(en.fileSize(20 * 1024 * 1024)).toBe('20.0\u00a0MB');
});

test('English dates', () => {
  expect(en.days('2026-11-16', '2026-11-21')).toBe('16–21 November');
});
