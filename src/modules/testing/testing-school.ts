import { addDays, weekdayOf } from '#modules/organisation/index.ts';
import { parseClassName, sortKey } from '#modules/roster/index.ts';
import type { Actor } from '#platform/actor.ts';
import type { Clock } from '#platform/clock.ts';
import { insertMany } from '#platform/db/bulk.ts';
import type { Database } from '#platform/db/database.ts';
import { uuidv7 } from '#platform/ids.ts';
import { add, addFrame, dayOfTests, type Frame, momentOfTests, type Rows } from './testing-frame.ts';

export type TestPage = {
  readonly id: string;
  readonly subjectId: string;
  /** Monday, Tuesday and Thursday, number 4, 11:35–12:15, from 1 September to 31 December. */
  readonly lessons: readonly { readonly id: string; readonly date: string }[];
  lessonOn(date: string): string;
};

export type TestClass = {
  readonly id: string;
  readonly groupId: string;
  readonly students: readonly string[];
  /** The class with one more student who came later, or left. */
  withStudent(lastName: string, from: string, until?: string | null): string;
  /** A journal page of the whole class. */
  taughtBy(
    teacher: Actor,
    subject: string,
    options?: { readonly from?: string; readonly until?: string },
  ): TestPage;
  /** An actor who is the class's homeroom teacher. */
  homeroomOf(lastName: string): Actor;
};

export type TestSchool = {
  readonly schoolId: number;
  readonly frame: Frame;
  withClass(name: string, size: number): TestClass;
  teacher(lastName: string): Actor;
  staff(lastName: string, role: Actor['roles'][number]): Actor;
  /** A guardian's actor. */
  guardianOf(studentId: string): Actor;
  /** Any other row, with the school's id. */
  row(table: string, row: Record<string, unknown>): string;
  /** Writes what was put together since the last time. */
  writeInto(database: Pick<Database, 'inSchool'>): Promise<void>;
};

/** School time stands still at the moment of tests. */
export const clockOfTests: Clock = {
  now: () => new Date(),
  schoolNow: () => momentOfTests,
  today: () => dayOfTests,
};

/**
 * A school in words: `aSchool(1).withClass('7Б', 28).taughtBy(school.teacher('Ковалёва'), 'Алгебра')`, then `writeInto` a
 * database. Its quarters, scale and work types are in `frame`; grade 1 is taught without marks.
 */
