import type { Insertable } from 'kysely';
import type { ConsentsTables } from '#modules/consents/tables.ts';
import type { CurriculumTables } from '#modules/curriculum/tables.ts';
import type { HomeworkTables } from '#modules/homework/tables.ts';
import type { IdentityTables } from '#modules/identity/tables.ts';
import type { JournalTables } from '#modules/journal/tables.ts';
import type { OnboardingTables } from '#modules/onboarding/tables.ts';
import type { OrganisationTables } from '#modules/organisation/tables.ts';
import type { RosterTables } from '#modules/roster/tables.ts';
import type { TimetableTables } from '#modules/timetable/tables.ts';

export type DemoTables = OrganisationTables &
  CurriculumTables &
  RosterTables &
  IdentityTables &
  ConsentsTables &
  OnboardingTables &
  TimetableTables &
  HomeworkTables &
  JournalTables;

export type DemoTable = keyof DemoTables & string;

export type DemoRow<Table extends DemoTable> = Insertable<DemoTables[Table]>;

/** Rows to be written, by table. All rows of a table name the same columns. */
export type Rows = {
  add<Table extends DemoTable>(table: Table, row: DemoRow<Table>): void;
  of<Table extends DemoTable>(table: Table): readonly DemoRow<Table>[];
};

export function rows(): Rows {
  const tables = new Map<string, object[]>();
  const listOf = (table: string) => {
    const known = tables.get(table);
    if (known) return known;
    const made: object[] = [];
    tables.set(table, made);
    return made;
  };
  return {
    add: (table, row) => void listOf(table).push(row),
    of: <Table extends DemoTable>(table: Table) => listOf(table) as DemoRow<Table>[],
  };
}

/** Every table the demo fills, each after those it points to. */
export const tableOrder: readonly DemoTable[] = [
  'directory.region',
  'directory.locality',
  'directory.organisation',
  'organisation.school',
  'organisation.academic_year',
  'organisation.period_scheme',
  'organisation.grading_period',
  'organisation.scheme_assignment',
  'organisation.holiday_break',
  'organisation.bell_schedule',
  'organisation.bell_period',
  'organisation.calendar_day',
  'organisation.room',
  'organisation.mark_scale',
  'organisation.mark_scale_value',
  'curriculum.subject',
  'curriculum.work_type',
  'roster.person',
  'roster.staff',
  'roster.admission',
  'roster.guardianship',
  'roster.school_class',
  'roster.class_homeroom',
  'roster.study_group',
  'roster.group_class',
  'roster.group_membership',
  'roster.teaching_assignment',
  'roster.assignment_teacher',
  'directory.account',
  'directory.account_person',
  'directory.region_role',
  'identity.role_grant',
  'consents.purpose',
  'consents.purpose_text',
  'consents.decision',
  'onboarding.link_request',
  'timetable.template',
  'timetable.template_card',
  'timetable.lesson',
  'timetable.lesson_change',
  'journal.lesson_record',
  'journal.lesson_record_revision',
  'journal.work',
  'journal.work_revision',
  'journal.mark',
  'journal.mark_revision',
  'journal.attendance',
  'journal.attendance_revision',
  'journal.absence_reason',
  'journal.final_mark',
  'journal.final_mark_revision',
  'journal.period_lock',
  'homework.homework',
  'homework.homework_revision',
  'homework.file',
];
