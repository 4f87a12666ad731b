import { addDays, federalFrame, schoolDays, schoolYearOf } from '#modules/organisation/index.ts';
import { minutesOf, momentsOf } from './moments.ts';
import { townSchool } from './school-plan.ts';

/** When the demo's day starts to be shown: the fourth lesson of the showcase class. */
const showTime = '11:40';

/** From the first bell of the first shift to its last; outside it there is nothing to see. */
const lessons = { from: minutesOf('08:30'), to: minutesOf('14:35') };

/**
 * The moment a demo opens at: the wall's while the town school has lessons, else 11:40 of the last school
 * day. `asked` is `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` in the town's time; a day without a time means 11:40
 * of that day or of the last school day before it.
 */
export function openingMoment(wall: Date, asked: string | null): Date {
  const moments = momentsOf(townSchool.timeZone, wall.getUTCFullYear());
  if (asked !== null) {
    const [date = '', time] = asked.split('T');
    return new Date(time === undefined ? moments.at(lastSchoolDay(date), showTime) : moments.at(date, time));
  }
  const { date, time } = moments.local(wall);
  const minute = minutesOf(time);
  const isSchoolDay = lastSchoolDay(date) === date;
  if (isSchoolDay && minute >= lessons.from && minute < lessons.to) return wall;
  const day = isSchoolDay && minute < lessons.from ? lastSchoolDay(addDays(date, -1)) : lastSchoolDay(date);
  return new Date(moments.at(day, showTime));
}

/** Is this a date, or a date and a time, that exists? */
export function isAskedMoment(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d(?:T\d\d:\d\d)?$/u.test(text)) return false;
  const moment = new Date(`${text.slice(0, 10)}T${text.slice(11) || '00:00'}:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** The date itself when it is a school day, else the nearest before it; in summer the last day of the year. */
function lastSchoolDay(date: string): string {
  for (const year of [schoolYearOf(date), schoolYearOf(date) - 1]) {
    const frame = federalFrame(year);
    const overrides = frame.publicDaysOff.map((day) => ({
      date: day,
      scope: 'school' as const,
      scopeId: '',
      off: true,
      asWeekday: null,
      bellScheduleId: null,
    }));
    const breaks = [frame.autumnBreak, frame.winterBreak, frame.springBreak].map((span) => ({
      ...span,
      grades: null,
    }));
    const days = schoolDays(
      { year: frame.year, breaks, overrides, daysPerWeek: 5 },
      { grade: 7, classId: null },
    );
    const last = days.findLast((day) => day.date <= date);
    if (last) return last.date;
  }
  throw new RangeError(`no school day before ${date}`);
}
