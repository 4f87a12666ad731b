import type { Generated } from 'kysely';
import type { Json } from '#platform/db/tables.ts';

/** Tables of `organisation`; what a column means stands in the migration. */
export type OrganisationTables = {
  'directory.region': RegionTable;
  'directory.locality': LocalityTable;
  'directory.organisation': OrganisationTable;
  'organisation.school': SchoolTable;
  'organisation.academic_year': AcademicYearTable;
  'organisation.period_scheme': PeriodSchemeTable;
  'organisation.grading_period': GradingPeriodTable;
  'organisation.scheme_assignment': SchemeAssignmentTable;
  'organisation.holiday_break': HolidayBreakTable;
  'organisation.calendar_day': CalendarDayTable;
  'organisation.day_override': DayOverrideTable;
  'organisation.bell_schedule': BellScheduleTable;
  'organisation.bell_period': BellPeriodTable;
  'organisation.room': RoomTable;
  'organisation.mark_scale': MarkScaleTable;
  'organisation.mark_scale_value': MarkScaleValueTable;
};

export type RegionTable = {
  id: number;
  name: string;
  time_zone: string;
};

export type LocalityTable = {
  id: string;
  region_id: number;
  name: string;
  kind: string;
};

export type OrganisationTable = {
  id: string;
  locality_id: string;
  school_id: number | null;
  ogrn: string | null;
  inn: string | null;
  name: string;
  short_name: string;
  kind: 'school' | 'lyceum' | 'gymnasium' | 'boarding' | 'evening' | 'college' | 'additional';
  principal_name: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  site: string | null;
};

export type SchoolTable = {
  school_id: number;
  name: string;
  short_name: string;
  time_zone: string;
  kind: string;
  settings: Generated<Json>;
  version: Generated<number>;
};

export type AcademicYearTable = {
  school_id: number;
  id: string;
  name: string;
  start_date: string;
  end_date: string;
  version: Generated<number>;
};

export type PeriodSchemeTable = {
  school_id: number;
  id: string;
  academic_year_id: string;
  name: string;
  kind: 'quarter' | 'trimester' | 'halfYear' | 'module';
};

export type GradingPeriodTable = {
  school_id: number;
  id: string;
  scheme_id: string;
  kind: 'quarter' | 'trimester' | 'halfYear' | 'module' | 'year';
  ordinal: number;
  name: string;
  start_date: string;
  end_date: string;
};

export type SchemeAssignmentTable = {
  school_id: number;
  academic_year_id: string;
  grade: number;
  scheme_id: string;
};

export type HolidayBreakTable = {
  school_id: number;
  id: string;
  academic_year_id: string;
  name: string;
  start_date: string;
  end_date: string;
  grades: number[] | null;
};

export type CalendarDayTable = {
  school_id: number;
  date: string;
  scope: 'school' | 'grade' | 'class';
  scope_id: Generated<string>;
  off: boolean;
  as_weekday: number | null;
  bell_schedule_id: string | null;
  name: string | null;
};

export type DayOverrideTable = {
  school_id: number;
  id: string;
  scope: 'school' | 'grade' | 'class';
  scope_id: Generated<string>;
  kind: 'off' | 'weekday' | 'bells';
  start_date: string;
  end_date: string;
  as_weekday: number | null;
  bell_schedule_id: string | null;
  reason_code: string;
  author_id: string;
  at: string;
  ended_from: string | null;
  ended_by: string | null;
  ended_at: string | null;
};

export type BellScheduleTable = {
  school_id: number;
  id: string;
  name: string;
  shift: number;
  usual: Generated<boolean>;
  version: Generated<number>;
};

export type BellPeriodTable = {
  school_id: number;
  bell_schedule_id: string;
  number: number;
  starts: string;
  ends: string;
};

export type RoomTable = {
  school_id: number;
  id: string;
  building: string | null;
  name: string;
  capacity: number | null;
};

export type MarkScaleTable = {
  school_id: number;
  id: string;
  name: string;
  version: Generated<number>;
  usual_since: Generated<Date | null>;
  retired_at: Generated<Date | null>;
};

export type MarkScaleValueTable = {
  school_id: number;
  scale_id: string;
  code: string;
  numerator: number | null;
  denominator: Generated<number>;
  band: 'excellent' | 'good' | 'satisfactory' | 'poor' | null;
  is_passing: boolean;
  ordinal: number;
  offered: Generated<boolean>;
};
