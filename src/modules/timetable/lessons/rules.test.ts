import { describe, expect, test } from 'vitest';
import { clashes, datedLessons, type Occupation, type TemplateCard } from './rules.ts';

const day = (date: string, weekday: number, cycle: 'A' | 'B' = 'A') => ({
  date,
  weekday,
  cycle,
  week: cycle === 'A' ? 1 : 2,
  bellScheduleId: null,
});
const card = (given: Partial<TemplateCard> & { number: number }): TemplateCard => ({
  id: `card-${given.number}`,
  assignmentId: 'algebra',
  weekday: 2,
  cycle: 'every',
  roomId: 'r',
  ...given,
});
const bells = (_day: unknown, number: number) =>
  number < 8 ? { starts: `0${number + 8}:00`.slice(-5), ends: `0${number + 8}:40`.slice(-5) } : null;

describe('dated lessons', () => {
  test('a double lesson is numbered by its order in the day', () => {
    const lessons = datedLessons([card({ number: 3 }), card({ number: 2 })], [day('2026-09-01', 2)], bells);
    expect(lessons.map(({ number, seqInDay, starts }) => [number, seqInDay, starts])).toEqual([
      [2, 1, '10:00'],
      [3, 2, '11:00'],
    ]);
  });

  test('cards of a cycle wait for their week, numbers without a bell have no time', () => {
    const cards = [card({ number: 0, cycle: 'B' }), card({ number: 9, assignmentId: 'choir' })];
    const lessons = datedLessons(
      cards,
      [day('2026-09-01', 2, 'A'), day('2026-09-08', 2, 'B'), day('2026-09-09', 3)],
      bells,
    );
    expect(lessons.map(({ date, number, starts }) => [date, number, starts])).toEqual([
      ['2026-09-01', 9, null],
      ['2026-09-08', 0, '08:00'],
      ['2026-09-08', 9, null],
    ]);
  });
});

const occupation = (given: Partial<Occupation> & { lessonId: string }): Occupation => ({
  day: 'Tuesday',
  startMinute: 510,
  endMinute: 550,
  teacherIds: [given.lessonId],
  roomId: null,
  classIds: ['7Б'],
  groupId: given.lessonId,
  divisionTag: null,
  ...given,
});

describe('clashes', () => {
  test('subgroups of one division may meet, of two divisions may not', () => {
    const english = [
      occupation({ lessonId: 'e1', divisionTag: 'english' }),
      occupation({ lessonId: 'e2', divisionTag: 'english' }),
    ];
    expect(clashes(english)).toEqual([]);
    const mixed = [english[0] as Occupation, occupation({ lessonId: 'i1', divisionTag: 'informatics' })];
    expect(clashes(mixed)).toEqual([{ kind: 'class', id: '7Б', lessonIds: ['e1', 'i1'] }]);
  });

  test('one subgroup cannot be in two places', () => {
    const twice = ['a', 'b'].map((lessonId) =>
      occupation({ lessonId, groupId: 'g', divisionTag: 'english' }),
    );
    expect(clashes(twice).map(({ kind }) => kind)).toEqual(['class']);
  });

  test('teacher and room across shifts by time, touching ends are no clash', () => {
    const first = occupation({ lessonId: 'a', teacherIds: ['t'], roomId: 'r' });
    const overlapping = occupation({
      lessonId: 'b',
      teacherIds: ['t'],
      roomId: 'r',
      classIds: ['6А'],
      startMinute: 540,
      endMinute: 580,
    });
    const after = occupation({
      lessonId: 'c',
      teacherIds: ['t'],
      roomId: 'r',
      classIds: ['6А'],
      startMinute: 550,
      endMinute: 580,
    });
    expect(clashes([overlapping, first]).map(({ kind }) => kind)).toEqual(['teacher', 'room']);
    expect(clashes([first, after])).toEqual([]);
    expect(clashes([first, { ...overlapping, day: 'Wednesday' }])).toEqual([]);
  });
});
