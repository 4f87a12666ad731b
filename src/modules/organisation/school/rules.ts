import type { SchoolSettings } from './contract.ts';
import { addDays } from '../calendar/rules.ts';

/**
 * What holds until the school's local act decides otherwise. Edit window and reasons: no federal rule. Homework:
 * SanPiN 1.2.3685-21, minutes of one day for all subjects.
 */
export const defaultSettings: SchoolSettings = {
  editWindowDays: 14,
  reasonAfterDays: 7,
  moveAfterMark: 'down',
  averageKind: 'weighted',
  averagesPreset: 'math',
  minimumMarks: { oneHour: 3, moreHours: 5 },
  retakes: 'replace',
  pointHoldsFive: true,
  markWhenAbsent: 'allow',
  lateHomeworkSkipsLesson: true,
  homeworkLimits: [
    { from: 1, to: 1, minutes: 60 },
    { from: 2, to: 3, minutes: 90 },
    { from: 4, to: 5, minutes: 120 },
    { from: 6, to: 8, minutes: 150 },
    { from: 9, to: 12, minutes: 210 },
  ],
  systematicAbsencePercent: 30,
  secondFactorFrom: null,
  nightFrom: 23,
  nightUntil: 6,
};

/** A new school has so long until its leaders sign in with a second factor. Days. */
export const secondFactorGraceDays = 14;

/**
 * The last day on which entries of a lesson can be written: with 7 days a lesson of 2 September is open up to and
 * including the ninth. Null = without limit.
 */
export function lastEditableDay(lessonDate: string, editWindowDays: number | null): string | null {
  return editWindowDays === null ? null : addDays(lessonDate, editWindowDays);
}

/** How long the actor may write in a lesson after its day: on a computer others use too, on the day itself alone. */
export function editWindowFor(
  { isShared }: { readonly isShared?: boolean },
  { editWindowDays }: Pick<SchoolSettings, 'editWindowDays'>,
): number | null {
  return isShared === true ? 0 : editWindowDays;
}

/** Minutes of homework a day may hold in this grade, or null when the school sets none. */
export function homeworkLimit(
  settings: Pick<SchoolSettings, 'homeworkLimits'>,
  grade: number,
): number | null {
  return settings.homeworkLimits.find(({ from, to }) => from <= grade && grade <= to)?.minutes ?? null;
}

/** Homework limits whose grades overlap or stand the wrong way round: no grade may have two. */
export function overlappingLimits(limits: SchoolSettings['homeworkLimits']): boolean {
  return limits.some(
    ({ from, to }, index) =>
      from > to || limits.slice(0, index).some((other) => from <= other.to && other.from <= to),
  );
}

/** `HH:MM` at a moment in a time zone (IANA name). */
export function timeOfDay(timeZone: string, moment: Date): string {
  const known = clocks.get(timeZone);
  if (known) return known.format(moment);
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' });
  clocks.set(timeZone, made);
  return made.format(moment);
}

/** Making a format costs a hundred times its use. */
const clocks = new Map<string, Intl.DateTimeFormat>();
