import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  averageText,
  compareAverage,
  type CellFacts,
  type CountedMark,
  daysBetween,
  isOpenPoint,
  lockOf,
  membershipOn,
  needsReason,
  plainAverage,
  type ScaleEntry,
  weightedAverage,
} from './rules.ts';

const scale: ScaleEntry[] = [
  ...[5, 4, 3, 2, 1].map((mark) => ({ code: String(mark), numerator: mark, denominator: 1 })),
  ...['passed', 'failed', 'exempt', 'notAssessed', 'pendingPoint'].map((code) => ({
    code,
    numerator: null,
    denominator: 1,
  })),
];

/** `'5*3'` = a 5 of weight 3; every mark is a work of its own. */
const marks = (...written: readonly string[]): CountedMark[] =>
  written.map((one, index) => {
    const [value = '', weight = '1'] = one.split('*');
    return { workId: `w${String(index)}`, attempt: 1, slot: 1, value, weight: Number(weight) };
  });

const weighted = (...written: readonly string[]) => averageText(weightedAverage(marks(...written), scale));

describe('golden vectors', () => {
  test('1: 5(w3), 5(w1), 4(w5) is 40/9', () => {
    const average = weightedAverage(marks('5*3', '5*1', '4*5'), scale);
    expect(average).toEqual({ numerator: 40, denominator: 9, count: 3 });
    expect(averageText(average)).toBe('4,44');
  });

  test('2: the plain mean of 4, 5, 3, 4', () => {
    expect(averageText(plainAverage(marks('4*3', '5', '3*2', '4'), scale))).toBe('4,00');
  });

  test('3: a threshold meets the unrounded average', () => {
    const exactly = { numerator: 465, denominator: 100, count: 20 };
    const justBelow = { numerator: 46_499, denominator: 10_000, count: 20 };
    expect(averageText(justBelow)).toBe('4,65');
    expect(compareAverage(exactly, 465)).toBe(0);
    expect(compareAverage(justBelow, 465)).toBe(-1);
  });

  test('4: 5, н/а, a point, зач and a 4 of weight 0 count as one 5', () => {
    const average = weightedAverage(marks('5', 'notAssessed', 'pendingPoint', 'passed', '4*0'), scale);
    expect([averageText(average), average.count]).toEqual(['5,00', 1]);
  });

  test('7: a dual 5/3 of weight 2 and a 4', () => {
    const dual: CountedMark[] = [
      { workId: 'essay', attempt: 1, slot: 1, value: '5', weight: 2 },
      { workId: 'essay', attempt: 1, slot: 2, value: '3', weight: 2 },
      { workId: 'answer', attempt: 1, slot: 1, value: '4', weight: 1 },
    ];
    expect(weightedAverage(dual, scale)).toEqual({ numerator: 20, denominator: 5, count: 3 });
  });

  test('9: seven days from 2 September end with the ninth', () => {
    const facts = (today: string): CellFacts => ({ ...open, today, editWindowDays: 7 });
    expect(lockOf(facts('2026-09-09'))).toBeNull();
    expect(lockOf(facts('2026-09-10'))).toBe('marks.editWindowClosed');
  });
});

describe('what counts', () => {
  const retake: CountedMark[] = [
    { workId: 'test', attempt: 1, slot: 1, value: '2', weight: 4 },
    { workId: 'test', attempt: 2, slot: 1, value: '4', weight: 4 },
  ];

  test('a retake stands in for the first attempt, or is averaged with it', () => {
    expect(averageText(weightedAverage(retake, scale))).toBe('4,00');
    expect(averageText(weightedAverage(retake, scale, 'average'))).toBe('3,00');
  });

  test('a retake that is still a point leaves the first attempt', () => {
    const waiting = [retake[0], { ...retake[1], value: 'pendingPoint' }] as CountedMark[];
    expect(averageText(weightedAverage(waiting, scale))).toBe('2,00');
  });

  test('no mark, no average', () => {
    expect(weighted()).toBeNull();
    expect(weighted('passed', '5*0')).toBeNull();
  });

  test('halves of a hundredth go up', () => {
    expect(averageText({ numerator: 4445, denominator: 1000, count: 1 })).toBe('4,45');
    expect(averageText({ numerator: 44_449, denominator: 10_000, count: 1 })).toBe('4,44');
  });

  test('scales with fractions share a denominator', () => {
    const modified = [
      ...scale,
      { code: '5-', numerator: 47, denominator: 10 },
      { code: '4+', numerator: 17, denominator: 4 },
    ];
    expect(weightedAverage(marks('5-', '4+', '4'), modified)).toEqual({
      numerator: 94 + 85 + 80,
      denominator: 60,
      count: 3,
    });
  });
});

