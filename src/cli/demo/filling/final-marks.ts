import { minimumMarks, proposedMark, proposedYearMark } from '#modules/journal/final-marks/rules.ts';
import type { SubjectKey } from '../curriculum/subjects.ts';
import type { SchoolClass } from '../load/classes.ts';
import type { Assignment } from '../load/teaching-load.ts';
import type { Student } from '../people/students.ts';
import type { Period, SchoolFrame } from '../school-frame.ts';
import type { Absences } from './absences.ts';
import type { Counted, Ledger } from './marks-writer.ts';

/** The school's rule: the weighted average rounded half up; «н/а» under three marks, under five from two lessons a week on. */
function markOf(counted: readonly Counted[], hours: number): string {
  const average = {
    numerator: counted.reduce((sum, { weight, value }) => sum + weight * value, 0),
    denominator: counted.reduce((sum, { weight }) => sum + weight, 0),
    count: counted.length,
  };
  const least = minimumMarks({ oneHour: 3, moreHours: 5 }, hours * 10);
  return proposedMark(average, { preset: 'math', minimumMarks: least }) ?? 'notAssessed';
}

export type Finals = {
  readonly school: SchoolFrame;
  readonly absences: Absences;
  readonly ledger: Ledger;
  readonly now: string;
  readonly lockedBy: string;
};

/** Period marks of every period that is over, and the year's when it is; the deputy head then locks the period. */
export function fillFinals(
  at: Finals,
  classes: readonly SchoolClass[],
  assignments: readonly Assignment[],
): void {
  const { school, now } = at;
  const locked = new Set<string>();
  for (const schoolClass of classes) {
    const own = assignments.filter(
      (assignment) => assignment.schoolClass === schoolClass && assignment.marks !== 'none',
    );
    const periods = school.periodsOf(schoolClass.plan.grade);
    for (const period of periods) {
      if (period.kind === 'year' || school.moments.at(period.end, '19:00') > now) continue;
      for (const assignment of own) fillPeriod(at, assignment, period);
      const lockedAt = school.moments.at(period.end, '12:00', 4 * 24 * 60);
      if (lockedAt > now || locked.has(period.id)) continue;
      locked.add(period.id);
      school.rows.add('journal.period_lock', {
        school_id: school.plan.schoolId,
        id: school.id('lock'),
        grading_period_id: period.id,
        grade: null,
        locked_at: lockedAt,
        locked_by: at.lockedBy,
        unlocked_at: null,
        unlocked_by: null,
        unlock_reason: null,
      });
    }
    const year = periods.find(({ kind }) => kind === 'year');
    if (year && school.moments.at(year.end, '20:00') <= now)
      for (const assignment of own) fillYear(at, assignment, { year, periods });
  }
}

function fillPeriod(at: Finals, assignment: Assignment, period: Period): void {
  for (const student of assignment.group.students) {
    if (student.from > period.end || (student.until !== null && student.until <= period.end)) continue;
    const value = periodMark(at, assignment, { student, period });
    // Who came in the last weeks brings the marks of the other school on paper.
    if (value === 'notAssessed' && student.from > period.start) continue;
    write(at, assignment, { student, period, kind: 'period', value, clock: '17:30' });
  }
}

function periodMark(
  at: Finals,
  assignment: Assignment,
  { student, period }: { student: Student; period: Period },
): string {
  if (assignment.subject === 'sport' && at.absences.isExempt(student)) return 'exempt';
  if (assignment.marks === 'credit') return 'passed';
  const counted = at.ledger
    .of(student, assignment.subject)
    .filter(({ date }) => period.start <= date && date <= period.end);
  return markOf(counted, assignment.hours);
}

/** The mean of the period marks, half up: in the student's favour. */
function fillYear(
  at: Finals,
  assignment: Assignment,
  { year, periods }: { year: Period; periods: readonly Period[] },
): void {
  for (const student of assignment.group.students) {
    if (student.until !== null) continue;
    const marks = periods
      .filter(({ kind }) => kind !== 'year')
      .map((period) => Number(periodMark(at, assignment, { student, period })))
      .filter((mark) => !Number.isNaN(mark));
    const mean = proposedYearMark(marks);
    if (mean === null) continue;
    write(at, assignment, { student, period: year, kind: 'year', value: String(mean), clock: '18:30' });
  }
}

function write(
  { school }: Finals,
  { subject, teacher }: { subject: SubjectKey; teacher: Assignment['teacher'] },
  given: { student: Student; period: Period; kind: 'period' | 'year'; value: string; clock: string },
): void {
  const { student, period, kind, value, clock } = given;
  const key = {
    school_id: school.plan.schoolId,
    student_id: student.person.id,
    subject_id: school.subjectIds[subject],
    grading_period_id: period.id,
    kind,
  };
  const at = school.moments.at(period.end, clock);
  const author_id = teacher.person.id;
  school.rows.add('journal.final_mark', {
    ...key,
    value,
    comment: null,
    author_id,
    updated_at: at,
    version: 1,
  });
  school.rows.add('journal.final_mark_revision', {
    ...key,
    version: 1,
    at,
    author_id,
    session_id: null,
    old_value: null,
    new_value: value,
    reason_code: 'entered',
    reason: null,
  });
}
