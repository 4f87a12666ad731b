import { dayBefore } from '../movement/rules.ts';

/** Who teaches a page, from the first day to the last one included; null = until further notice. */
export type TeacherStay = {
  readonly staffId: string;
  readonly startDate: string;
  readonly endDate: string | null;
};

export type TeachersRefusal =
  | 'roster.teacherMissing'
  | 'roster.unknownTeacher'
  | 'roster.teachesTwice'
  | 'roster.outsideYear';

type Span = { readonly startDate: string; readonly endDate: string | null };

/** A stay that ends before it begins never was. */
export const stands = ({ startDate, endDate }: Span) => endDate === null || endDate >= startDate;

export const isOn = (date: string, { startDate, endDate }: Span) =>
  startDate <= date && (endDate === null || endDate >= date);

/** Who teaches on a day; of several the one who came last. */
export function teacherOn(stays: readonly TeacherStay[], date: string): TeacherStay | null {
  return (
    stays
      .filter((stay) => isOn(date, stay))
      .toSorted(byStart)
      .at(-1) ?? null
  );
}

/** Who comes after a day. */
export function teacherAfter(stays: readonly TeacherStay[], date: string): TeacherStay | null {
  return stays.filter((stay) => stands(stay) && stay.startDate > date).toSorted(byStart)[0] ?? null;
}

/** The day a page is looked at: today, kept inside the year. */
export function dayInYear(
  today: string,
  { startDate, endDate }: { startDate: string; endDate: string },
): string {
  if (today < startDate) return startDate;
  return today > endDate ? endDate : today;
}

/** Another teacher from a day on: whoever would teach that day or later ends the day before. */
export function withTeacher(
  stays: readonly TeacherStay[],
  { staffId, startDate }: { readonly staffId: string; readonly startDate: string },
): readonly TeacherStay[] {
  const lastDay = dayBefore(startDate);
  return [
    ...stays.map((stay) =>
      stay.endDate !== null && stay.endDate <= lastDay
        ? stay
        : { ...stay, endDate: stay.startDate > lastDay ? dayBefore(stay.startDate) : lastDay },
    ),
    { staffId, startDate, endDate: null },
  ];
}

/** One teacher's last day; the others stay. */
export function withEnd(
  stays: readonly TeacherStay[],
  { staffId, startDate }: Pick<TeacherStay, 'staffId' | 'startDate'>,
  endDate: string,
): readonly TeacherStay[] {
  return stays.map((stay) =>
    stay.staffId === staffId && stay.startDate === startDate ? { ...stay, endDate } : stay,
  );
}

/** What takes a change back: the stays as they were, and those that had come never were. */
export function takenBack(
  before: readonly TeacherStay[],
  after: readonly TeacherStay[],
): readonly TeacherStay[] {
  const known = new Set(before.map(keyOf));
  return [
    ...before,
    ...after
      .filter((stay) => stands(stay) && !known.has(keyOf(stay)))
      .map((stay) => ({ ...stay, endDate: dayBefore(stay.startDate) })),
  ];
}

/** Are these the same teachers on the same days? Stays that never were do not count. */
export function areSame(some: readonly TeacherStay[], others: readonly TeacherStay[]): boolean {
  const written = (stays: readonly TeacherStay[]) =>
    [...new Set(stays.filter(stands).map((stay) => `${keyOf(stay)} ${stay.endDate ?? ''}`))]
      .toSorted()
      .join();
  return written(some) === written(others);
}

/** Why a page's teachers cannot be written so; null = they can. */
export function whyRefused(
  before: readonly TeacherStay[],
  wanted: readonly TeacherStay[],
  {
    year,
    staff,
  }: {
    readonly year: { readonly startDate: string; readonly endDate: string };
    /** Those wanted who work at the school, and when. */
    readonly staff: readonly (Span & { readonly id: string })[];
  },
): TeachersRefusal | null {
  const given = new Map(wanted.map((stay) => [keyOf(stay), stay]));
  if (before.some((stay) => !given.has(keyOf(stay)))) return 'roster.teacherMissing';
  const known = new Map(before.map((stay) => [keyOf(stay), stay]));
  for (const stay of wanted) {
    const old = known.get(keyOf(stay));
    if (old?.endDate === stay.endDate) continue;
    const { startDate, endDate } = stay;
    if (endDate !== null && (endDate < dayBefore(startDate) || endDate > year.endDate))
      return 'roster.outsideYear';
    if (old !== undefined || !stands(stay)) continue;
    if (startDate < year.startDate || startDate > year.endDate) return 'roster.outsideYear';
    if (!staff.some((one) => one.id === stay.staffId && isOn(startDate, one))) return 'roster.unknownTeacher';
  }
  return isTwice(wanted.filter(stands)) ? 'roster.teachesTwice' : null;
}

/** One person twice on one day. */
function isTwice(stays: readonly TeacherStay[]): boolean {
  return stays.some((stay, at) =>
    stays.some(
      (other, otherAt) => at !== otherAt && other.staffId === stay.staffId && isOn(stay.startDate, other),
    ),
  );
}

/** The day after a date. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

export const keyOf = ({ staffId, startDate }: Pick<TeacherStay, 'staffId' | 'startDate'>) =>
  `${staffId} ${startDate}`;

const byStart = (one: TeacherStay, other: TeacherStay) =>
  one.startDate < other.startDate ? -1 : one.startDate > other.startDate ? 1 : 0;
