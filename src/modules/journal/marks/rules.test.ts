import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  averageText,
  compareAverage,
  type CellFacts,
  type CountedMark,
  cellLock,
  isOpenPoint,
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
    expect(cellLock(facts('2026-09-09'))).toBeNull();
    expect(cellLock(facts('2026-09-10'))).toEqual({
      code: 'editWindowClosed',
      facts: { lastDay: '2026-09-09' },
    });
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
  lesson: { date: '2026-09-02', state: 'planned' },
  editWindowDays: 14,
  lockedPeriod: null,
  spans: [['2026-09-01', null]],
  isOwnLesson: true,
  hasMarks: true,
};

test.each<[string, Partial<CellFacts>, string | null]>([
  ['the lesson of today', {}, null],
  ['tomorrow', { lesson: { ...open.lesson, date: '2026-09-03' } }, 'notYetHeld'],
  ['a cancelled lesson', { lesson: { ...open.lesson, state: 'cancelled' } }, 'lessonCancelled'],
  ['a lesson no longer in the timetable', { lesson: { ...open.lesson, state: 'retired' } }, null],
  ['a locked quarter', { lockedPeriod: '1 четверть' }, 'periodLocked'],
  ['before the child came', { spans: [['2026-09-03', null]] }, 'notMember'],
  ['the last day', { spans: [['2026-09-01', '2026-09-02']] }, null],
  ['after it left', { spans: [['2026-08-01', '2026-09-01']] }, 'departed'],
  [
    'between two stays',
    {
      spans: [
        ['2026-08-01', '2026-09-01'],
        ['2026-09-05', null],
      ],
    },
    'notMember',
  ],
  ['a child of another class', { spans: [] }, 'notMember'],
  ['the column as a whole', { spans: null }, null],
  ['somebody else’s lesson', { isOwnLesson: false }, 'notYourLesson'],
  ['grade 1', { hasMarks: false }, 'noMarksInThisClass'],
  ['no limit', { today: '2027-05-26', editWindowDays: null }, null],
])('%s', (_what, facts, code) => {
  expect(cellLock({ ...open, ...facts })?.code ?? null).toBe(code);
});

test('a reason is typed from the eighth day on', () => {
  expect(needsReason('2026-09-02', '2026-09-09', 7)).toBe(false);
  expect(needsReason('2026-09-02', '2026-09-10', 7)).toBe(true);
  expect(needsReason('2026-09-02', '2027-05-26', null)).toBe(false);
});

test('what is still to be done', () => {
  expect(isOpenPoint({ value: 'pendingPoint', pointDue: null })).toBe(true);
  expect(isOpenPoint({ value: null, pointDue: '2026-09-09' })).toBe(true);
  expect(isOpenPoint({ value: '4', pointDue: '2026-09-09' })).toBe(false);
  expect(isOpenPoint({ value: null, pointDue: null })).toBe(false);
});
