/** Lessons were made, moved or retired. Topics: the pages and classes concerned. Readers read anew. */
export const timetableChanged = 'timetable.timetableChanged';

export type TimetableChanged = { readonly from: string; readonly to: string };