export function aSchool(
  schoolId: number,
  { timeZone = 'Europe/Moscow', settings = {} }: SchoolOptions = {},
): TestSchool {
  const rows: Rows = new Map();
  const frame = addFrame(rows, { timeZone, settings });
  const person = (lastName: string, firstName = 'Мария') =>
    add(rows, 'roster.person', {
      id: uuidv7(),
      last_name: lastName,
      first_name: firstName,
      middle_name: null,
      sort_key: sortKey({ lastName, firstName, middleName: null }),
    });
  const actor = (personId: string, roles: Actor['roles']): Actor => ({
    accountId: uuidv7(),
    sessionId: uuidv7(),
    schoolId,
    personId,
    today: dayOfTests,
    roles,
    homeroomClassIds: [],
    students: [],
  });
  const staff: TestSchool['staff'] = (lastName, role) => {
    const personId = person(lastName);
    add(rows, 'roster.staff', {
      person_id: personId,
      position: 'Учитель',
      start_date: '2020-09-01',
      end_date: null,
    });
    return actor(personId, [role]);
  };
  const subjects = new Map<string, string>();
  const subjectOf = (name: string) => {
    const known = subjects.get(name);
    if (known !== undefined) return known;
    const id = add(rows, 'curriculum.subject', {
      id: uuidv7(),
      name,
      short_name: name,
      kind: 'lesson',
      ordinal: subjects.size,
    });
    subjects.set(name, id);
    return id;
  };
  return {
    schoolId,
    frame,
    staff,
    teacher: (lastName) => staff(lastName, 'teacher'),
    guardianOf(studentId) {
      const guardian = actor(person('Родителева'), []);
      return { ...guardian, students: [{ studentId, kinship: 'mother', scope: ['marks'] }] };
    },
    row: (table, row) => add(rows, table, row),
    withClass(name, size) {
      const { grade, letter } = parseClassName(name) ?? { grade: 0, letter: '' };
      const id = add(rows, 'roster.school_class', {
        id: uuidv7(),
        academic_year_id: frame.yearId,
        grade,
        letter,
        lineage_id: uuidv7(),
      });
      const groupId = add(rows, 'roster.study_group', {
        id: uuidv7(),
        academic_year_id: frame.yearId,
        kind: 'class',
        name,
      });
      add(rows, 'roster.group_class', { group_id: groupId, class_id: id });
      const withStudent: TestClass['withStudent'] = (lastName, from, until = null) => {
        const student_id = person(lastName, 'Анна');
        add(rows, 'roster.admission', { id: uuidv7(), student_id, start_date: from, end_date: until });
        add(rows, 'roster.group_membership', {
          id: uuidv7(),
          group_id: groupId,
          student_id,
          start_date: from,
          end_date: until,
        });
        return student_id;
      };
      const students = Array.from({ length: size }, (_, index) =>
        withStudent(`Ученик${String(index + 1).padStart(2, '0')}`, '2026-09-01'),
      );
      return {
        id,
        groupId,
        students,
        withStudent,
        homeroomOf(lastName) {
          const teacher = staff(lastName, 'teacher');
          add(rows, 'roster.class_homeroom', {
            id: uuidv7(),
            class_id: id,
            staff_id: teacher.personId,
            start_date: '2026-09-01',
            end_date: null,
          });
          return { ...teacher, homeroomClassIds: [id] };
        },
        taughtBy(teacher, subject, { from = '2026-09-01', until = '2026-12-31' } = {}) {
          const subjectId = subjectOf(subject);
          const pageId = add(rows, 'roster.teaching_assignment', {
            id: uuidv7(),
            academic_year_id: frame.yearId,
            group_id: groupId,
            subject_id: subjectId,
            journal_kind: 'lesson',
            scale_id: grade === 1 ? null : frame.scaleId,
            hours_per_week_tenths: 30,
          });
          add(rows, 'roster.assignment_teacher', {
            id: uuidv7(),
            assignment_id: pageId,
            staff_id: teacher.personId,
            start_date: '2026-09-01',
            end_date: null,
          });
          const lessons = lessonDates(from, until).map((date) => ({
            id: add(rows, 'timetable.lesson', {
              id: uuidv7(),
              assignment_id: pageId,
              date,
              number: 4,
              starts: '11:35',
              ends: '12:15',
            }),
            date,
          }));
          return {
            id: pageId,
            subjectId,
            lessons,
            lessonOn: (date) => lessons.find((lesson) => lesson.date === date)?.id ?? '',
          };
        },
      };
    },
    async writeInto(database) {
      await database.inSchool({ schoolId, studentIds: '*' }, async (tx) => {
        for (const table of order.filter((name) => rows.has(name)).concat([...rows.keys()].filter(isOther))) {
          await insertRows(tx, table, rows.get(table) ?? []);
        }
      });
      rows.clear();
    },
  };

  function insertRows(
    tx: Parameters<typeof insertMany>[0],
    table: string,
    list: readonly Record<string, unknown>[],
  ): Promise<void> {
    const columns = [...new Set(list.flatMap((row) => Object.keys(row)))];
    return insertMany(
      tx,
      { into: table, columns: ['school_id', ...columns] },
      list.map((row) => [schoolId, ...columns.map((column) => row[column])]),
    );
  }
}

type SchoolOptions = { readonly timeZone?: string; readonly settings?: Readonly<Record<string, unknown>> };

/** Tables that others point to come first. */
const order = [
  'organisation.school',
  'organisation.academic_year',
  'organisation.period_scheme',
  'organisation.grading_period',
  'organisation.scheme_assignment',
  'organisation.mark_scale',
  'organisation.mark_scale_value',
  'curriculum.work_type',
  'curriculum.subject',
  'roster.person',
  'roster.staff',
  'roster.school_class',
  'roster.study_group',
  'roster.group_class',
  'roster.admission',
  'roster.group_membership',
  'roster.class_homeroom',
  'roster.teaching_assignment',
  'roster.assignment_teacher',
  'timetable.lesson',
];

const isOther = (table: string) => !order.includes(table);

function lessonDates(from: string, until: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) {
    if ([1, 2, 4].includes(weekdayOf(date))) dates.push(date);
  }
  return dates;
}
