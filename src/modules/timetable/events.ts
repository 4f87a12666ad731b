/**
 * Lessons were made, changed, moved or retired, somebody is away. Topics: the staff, the pages and classes concerned.
 * Readers read anew.
 */
export const timetableChanged = 'timetable.timetableChanged';

export type TimetableChanged = { readonly from: string; readonly to: string };
