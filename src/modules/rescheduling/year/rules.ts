import { schoolDays, type AcademicCalendar, type SchoolDay } from '#modules/organisation/calendar/rules.ts';

type Calendar = Pick<AcademicCalendar, 'year' | 'breaks'>;

const grades = Array.from({ length: 11 }, (_, index) => index + 1);

/**
 * The first and last day from `today` on that a changed year makes another school day for some grade, or null. Where
 * weeks alternate, a week more or less of holidays turns all that follow.
 */
export function changedSpan(
  before: Calendar,
  after: Calendar,
  { today, hasCycles }: { readonly today: string; readonly hasCycles: boolean },
): { readonly from: string; readonly to: string } | null {
  const dates = grades
    .flatMap((grade) => {
      const [were, are] = [daysOf(before, grade), daysOf(after, grade)];
      return [...new Set([...were.keys(), ...are.keys()])].filter((date) => {
        const [one, other] = [were.get(date), are.get(date)];
        return one?.weekday !== other?.weekday || (hasCycles && one?.cycle !== other?.cycle);
      });
    })
    .filter((date) => date >= today)
    .toSorted();
  const [from] = dates;
  return from === undefined ? null : { from, to: dates.at(-1) ?? from };
}

/** With Saturdays: whether a class learns on them, its timetable says. */
function daysOf(calendar: Calendar, grade: number): ReadonlyMap<string, SchoolDay> {
  const days = schoolDays({ ...calendar, overrides: [], daysPerWeek: 6 }, { grade, classId: null });
  return new Map(days.map((day) => [day.date, day]));
}
