import type { SubjectKey, WorkTypeKey } from '../curriculum/subjects.ts';
import { workTypes } from '../curriculum/subjects.ts';
import type { Student } from '../people/students.ts';
import type { SchoolFrame } from '../school-frame.ts';
import type { Lesson } from '../timetable/make-timetable.ts';

export type MarkVersion = {
  readonly value: string;
  readonly at: string;
  readonly reason: 'entered' | 'corrected' | 'lateEntry' | 'retake';
};

export type MarkCell = {
  readonly workId: string;
  readonly student: Student;
  readonly attempt: number;
  readonly slot: 1 | 2;
  readonly versions: readonly MarkVersion[];
  readonly comment: string | null;
  readonly pointDue: string | null;
  readonly authorId: string;
};

/** What finals are made of: the number that counts, by the lesson's date. */
export type Counted = { readonly date: string; readonly weight: number; readonly value: number };

export type Ledger = {
  readonly add: (student: Student, subject: SubjectKey, entry: Counted) => void;
  readonly of: (student: Student, subject: SubjectKey) => readonly Counted[];
};

export function ledger(): Ledger {
  const entries = new Map<string, Counted[]>();
  return {
    add: (student, subject, entry) => {
      const key = `${student.person.id} ${subject}`;
      const known = entries.get(key);
      if (known) known.push(entry);
      else entries.set(key, [entry]);
    },
    of: (student, subject) => entries.get(`${student.person.id} ${subject}`) ?? [],
  };
}

/** A column of the page; the first work of a lesson bears the lesson's id. */
export function writeWork(
  school: SchoolFrame,
  given: {
    lesson: Lesson;
    ordinal: number;
    type: WorkTypeKey;
    title: string | null;
    authorId: string;
    at: string;
  },
): { id: string; weight: number } {
  const { lesson, ordinal, type, title, authorId, at } = given;
  const school_id = school.plan.schoolId;
  const id = ordinal === 1 ? lesson.id : school.id('work');
  const weight = workTypes[type][2];
  const work_type_id = school.workTypeIds[type];
  school.rows.add('journal.work', {
    school_id,
    id,
    assignment_id: lesson.assignmentId,
    lesson_id: lesson.id,
    ordinal,
    work_type_id,
    weight,
    title,
    created_by: authorId,
    created_at: at,
    version: 1,
  });
  school.rows.add('journal.work_revision', {
    school_id,
    work_id: id,
    version: 1,
    at,
    author_id: authorId,
    session_id: null,
    work_type_id,
    weight,
    title,
  });
  return { id, weight };
}

/** One cell with its whole history: the row is the last version, each version a revision. */
export function writeMark(school: SchoolFrame, cell: MarkCell): void {
  const { workId, student, attempt, slot, versions, comment, authorId } = cell;
  const school_id = school.plan.schoolId;
  const first = versions[0];
  const last = versions.at(-1);
  if (!first || !last) return;
  const key = { school_id, work_id: workId, student_id: student.person.id, attempt, slot };
  school.rows.add('journal.mark', {
    ...key,
    value: last.value,
    comment,
    point_due: last.value === 'pendingPoint' ? cell.pointDue : null,
    author_id: authorId,
    created_at: first.at,
    updated_at: last.at,
    version: versions.length,
  });
  for (const [index, { value, at, reason }] of versions.entries()) {
    school.rows.add('journal.mark_revision', {
      ...key,
      version: index + 1,
      at,
      author_id: authorId,
      session_id: null,
      old_value: versions[index - 1]?.value ?? null,
      new_value: value,
      old_comment: index === 0 ? null : comment,
      new_comment: comment,
      reason_code: reason,
      reason: null,
    });
  }
}
