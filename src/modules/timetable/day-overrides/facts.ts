import type { AcademicCalendar, BellSchedule } from '#modules/organisation/index.ts';
import type { FactPage } from '../changes/plan-facts.ts';
import type { KnownLesson } from '../lessons/queries.ts';
import type { Template } from '../templates/commands.ts';

/** A lesson of the days that a special day may concern. */
export type DayLesson = KnownLesson & {
  readonly teacherId: string | null;
  readonly mergedWithId: string | null;
  readonly version: number;
  /** Put on its day by hand, from another one. */
  readonly isMovedHere: boolean;
  /** The standing change by which a special day cancelled it; `isChanged` is about all others. */
  readonly offBy: {
    readonly id: string;
    readonly oldValue: Readonly<Record<string, unknown>>;
    readonly newValue: Readonly<Record<string, unknown>>;
  } | null;
};

export type ClassOfDays = {
  readonly id: string;
  readonly grade: number;
  readonly letter: string;
  readonly shift: number;
};

/** What planning special days must know; read by `facts-queries`. */
export type DaysFacts = {
  readonly schedules: readonly BellSchedule[];
  readonly templates: readonly Template[];
  readonly classes: readonly ClassOfDays[];
  readonly pages: readonly FactPage[];
  readonly lessons: readonly DayLesson[];
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
  readonly absences: readonly {
    readonly staffId: string;
    readonly startDate: string;
    readonly endDate: string;
  }[];
};

/** Which days are school days; how long a week is, the timetable says. */
export type Calendar = Omit<AcademicCalendar, 'daysPerWeek'>;

/** The calendar as it is and as it shall be. */
export type Turn = { readonly before: Calendar; readonly after: Calendar };
