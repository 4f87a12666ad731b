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
export { addDayOverride, endDayOverride, type NewDayOverride } from './calendar/commands.ts';
export { dayOffSql, daySpecialSql, restSql } from './calendar/queries.ts';
export { federalFrame, schoolYearOf, type FederalFrame } from './federal-frame/rules.ts';
export { settingsSql } from './school/queries.ts';
export { defaultSettings, editWindowFor, homeworkLimit, lastEditableDay, timeOfDay } from './school/rules.ts';
export type { SchoolSettings } from './school/contract.ts';
export { addBellSchedule, setBells, type RetimeLessons } from './bells/commands.ts';
export { setBells as setBellsEndpoint } from './bells/contract.ts';
export { bellTimes, type BellTime } from './bells/rules.ts';
export {
  openSchool,
  registerOrganisation,
  type NewSchool,
  type OrganisationCard,
} from './new-school/commands.ts';
export { mayWriteSetUp, readsSetUp, writesSetUp } from './school/policy.ts';
export { setYear, type HasFinalMarks } from './years/commands.ts';
export { setYear as setYearEndpoint } from './years/contract.ts';
export { setMarkScale, type ScaleUse } from './mark-scales/commands.ts';
export { setMarkScale as setMarkScaleEndpoint } from './mark-scales/contract.ts';
export { usualScaleSql } from './mark-scales/queries.ts';
export { addRooms } from './rooms/commands.ts';
export { schoolHead, yearFrame, yearFrameOf, type BellSchedule, type YearFrame } from './years/queries.ts';
