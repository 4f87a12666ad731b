import { lastEditableDay } from '#modules/organisation/school/rules.ts';

/** A rational number of marks: sums of integers, never a binary float. `denominator` 0 = nothing counted. */
export type Average = { readonly numerator: number; readonly denominator: number; readonly count: number };

export type ScaleEntry = {
  readonly code: string;
  /** Null: зач, осв, н/а, a point: never in an average. */
  readonly numerator: number | null;
  readonly denominator: number;
};

/** A mark as averages see it. */
export type CountedMark = {
  readonly workId: string;
  readonly attempt: number;
  readonly slot: number;
  readonly value: string | null;
  /** Of the work; 0 = shown, not counted. */
  readonly weight: number;
};

export type RetakeRule = 'replace' | 'average';

/**
 * Σ(mark × weight) / Σ(weight) over numeric marks of weight above 0, exactly. A retake replaces the earlier attempts
 * of its work, or is averaged with them, as the school has it; both values of a dual mark count with the work's weight.
 */
export function weightedAverage(
  marks: readonly CountedMark[],
  scale: readonly ScaleEntry[],
  retakes: RetakeRule = 'replace',
): Average {
  return exactMean(countedMarks(marks, scale, retakes));
}

/** The arithmetic mean of the same marks: every counted mark once. */
export function plainAverage(
  marks: readonly CountedMark[],
  scale: readonly ScaleEntry[],
  retakes: RetakeRule = 'replace',
): Average {
  return exactMean(countedMarks(marks, scale, retakes).map(({ entry }) => ({ entry, weight: 1 })));
}

/** The marks an average counts; a point or an emptied retake leaves the earlier attempt standing. */
export function countedMarks(
  marks: readonly CountedMark[],
  scale: readonly ScaleEntry[],
  retakes: RetakeRule = 'replace',
): { readonly mark: CountedMark; readonly entry: NumericEntry; readonly weight: number }[] {
  const entries = new Map(scale.filter(isNumeric).map((entry) => [entry.code, entry]));
  const numeric = marks.flatMap((mark) => {
    const entry = mark.value === null ? undefined : entries.get(mark.value);
    return entry && mark.weight > 0 ? [{ mark, entry, weight: mark.weight }] : [];
  });
  if (retakes === 'average') return numeric;
  const last = new Map<string, number>();
  for (const { mark } of numeric) last.set(mark.workId, Math.max(last.get(mark.workId) ?? 0, mark.attempt));
  return numeric.filter(({ mark }) => last.get(mark.workId) === mark.attempt);
}

/** Two decimals, halves rounded up, with a decimal comma: `4,44`; null without a counted mark. */
export function averageText(average: Average): string | null {
  if (average.denominator === 0) return null;
  const hundredths = Math.floor((average.numerator * 200 + average.denominator) / (average.denominator * 2));
  return `${String(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, '0')}`;
}

/** −1, 0, 1 as the average is below, at or above `hundredths` / 100; the unrounded value is compared. */
export function compareAverage(average: Average, hundredths: number): number {
  return Math.sign(average.numerator * 100 - hundredths * average.denominator);
}

/** First and last day of a student in the group, both included; an open end is null. */
export type MembershipSpan = readonly [startDate: string, endDate: string | null];

/** What decides whether a cell of the journal is open. Dates are the school's. */
export type CellFacts = {
  readonly today: string;
  readonly lesson: { readonly date: string; readonly state: string };
  /** Null = no limit. */
  readonly editWindowDays: number | null;
  /** The locked grading period the lesson falls into, by its name; null = open. */
  readonly lockedPeriod: string | null;
  /** Null = the whole column is asked about, no student's cell. */
  readonly spans: readonly MembershipSpan[] | null;
  /** The person teaches this page today, or stands in at this lesson. */
  readonly isOwnLesson: boolean;
  /** False for a mark in a class taught without marks. */
  readonly hasMarks: boolean;
};

export type CellLock = {
  readonly code: LockCode;
  /** `lastDay` of the edit window, `period`, `startDate` or `endDate` of the membership. */
  readonly facts: Readonly<Record<string, string | null>>;
};

export type LockCode =
  | 'notYourLesson'
  | 'noMarksInThisClass'
  | 'lessonCancelled'
  | 'notMember'
  | 'departed'
  | 'notYetHeld'
  | 'periodLocked'
  | 'editWindowClosed';

/**
 * Why a cell is closed, or null. One function for the server and the grid, so that a lock the teacher sees is the
 * lock the server applies. The edit window counts from the lesson's date: with 7 days a lesson of 2 September is
 * open up to and including 9 September. The lessons of today are open from the morning on.
 */
export function cellLock(facts: CellFacts): CellLock | null {
  const { lesson, today, lockedPeriod } = facts;
  if (!facts.isOwnLesson) return { code: 'notYourLesson', facts: {} };
  if (!facts.hasMarks) return { code: 'noMarksInThisClass', facts: {} };
  if (lesson.state === 'cancelled') return { code: 'lessonCancelled', facts: {} };
  const outside = facts.spans === null ? null : outsideGroup(facts.spans, lesson.date);
  if (outside) return outside;
  if (lesson.date > today) return { code: 'notYetHeld', facts: { date: lesson.date } };
  if (lockedPeriod !== null) return { code: 'periodLocked', facts: { period: lockedPeriod } };
  const lastDay = lastEditableDay(lesson.date, facts.editWindowDays);
  if (lastDay !== null && today > lastDay) return { code: 'editWindowClosed', facts: { lastDay } };
  return null;
}

/** Must the teacher type why? On lessons older than the school's limit; null = never. */
export function needsReason(lessonDate: string, today: string, reasonAfterDays: number | null): boolean {
  const lastFreeDay = lastEditableDay(lessonDate, reasonAfterDays);
  return lastFreeDay !== null && today > lastFreeDay;
}

/** A work still to be done or done again: the point of the scale, or a due date without a mark. */
export function isOpenPoint(mark: {
  readonly value: string | null;
  readonly pointDue: string | null;
}): boolean {
  return mark.value === 'pendingPoint' || (mark.value === null && mark.pointDue !== null);
}

export type NumericEntry = ScaleEntry & { readonly numerator: number };

const isNumeric = (entry: ScaleEntry): entry is NumericEntry => entry.numerator !== null;

/** One common denominator for all, so that every step is an integer; a scale's denominators are small (1, 2, 10, 20). */
function exactMean(counted: readonly { readonly entry: NumericEntry; readonly weight: number }[]): Average {
  const common = counted.reduce((multiple, { entry }) => leastCommonMultiple(multiple, entry.denominator), 1);
  const numerator = counted.reduce(
    (sum, { entry, weight }) => sum + entry.numerator * (common / entry.denominator) * weight,
    0,
  );
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  return { numerator, denominator: weights * common, count: counted.length };
}

const leastCommonMultiple = (a: number, b: number) => (a / greatestCommonDivisor(a, b)) * b;
const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** Before, between and after a student's days in the group; `departed` = after the last of them. */
function outsideGroup(spans: readonly MembershipSpan[], date: string): CellLock | null {
  if (spans.some(([start, end]) => start <= date && (end === null || date <= end))) return null;
  const last = spans.at(-1);
  if (last && last[1] !== null && spans.every(([, end]) => end !== null && end < date)) {
    return { code: 'departed', facts: { endDate: last[1] } };
  }
  return { code: 'notMember', facts: { startDate: spans.find(([start]) => start > date)?.[0] ?? null } };
}
