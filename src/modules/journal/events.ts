/** Marks were set. Topics: the page and each student concerned. */
export const marksSet = 'journal.marksSet';
export type MarksSet = {
  readonly pageId: string;
  readonly authorId: string;
  /** Made together with their first mark. */
  readonly works: readonly WorkNews[];
  readonly cells: readonly {
    readonly workId: string;
    readonly studentId: string;
    readonly attempt: number;
    readonly slot: number;
    readonly value: string | null;
    readonly comment: string | null;
    readonly pointDue: string | null;
    readonly version: number;
  }[];
};

/** A work was made or changed by itself. Topic: the page. */
export const workChanged = 'journal.workChanged';
export type WorkChanged = { readonly pageId: string; readonly authorId: string; readonly work: WorkNews };

export type WorkNews = {
  readonly id: string;
  readonly lessonId: string;
  readonly ordinal: number;
  readonly workTypeId: string;
  readonly weight: number;
  readonly title: string | null;
  readonly version: number;
};

/** Who was away or late was written down or corrected. Topics: the page and each student with an entry. */
export const attendanceTaken = 'journal.attendanceTaken';
export type AttendanceTaken = {
  readonly pageId: string;
  readonly authorId: string;
  readonly cells: readonly {
    readonly lessonId: string;
    readonly studentId: string;
    readonly fact: 'present' | 'absent' | 'late' | 'leftEarly' | 'exempt' | 'remote';
    readonly minutes: number | null;
    readonly version: number;
  }[];
};

/** Topic or attendance-taken of a lesson. Topics: the page, its classes. */
export const lessonRecorded = 'journal.lessonRecorded';
export type LessonRecorded = {
  readonly pageId: string;
  readonly authorId: string;
  readonly lessonId: string;
  readonly topic: string | null;
  readonly attendanceTaken: boolean;
  readonly version: number;
};

/** Final marks of a period were set. Topics: the page and each student concerned. */
export const finalMarksSet = 'journal.finalMarksSet';
export type FinalMarksSet = {
  readonly pageId: string;
  readonly authorId: string;
  readonly subjectId: string;
  readonly cells: readonly {
    readonly studentId: string;
    readonly gradingPeriodId: string;
    readonly kind: 'period' | 'year' | 'exam' | 'final';
    readonly value: string | null;
    readonly version: number;
  }[];
};

/**
 * Why a student was away was said, changed or taken back. Topics: the student, its class and its pages. The reason itself
 * is not among it: not everybody who hears may know.
 */
export const absenceReasonSet = 'journal.absenceReasonSet';
export type AbsenceReasonSet = {
  readonly reasonId: string;
  readonly studentId: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly isEnded: boolean;
  readonly version: number;
  readonly classIds: readonly string[];
  readonly pageIds: readonly string[];
};

/** A grading period was closed or opened again for these grades. Topic: the staff; families are not told. */
export const periodLocked = 'journal.periodLocked';
export type PeriodLocked = {
  readonly gradingPeriodId: string;
  readonly grades: readonly number[];
  readonly isLocked: boolean;
};