describe('any set of marks', () => {
  const mark = fc.record({
    value: fc.constantFrom('5', '4', '3', '2', '1', 'passed', 'pendingPoint', null),
    weight: fc.integer({ min: 0, max: 100 }),
  });
  const page = fc
    .array(mark, { maxLength: 60 })
    .map((list) => list.map((one, index) => ({ ...one, workId: String(index), attempt: 1, slot: 1 })));

  test('agrees with an oracle in BigInt', () => {
    fc.assert(
      fc.property(page, (list) => {
        const counted = list.filter(
          ({ value, weight }) => value !== null && /^\d$/u.test(value) && weight > 0,
        );
        const top = counted.reduce((sum, { value, weight }) => sum + BigInt(value ?? 0) * BigInt(weight), 0n);
        const bottom = counted.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
        const average = weightedAverage(list, scale);
        expect([BigInt(average.numerator), BigInt(average.denominator)]).toEqual([top, bottom]);
        if (bottom === 0n) return;
        const hundredths = (top * 200n + bottom) / (bottom * 2n);
        expect(averageText(average)).toBe(
          `${String(hundredths / 100n)},${String(hundredths % 100n).padStart(2, '0')}`,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('does not depend on order, stays between its marks, rises with a better mark', () => {
    fc.assert(
      fc.property(page, (list) => {
        const average = weightedAverage(list, scale);
        const turned = weightedAverage(list.toReversed(), scale);
        expect(turned).toEqual(average);
        if (average.denominator === 0) return;
        expect(compareAverage(average, 100)).toBeGreaterThanOrEqual(0);
        expect(compareAverage(average, 500)).toBeLessThanOrEqual(0);
        const better = weightedAverage(
          [...list, { workId: 'new', attempt: 1, slot: 1, value: '5', weight: 1 }],
          scale,
        );
        expect(better.numerator * average.denominator).toBeGreaterThanOrEqual(
          average.numerator * better.denominator,
        );
      }),
    );
  });
});

const open: CellFacts = {
  today: '2026-09-02',
  time: '11:40',
  lesson: { date: '2026-09-02', starts: '11:35', state: 'planned' },
  editWindowDays: 14,
  isPeriodLocked: false,
  membership: { startDate: '2026-09-01', endDate: null },
  mayWriteLesson: true,
};

test.each<[string, Partial<CellFacts>, string | null]>([
  ['the lesson that goes on', {}, null],
  ['a lesson later today', { lesson: { ...open.lesson, starts: '12:30' } }, 'marks.notYetHeld'],
  ['tomorrow', { lesson: { ...open.lesson, date: '2026-09-03' } }, 'marks.notYetHeld'],
  ['a cancelled lesson', { lesson: { ...open.lesson, state: 'cancelled' } }, 'marks.lessonCancelled'],
  ['a locked quarter', { isPeriodLocked: true }, 'marks.periodLocked'],
  ['before the child came', { membership: { startDate: '2026-09-03', endDate: null } }, 'marks.notMember'],
  ['the last day', { membership: { startDate: '2026-09-01', endDate: '2026-09-02' } }, null],
  ['after it left', { membership: { startDate: '2026-08-01', endDate: '2026-09-01' } }, 'marks.departed'],
  ['a child of another class', { membership: null }, 'marks.notMember'],
  ['somebody else’s lesson', { mayWriteLesson: false }, 'marks.notYourLesson'],
  ['no limit', { today: '2027-05-26', editWindowDays: null }, null],
])('%s', (_what, facts, code) => {
  expect(lockOf({ ...open, ...facts })).toBe(code);
});

test('days between dates, a change of clocks included', () => {
  expect(daysBetween('2026-10-20', '2026-11-03')).toBe(14);
  expect(daysBetween('2026-11-03', '2026-10-20')).toBe(-14);
});

test('the stay a date falls into', () => {
  const first = { startDate: '2026-09-01', endDate: '2026-09-10' };
  const second = { startDate: '2026-10-01', endDate: null };
  const on = (date: string) => membershipOn([first, second], date);
  expect(on('2026-08-31')).toBeNull();
  expect(on('2026-09-10')).toBe(first);
  expect(on('2026-09-20')).toBe(first);
  expect(on('2026-10-01')).toBe(second);
});

test('a reason is typed from the eighth day on', () => {
  expect(needsReason('2026-09-02', '2026-09-09', 7)).toBe(false);
  expect(needsReason('2026-09-02', '2026-09-10', 7)).toBe(true);
});

test('what is still to be done', () => {
  expect(isOpenPoint({ value: 'pendingPoint', pointDue: null })).toBe(true);
  expect(isOpenPoint({ value: null, pointDue: '2026-09-09' })).toBe(true);
  expect(isOpenPoint({ value: '4', pointDue: '2026-09-09' })).toBe(false);
  expect(isOpenPoint({ value: null, pointDue: null })).toBe(false);
});
