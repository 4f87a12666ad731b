import type { curriculumChanged as curriculum } from '#modules/curriculum/events.ts';
import type { frameChanged as frame } from '#modules/organisation/events.ts';
import type { homeworkAssigned as assigned } from '#modules/homework/events.ts';
import type { RosterChangedName } from '#modules/roster/events.ts';
import type { timetableChanged as lessonsMoved } from '#modules/timetable/events.ts';
import type * as events from '../events.ts';

// By their names alone: the browser takes no code of the events.
export const attendanceTaken: typeof events.attendanceTaken = 'journal.attendanceTaken';
export const lessonRecorded: typeof events.lessonRecorded = 'journal.lessonRecorded';
export const absenceReasonSet: typeof events.absenceReasonSet = 'journal.absenceReasonSet';
export const periodLocked: typeof events.periodLocked = 'journal.periodLocked';
export const homeworkAssigned: typeof assigned = 'homework.assigned';
export const timetableChanged: typeof lessonsMoved = 'timetable.timetableChanged';
export const rosterChanged: RosterChangedName = 'roster.rosterChanged';

export const frameChanged: typeof frame = 'organisation.frameChanged';
export const curriculumChanged: typeof curriculum = 'curriculum.curriculumChanged';
