/** Where the diary of a student begins: the current week. */
export function diaryAddress(schoolId: number, studentId: string): string {
  return `/diary/${schoolId}/${studentId}`;
}

/** Where the staff area begins. */
export const journalAddress = '/journal';

/** The sign-in page that returns to a path of this site. */
export function signInAddress(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}
