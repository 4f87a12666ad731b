import type { LockCode } from './contract.ts';

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

/** −1, 0, 1 as one average is below, at or above another; nothing counted is below all. */
export function compareAverages(one: Average, other: Average): number {
  if (one.denominator === 0 || other.denominator === 0) return Math.sign(one.denominator - other.denominator);
  return Math.sign(one.numerator * other.denominator - other.numerator * one.denominator);
}

/** What decides whether a cell of the journal is open. Dates and times are the school's. */
export type CellFacts = {
  readonly today: string;
  /** `HH:MM` */
  readonly time: string;
  readonly lesson: { readonly date: string; readonly starts: string | null; readonly state: string };
  /** Null = no limit. */
  readonly editWindowDays: number | null;
  readonly isPeriodLocked: boolean;
  /** First and last day of the student in the group, the last day included; null = no such membership. */
  readonly membership: { readonly startDate: string; readonly endDate: string | null } | null;
  /** The person teaches this page, or stands in at this lesson. */
  readonly mayWriteLesson: boolean;
};

/**
 * Why a cell is closed, or null. One function for the server and the grid, so that a lock the teacher sees is the
 * lock the server applies. The edit window counts from the lesson's date: with 7 days a lesson of 2 September is
 * open up to and including 9 September.
 */
export function lockOf(facts: CellFacts): LockCode | null {
  const { lesson, membership } = facts;
  if (!facts.mayWriteLesson) return 'marks.notYourLesson';
  if (lesson.state === 'cancelled') return 'marks.lessonCancelled';
  if (!membership || lesson.date < membership.startDate) return 'marks.notMember';
  if (membership.endDate !== null && lesson.date > membership.endDate) return 'marks.departed';
  if (
    lesson.date > facts.today ||
    (lesson.date === facts.today && lesson.starts !== null && lesson.starts > facts.time)
  )
    return 'marks.notYetHeld';
  if (facts.isPeriodLocked) return 'marks.periodLocked';
  if (facts.editWindowDays !== null && daysBetween(lesson.date, facts.today) > facts.editWindowDays)
    return 'marks.editWindowClosed';
  return null;
}

/** The stay in a group that a date falls into; for a date outside them the last one before it, or none. */
export function membershipOn<Stay extends { readonly startDate: string; readonly endDate: string | null }>(
  stays: readonly Stay[],
  date: string,
): Stay | null {
  const begun = stays.filter(({ startDate }) => startDate <= date);
  return begun.find(({ endDate }) => endDate === null || date <= endDate) ?? begun.at(-1) ?? null;
}

/** Must the teacher type why? On lessons older than the school's limit. */
export function needsReason(lessonDate: string, today: string, reasonAfterDays: number): boolean {
  return daysBetween(lessonDate, today) > reasonAfterDays;
}

/** A work still to be done or done again: the point of the scale, or a due date without a mark. */
export function isOpenPoint(mark: {
  readonly value: string | null;
  readonly pointDue: string | null;
}): boolean {
  return mark.value === 'pendingPoint' || (mark.value === null && mark.pointDue !== null);
}

/** Whole days from one date to another, negative backwards. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
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
