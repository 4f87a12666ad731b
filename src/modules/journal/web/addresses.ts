export const journalAddress = '/journal';

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
