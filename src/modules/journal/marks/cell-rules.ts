import type { CellRefusal, MarkCell, NewWork } from './contract.ts';
import { lockOf, membershipOn, needsReason } from './rules.ts';

/** A lesson as the decision about a cell needs it. */
type Lesson = {
  readonly id: string;
  readonly date: string;
  readonly starts: string | null;
  readonly state: string;
  readonly teacherId: string | null;
  readonly lockedPeriod: string | null;
};

type Work = { readonly id: string; readonly lessonId: string; readonly ordinal: number };
type Stay = { readonly studentId: string; readonly startDate: string; readonly endDate: string | null };

/** All that a request's cells are judged by. */
export type Grounds = {
  readonly today: string;
  readonly time: string;
  readonly editWindowDays: number | null;
  readonly reasonAfterDays: number;
  readonly hasScale: boolean;
  readonly values: ReadonlySet<string>;
  /** Of those the ones that only marks of before have. */
  readonly notOffered: ReadonlySet<string>;
  readonly workTypes: ReadonlyMap<string, number>;
  readonly lessons: ReadonlyMap<string, Lesson>;
  /** The person teaches the page today, or stands in at this lesson. */
  readonly isOwn: (lesson: Lesson) => boolean;
  readonly works: ReadonlyMap<string, Work>;
  /** Stays in the group by student. */
  readonly stays: ReadonlyMap<string, readonly Stay[]>;
  /** `lesson student` of those absent, where the school lets nobody mark them on the day. */
  readonly absences: ReadonlySet<string>;
};

export type Refused = { readonly code: CellRefusal; readonly facts: Readonly<Record<string, unknown>> };

/** A work to be made, with its place and weight. */
export type PlannedWork = Omit<NewWork, 'weight'> & { readonly weight: number };

/**
 * The works of a request that can be made, by id. One that exists already is left as it is; the first work of a lesson
 * has the lesson's id and ordinal 1, a further one its own id and the next free ordinal.
 */
export function plannedWorks(
  asked: readonly NewWork[],
  grounds: Grounds,
): { readonly works: ReadonlyMap<string, PlannedWork>; readonly refused: ReadonlyMap<string, Refused> } {
  const works = new Map<string, PlannedWork>();
  const refused = new Map<string, Refused>();
  for (const work of asked) {
    if (grounds.works.has(work.id) || works.has(work.id)) continue;
    const fault = workFault(work, grounds);
    if (fault) {
      refused.set(work.id, { code: fault, facts: {} });
      continue;
    }
    const weight = work.weight ?? grounds.workTypes.get(work.workTypeId) ?? 1;
    works.set(work.id, {
      ...work,
      weight,
      ordinal: placeOf(work, [...grounds.works.values(), ...works.values()]),
    });
  }
  return { works, refused };
}

/** Why a cell is refused, or null. Also what is closed says which day or period closed it. */
export function refusalOf(
  cell: MarkCell,
  work: { readonly lessonId: string } | undefined,
  grounds: Grounds,
): Refused | null {
  if (!grounds.hasScale) return { code: 'marks.noMarksHere', facts: {} };
  const lesson = work && grounds.lessons.get(work.lessonId);
  if (!lesson) return { code: 'marks.unknownWork', facts: {} };
  const stays = grounds.stays.get(cell.studentId) ?? [];
  const code = lockOf({
    today: grounds.today,
    time: grounds.time,
    lesson,
    editWindowDays: grounds.editWindowDays,
    isPeriodLocked: lesson.lockedPeriod !== null,
    membership: membershipOn(stays, lesson.date),
    mayWriteLesson: grounds.isOwn(lesson),
  });
  if (code) return { code, facts: lockFacts(lesson, grounds) };
  const isGivenAnew = cell.expected === 0 && cell.reasonCode !== 'undo';
  if (
    cell.value !== null &&
    (!grounds.values.has(cell.value) || (isGivenAnew && grounds.notOffered.has(cell.value)))
  ) {
    return { code: 'marks.unknownValue', facts: { value: cell.value } };
  }
  const isPoint = cell.value === null || cell.value === 'pendingPoint';
  if (cell.pointDue !== null && !isPoint) return { code: 'marks.pointDueWithoutPoint', facts: {} };
  if (
    needsReason(lesson.date, grounds.today, grounds.reasonAfterDays) &&
    (cell.reason === null || cell.reason.trim() === '')
  ) {
    return { code: 'marks.reasonRequired', facts: { days: grounds.reasonAfterDays } };
  }
  const isAbsent = grounds.absences.has(`${lesson.id} ${cell.studentId}`);
  if (isAbsent && cell.value !== null && lesson.date === grounds.today) {
    return { code: 'marks.studentAbsent', facts: {} };
  }
  return null;
}

export type StoredReason = 'entered' | 'corrected' | 'cleared' | 'lateEntry' | 'retake' | 'undo';

/** The reason a revision keeps: what the device said, made exact where the server knows better. */
export function storedReason(cell: MarkCell, isLate: boolean): StoredReason {
  if (cell.reasonCode === 'undo') return 'undo';
  if (cell.value === null && cell.pointDue === null) return 'cleared';
  if (cell.expected > 0) return 'corrected';
  if (cell.attempt > 1) return 'retake';
  return isLate ? 'lateEntry' : 'entered';
}

/** What closed a cell, for the sentence the teacher reads. */
export function lockFacts(
  lesson: { readonly date: string; readonly lockedPeriod: string | null },
  { editWindowDays }: { readonly editWindowDays: number | null },
): Readonly<Record<string, unknown>> {
  return { date: lesson.date, editWindowDays, period: lesson.lockedPeriod };
}

function workFault(work: NewWork, grounds: Grounds): CellRefusal | null {
  if (!grounds.hasScale) return 'marks.noMarksHere';
  const lesson = grounds.lessons.get(work.lessonId);
  if (!lesson) return 'marks.unknownWork';
  if (!grounds.workTypes.has(work.workTypeId)) return 'marks.unknownWorkType';
  const isFirst = work.id === lesson.id;
  if (isFirst !== (work.ordinal === 1) || (!isFirst && grounds.lessons.has(work.id)))
    return 'marks.workTaken';
  return null;
}

function placeOf(work: NewWork, known: readonly Work[]): number {
  const taken = known.filter(({ lessonId }) => lessonId === work.lessonId).map(({ ordinal }) => ordinal);
  return taken.includes(work.ordinal) ? Math.max(1, ...taken) + 1 : work.ordinal;
}
