import type { Static } from 'typebox';
import type { MarksOfPeriod } from '../marks/contract.ts';
import type { TimetableWeek } from '../timetable/contract.ts';
import type { DiaryWeek, personName } from '../week/contract.ts';

export type PersonName = Static<typeof personName>;

/** A child of the reader, in whichever school. */
export type DiaryChild = {
  readonly schoolId: number;
  readonly studentId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly grade: number | null;
  readonly letter: string | null;
  /** The school's short name. */
  readonly school: string;
};

/** What stands around every page of a diary. */
export type DiaryFrame = {
  readonly schoolId: number;
  readonly studentId: string;
  readonly person: PersonName;
  /** Empty for staff, who read one student's diary and switch to no other. */
  readonly children: readonly DiaryChild[];
  /** The reader is the student: whose word a tick at homework is. */
  readonly isOwn: boolean;
};

export type WeekFacts = {
  readonly frame: DiaryFrame;
  readonly week: DiaryWeek;
  /** The lesson whose sheet the address names, if it is in this week. */
  readonly lessonId: string | null;
};
export type MarksFacts = {
  readonly frame: DiaryFrame;
  readonly marks: MarksOfPeriod;
  /** The mark whose sheet the address names: `work.attempt`. */
  readonly markId: string | null;
};
export type TimetableFacts = { readonly frame: DiaryFrame; readonly timetable: TimetableWeek };
