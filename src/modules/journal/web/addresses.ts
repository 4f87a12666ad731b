export const journalAddress = '/journal';
export const dayAddress = '/day';

export function pageAddress(schoolId: number, pageId: string): string {
  return `${journalAddress}/${schoolId}/${pageId}`;
}

/** The class of a homeroom teacher. */
export const homeroomAddress = '/homeroom';

export function classDayAddress(schoolId: number, classId: string): string {
  return `${homeroomAddress}/${schoolId}/${classId}`;
}

export function classAbsencesAddress(schoolId: number, classId: string): string {
  return `${classDayAddress(schoolId, classId)}/absences`;
}

export function classContactsAddress(schoolId: number, classId: string): string {
  return `${classDayAddress(schoolId, classId)}/contacts`;
}

/** A teacher's day; without a date the day of today. */
export function dayOf(schoolId: number, date?: string): string {
  const day = `${dayAddress}/${schoolId}`;
  return date === undefined ? day : `${day}?date=${date}`;
}

/** A lesson on its page, with its card open or with the focus in its column. */
export function lessonAddress(
  schoolId: number,
  lesson: { readonly id: string; readonly pageId: string; readonly date: string },
  withCard = false,
): string {
  const place = new URLSearchParams({
    lesson: lesson.id,
    on: lesson.date,
    ...(withCard ? { card: '1' } : {}),
  });
  return `${pageAddress(schoolId, lesson.pageId)}?${place.toString()}`;
}
