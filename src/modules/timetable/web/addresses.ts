export const timetableAddress = '/timetable';

export const lenses = ['class', 'teacher', 'room'] as const;
export type Lens = (typeof lenses)[number];

/** A week through a lens; without an id the page chooses. */
export function weekAddress(
  schoolId: number,
  { lens, id, from }: { readonly lens: Lens; readonly id?: string | null; readonly from?: string | null },
): string {
  const query = new URLSearchParams({ lens });
  if (id) query.set('id', id);
  if (from) query.set('from', from);
  return `${timetableAddress}/${schoolId}?${query.toString()}`;
}

/** What changed on a day; today without one. */
export function dayAddress(schoolId: number, date: string | null = null): string {
  const address = `${timetableAddress}/${schoolId}/day`;
  return date === null ? address : `${address}?date=${date}`;
}

/** Somebody is away: who takes the lessons. */
export function absenceAddress(
  schoolId: number,
  given: { readonly staff?: string; readonly from?: string; readonly to?: string } = {},
): string {
  const address = `${timetableAddress}/${schoolId}/absence`;
  const query = new URLSearchParams(Object.entries(given)).toString();
  return query === '' ? address : `${address}?${query}`;
}

/** Days that are not like the others. */
export const specialDaysAddress = (schoolId: number) => `${timetableAddress}/${schoolId}/special-days`;
export const newSpecialDayAddress = (schoolId: number) => `${specialDaysAddress(schoolId)}/new`;

/** The weekly pattern, put together by hand; without a class the first one. */
export function weeklyAddress(
  schoolId: number,
  { classId, from }: { readonly classId?: string | null; readonly from?: string | null } = {},
): string {
  const query = new URLSearchParams();
  if (classId) query.set('class', classId);
  if (from) query.set('from', from);
  const text = query.toString();
  return `${timetableAddress}/${schoolId}/weekly${text === '' ? '' : `?${text}`}`;
}
