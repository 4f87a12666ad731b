import { expect, test } from 'vitest';
import { isAskedMoment, openingMoment } from './demo-clock.ts';

const moscow = (text: string) => new Date(`${text}:00+03:00`);

test.each([
  ['during lessons the wall is right', '2026-11-24T10:05', null, '2026-11-24T10:05'],
  ['before the first bell the last school day', '2026-11-24T06:00', null, '2026-11-23T11:40'],
  ['after the last bell the same day', '2026-11-24T20:00', null, '2026-11-24T11:40'],
  ['on a Sunday Friday', '2026-11-29T12:00', null, '2026-11-27T11:40'],
  ['on a public day the day before', '2026-11-04T12:00', null, '2026-11-03T11:40'],
  ['in the holidays the last day before them', '2027-01-05T12:00', null, '2026-12-30T11:40'],
  ['in summer the last day of the year', '2026-07-15T12:00', null, '2026-05-26T11:40'],
  ['a day that was asked for', '2026-11-24T20:00', '2026-10-06', '2026-10-06T11:40'],
  ['a Saturday that was asked for', '2026-11-24T20:00', '2026-10-10', '2026-10-09T11:40'],
  ['a moment that was asked for', '2026-11-24T20:00', '2026-10-06T08:15', '2026-10-06T08:15'],
])('%s', (_name, wall, asked, opening) => {
  expect(openingMoment(moscow(wall), asked).toISOString()).toBe(moscow(opening).toISOString());
});

test.each([
  ['2026-11-24', true],
  ['2026-11-24T09:30', true],
  ['2026-02-30', false],
  ['2026-11-24T25:00', false],
  ['24.11.2026', false],
  ['2026-11-24 09:30', false],
])('%s is a moment: %s', (text, known) => {
  expect(isAskedMoment(text)).toBe(known);
});
