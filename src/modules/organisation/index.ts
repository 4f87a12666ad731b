export {
  addDays,
  daysBetween,
  mondayOf,
  periodOn,
  schoolDays,
  weekdayOf,
  type AcademicCalendar,
  type Break,
  type DateSpan,
  type DayOverride,
  type SchoolDay,
} from './calendar/rules.ts';
export { federalFrame, schoolYearOf, type FederalFrame } from './federal-frame/rules.ts';
export { settingsSql } from './school/queries.ts';
export { defaultSettings, homeworkLimit, lastEditableDay, settingsOf } from './school/rules.ts';
export type { SchoolSettings } from './school/contract.ts';
