/** Addresses of one student's pages; each can be sent to somebody and opened again. */
export type DiaryPlace = { readonly schoolId: number; readonly studentId: string };

export function startAddress({ schoolId, studentId }: DiaryPlace): string {
  return `/diary/${schoolId}/${studentId}`;
}

/** Any day of the week will do. */
export function weekAddress(place: DiaryPlace, day: string): string {
  return `${startAddress(place)}/week/${day}`;
}

/** The week with the sheet of one of its lessons open. */
export function lessonAddress(
  place: DiaryPlace,
  lesson: { readonly id: string; readonly date: string },
): string {
  return `${weekAddress(place, lesson.date)}?lesson=${lesson.id}`;
}

export function marksAddress(place: DiaryPlace, periodId: string | null = null): string {
  return periodId === null ? `${startAddress(place)}/marks` : `${startAddress(place)}/marks/${periodId}`;
}

export function timetableAddress(place: DiaryPlace, day: string | null = null): string {
  return day === null ? `${startAddress(place)}/timetable` : `${startAddress(place)}/timetable/${day}`;
}
