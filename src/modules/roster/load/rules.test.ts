import { describe, expect, test } from 'vitest';
import {
  areSame,
  dayInYear,
  takenBack,
  teacherAfter,
  teacherOn,
  type TeacherStay,
  whyRefused,
  withEnd,
  withTeacher,
} from './rules.ts';

const year = { startDate: '2026-09-01', endDate: '2027-05-26' };
const stay = (staffId: string, startDate: string, endDate: string | null = null): TeacherStay => ({
  staffId,
  startDate,
  endDate,
});
const anna = stay('anna', '2026-09-01');
const vera = stay('vera', '2026-11-24');
const staff = ['anna', 'vera', 'inna'].map((id) => ({ id, startDate: '2020-09-01', endDate: null }));

describe('another teacher from a day on', () => {
  test.each<[string, readonly TeacherStay[], readonly TeacherStay[]]>([
    ['nobody was there', [], [vera]],
    ['the one before ends the day before', [anna], [stay('anna', '2026-09-01', '2026-11-23'), vera]],
    [
      'who had left stays as they were',
      [stay('anna', '2026-09-01', '2026-10-25')],
      [stay('anna', '2026-09-01', '2026-10-25'), vera],
    ],
    [
      'who ends later ends now',
      [stay('anna', '2026-09-01', '2026-12-30')],
      [stay('anna', '2026-09-01', '2026-11-23'), vera],
    ],
    [
      'who was to come never was',
      [stay('anna', '2026-09-01', '2026-12-30'), stay('inna', '2027-01-11')],
      [stay('anna', '2026-09-01', '2026-11-23'), stay('inna', '2027-01-11', '2027-01-10'), vera],
    ],
    [
      'who came the same day never was',
      [stay('inna', '2026-11-24')],
      [stay('inna', '2026-11-24', '2026-11-23'), vera],
    ],
  ])('%s', (_what, before, after) => {
    expect(withTeacher(before, vera)).toEqual(after);
  });

  test('and it is taken back: as if nothing was', () => {
    const before = [stay('anna', '2026-09-01', '2026-12-30'), stay('inna', '2027-01-11')];
    const after = withTeacher(before, vera);
    const again = takenBack(before, after);
    expect(areSame(again, before)).toBe(true);
    expect(again).toContainEqual(stay('vera', '2026-11-24', '2026-11-23'));
    expect(
      whyRefused(
        after.filter(({ staffId }) => staffId !== 'inna'),
        again,
        { year, staff },
      ),
    ).toBe(null);
  });
});

test('an end concerns one teacher', () => {
  expect(withEnd([anna, vera], anna, '2026-12-30')).toEqual([stay('anna', '2026-09-01', '2026-12-30'), vera]);
});

test('who teaches, and who comes', () => {
  const stays = withTeacher([anna], vera);
  expect(teacherOn(stays, '2026-11-23')?.staffId).toBe('anna');
  expect(teacherOn(stays, '2026-11-24')?.staffId).toBe('vera');
  expect(teacherOn(stays, '2026-08-31')).toBe(null);
  expect(teacherAfter(stays, '2026-11-23')?.staffId).toBe('vera');
  expect(teacherAfter(stays, '2026-11-24')).toBe(null);
});

test.each([
  ['2026-08-01', '2026-09-01'],
  ['2026-11-24', '2026-11-24'],
  ['2027-07-01', '2027-05-26'],
])('on %s the year is looked at on %s', (today, day) => {
  expect(dayInYear(today, year)).toBe(day);
});

test.each<[string, readonly TeacherStay[], string | null]>([
  ['nothing changes', [anna], null],
  ['another comes', withTeacher([anna], vera), null],
  ['the first leaves the history', [vera], 'roster.teacherMissing'],
  ['the first comes earlier', [stay('anna', '2026-09-02')], 'roster.teacherMissing'],
  ['somebody who does not work here', [anna, stay('ghost', '2026-11-24')], 'roster.unknownTeacher'],
  ['before the year', [anna, stay('vera', '2026-08-31')], 'roster.outsideYear'],
  ['after the year', [anna, stay('vera', '2027-05-27')], 'roster.outsideYear'],
  ['a last day after the year', [stay('anna', '2026-09-01', '2027-05-27')], 'roster.outsideYear'],
  ['a last day long before the first', [stay('anna', '2026-09-01', '2026-08-01')], 'roster.outsideYear'],
  ['one person twice on one day', [anna, stay('anna', '2026-11-24')], 'roster.teachesTwice'],
  ['it never was', [stay('anna', '2026-09-01', '2026-08-31')], null],
  [
    'one who left and comes again',
    [stay('anna', '2026-09-01', '2026-10-25'), stay('anna', '2026-11-24')],
    null,
  ],
])('%s: %s', (_what, wanted, why) => {
  expect(whyRefused([anna], wanted, { year, staff })).toBe(why);
});

test('who works here from December on cannot teach in November', () => {
  const late = [{ id: 'vera', startDate: '2026-12-01', endDate: null }];
  expect(whyRefused([anna], [anna, vera], { year, staff: late })).toBe('roster.unknownTeacher');
});
